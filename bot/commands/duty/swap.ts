import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { awayOn } from '../../../domain/duty/absences/read-leaves.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { approverToAsk, questionAbout, tellAbout } from '../../../domain/duty/swaps/ask-swap.ts';
import type { SwapVerdict } from '../../../domain/duty/swaps/check-swap.ts';
import { daysOfSwap, shiftsNear, verdictOf } from '../../../domain/duty/swaps/read-around.ts';
import type { Swap } from '../../../domain/duty/swaps/swap.ts';
import { askConsent, askRuling, dutyDesk, type Telling, turned } from '../../../domain/duty/swaps/swap-decisions.ts';
import { approversOf, fileSwap, sideOf } from '../../../domain/duty/swaps/swap-rules.ts';
import { reachable } from '../../../domain/people/reach.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { peopleNames } from '../../../domain/wording/duty.ts';
import { swapRefusedText, warningLines } from '../../../domain/wording/swap-problems.ts';
import { emergencyFiledText } from '../../../domain/wording/swap-requests.ts';
import { swapEmergencyTakerText, swapEmergencyText, swapFiledText } from '../../../domain/wording/swaps.ts';
import { answer, type CommandContext, defineCommand, reply } from '../command.ts';
import { mayHere } from '../rights.ts';
import { answerMeant } from './swap-answer.ts';
import { type SettledSwap, settleSwap } from './swap-request.ts';
import { withdrawMeant } from './swap-withdraw.ts';
import { rulingIn, takesBack } from './swap-words.ts';

/** 换班 and 代班. Nobody is asked before every rule has been looked at; an emergency is in force at once. */
export default defineCommand({
  intent: 'swap',
  right: 'do-duty',
  opens: true,
  examples: [
    '换班 1月31日 和吕刚换2月2日',
    '下周四白班请吕刚代一下',
    '周六夜班请人替',
    '我现在去医院，吕刚替我',
    '换班',
    '取消换班',
  ],

  async handle(context) {
    const { meaning, message, read, office, speaker } = context;
    if (takesBack(message.text)) return withdrawMeant(context);
    const ruling = meaning.with || meaning.dates ? undefined : rulingIn(message.text);
    if (ruling) return answerMeant({ ...context, meaning: { ...meaning, intent: 'decide', ...ruling } });

    const settled = await settleSwap(context);
    const { giver, taker, given, returned, emergency } = settled;
    const sides = { given: sideOf(given), ...(returned && { returned: sideOf(returned) }) };
    const shifts = await shiftsNear(daysOfSwap(sides), read);
    const parties = [giver.id, taker.id];
    const today = read.calendar.dayOf(read.now);
    const away = await awayOn(today, read);
    const inOrder = approversOf(given, parties, shifts, office, today);
    // Who is on leave is asked only where nobody else may rule.
    const approvers = [...inOrder.filter((id) => !away.has(id)), ...inOrder.filter((id) => away.has(id))];
    assertMayFile(context, settled, approvers);

    const kind = returned ? 'exchange' : 'give';
    const draft = { id: '', kind, emergency, giver: giver.id, taker: taker.id, ...sides } as const;
    const verdict = await verdictOf(draft, shifts, read);
    if (verdict.refusals.length > 0) return reply(context, swapRefusedText(verdict, context.text));

    const no = await read.nextNumber('S');
    const request = { ...settled, no, filedBy: speaker.id, giver: giver.id, taker: taker.id, approvers };
    const swap = fileSwap(request, read.now, read.policy.duty.swapLadder);
    return emergency ? standInAtOnce(context, swap, verdict, shifts) : askFirst(context, swap, verdict, shifts);
  },
});

async function askFirst(
  context: CommandContext,
  swap: Swap,
  verdict: SwapVerdict,
  shifts: readonly Shift[],
): Promise<Decision> {
  const { office, read, speaker, text } = context;
  const silent = swap.awaits.filter((person) => reachable(office, [person]).length === 0);
  if (silent.length > 0 && !swap.approvers.includes(speaker.id)) {
    throw new DutyRefusal('SWAP_UNREACHABLE', { who: peopleNames(silent, text) });
  }
  const telling = tellingOf(context, swap);
  const filed = await turned(undefined, swap, shifts, speaker.id, read);
  const asked = swap.awaits.length > 0 ? askConsent(swap, verdict, telling) : askRuling(swap, verdict, telling);
  const echo = answer(context, swapFiledText(swap, verdict, text), swap.no);
  return merge([filed, decide({ say: [echo, ...asked.say], ask: asked.ask })]);
}

/** 我现在去医院，吕刚替我: from now on the other has the shift. He may still say no, and the leader rules afterwards. */
async function standInAtOnce(
  context: CommandContext,
  swap: Swap,
  verdict: SwapVerdict,
  shifts: readonly Shift[],
): Promise<Decision> {
  const { office, read, speaker, text } = context;
  const telling = tellingOf(context, swap);
  const { now } = read;
  const leader = swap.awaitsRuling ? approverToAsk(swap, office) : undefined;
  const desk = (await dutyDesk(swap, telling)).filter((person) => person !== leader && person !== speaker.id);
  const urgently = (people: readonly ThingId[], words: string) =>
    tellAbout(swap, others(people, speaker.id), words, { once: telling.once, now });
  const unreached = [swap.taker].filter((person) => reachable(office, [person]).length === 0);
  const told = emergencyFiledText(swap, unreached, text);
  return merge([
    await turned(undefined, swap, shifts, speaker.id, read),
    decide({
      say: [
        answer(context, [told, ...warningLines(verdict, text)].join('\n'), swap.no),
        ...urgently([swap.taker], swapEmergencyTakerText(swap, text)),
        ...urgently([swap.giver], told),
        ...urgently(leader ? [leader] : [], swapEmergencyText(swap, text)),
        ...urgently(desk, told),
      ],
      ask: others([swap.taker, ...(leader ? [leader] : [])], speaker.id).map((person) => questionAbout(swap, person)),
    }),
  ]);
}

/** Who arranges it for others plans the unit's duty and says why. */
function assertMayFile(
  context: CommandContext,
  { giver, taker, given, reason }: SettledSwap,
  approvers: readonly ThingId[],
): void {
  const { speaker } = context;
  if (speaker.id === giver.id || speaker.id === taker.id) return;
  const verdict = mayHere(context, 'plan-duty', { unit: given.unit });
  if (!verdict.allowed && !approvers.includes(speaker.id))
    throw new Refusal(verdict.refusal, { who: verdict.who ?? '' });
  if (!reason) throw new DutyRefusal('WHY_NEEDED');
}

function tellingOf({ read, text }: CommandContext, swap: Swap): Telling {
  return { read, text, once: `${swap.id}.filed` };
}

function others(people: readonly ThingId[], speaker: ThingId): ThingId[] {
  return [...new Set(people)].filter((person) => person !== speaker);
}
