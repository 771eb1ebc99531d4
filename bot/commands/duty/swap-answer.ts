import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { DutyRefusal } from '../../../domain/duty/duty-refusal.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { tellAbout } from '../../../domain/duty/swaps/ask-swap.ts';
import { daysOfSwap, shiftsNear, verdictOf } from '../../../domain/duty/swaps/read-around.ts';
import { isOpenSwap, partiesOf, type Swap } from '../../../domain/duty/swaps/swap.ts';
import { askRuling, concernedBy, dutyDesk, type Telling, turned } from '../../../domain/duty/swaps/swap-decisions.ts';
import { answerSwap, ruleSwap } from '../../../domain/duty/swaps/swap-rules.ts';
import type { Intent } from '../../../domain/meaning.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { peopleNames } from '../../../domain/wording/duty.ts';
import { problemText } from '../../../domain/wording/swap-problems.ts';
import { agreedText, emergencyApprovedText, notInForceText } from '../../../domain/wording/swap-requests.ts';
import { swapEndedText, swapInForceText } from '../../../domain/wording/swaps.ts';
import { answer, type Command, type CommandContext, defineCommand, reply } from '../command.ts';
import { swapMeant } from './swap-meant.ts';

const EXAMPLES = ['同意S019', '批准S019', '不同意S019 那天要开会', '不批准S019 人手紧'];

/** 同意S019 of the other side, 批准S019 of the leader, and their no; 通过, 退回 and 确认 with the number mean the same. */
export const swapAnswers = [
  answering('decide'),
  answering('verify_pass', true),
  answering('verify_reject', false),
  answering('confirm', true),
];

function answering(intent: Intent, approve?: boolean): Command {
  return defineCommand({
    intent,
    matter: 'swap',
    right: 'do-duty',
    examples: approve === undefined ? EXAMPLES : [],

    handle: (context) =>
      answerMeant(approve === undefined ? context : { ...context, meaning: { ...context.meaning, approve } }),
  });
}

/** Whose answer it is follows from who speaks: one of the two agrees, anybody of those who may rules. */
export async function answerMeant(context: CommandContext): Promise<Decision> {
  const { read, speaker, meaning } = context;
  const swap = await swapMeant(context, {
    fits: (one) => waitsFor(one, speaker.id),
    prompt: '答复的是哪一件？',
    example: '同意S019',
  });
  const person = spokenFor(swap, context);
  const agrees = meaning.approve === true;
  const after = person
    ? answerSwap(swap, { person, by: speaker.id, at: read.now, agrees })
    : ruled(swap, agrees, context);
  if (after === swap) return reply(context, agreedText(swap, context.text), swap.no);

  const shifts = await shiftsNear(daysOfSwap(swap), read);
  if (after.state === 'in-force') return inForce(context, swap, after, shifts);
  return after.state === 'filed' || after.state === 'consented'
    ? noted(context, swap, after, shifts)
    : ended(context, swap, after, shifts);
}

/** One of the two for himself; or whoever may rule, for one of the two: 同意S019 代吕刚. */
function spokenFor(swap: Swap, { speaker, meaning, office }: CommandContext): ThingId | undefined {
  if (partiesOf(swap).includes(speaker.id)) return speaker.id;
  const name = /^[代替](?:表)?\s?(.{2,4}?)(?:同意)?$/.exec(meaning.reason ?? '')?.[1];
  return partiesOf(swap).find((person) => office.people.get(person)?.name === name);
}

function ruled(swap: Swap, approved: boolean, { read, speaker, meaning, text }: CommandContext): Swap {
  const mayRule = swap.approvers.includes(speaker.id);
  if (isOpenSwap(swap) && !mayRule) throw new DutyRefusal('SWAP_NOT_YOURS', { no: swap.no, who: whoMustAnswer(swap) });
  if (mayRule && approved && swap.awaits.length > 0) {
    throw new DutyRefusal('SWAP_WAITS_CONSENT', { no: swap.no, who: peopleNames(swap.awaits, text) });
  }
  return ruleSwap(swap, { by: speaker.id, at: read.now, approved, reason: meaning.reason ?? '' });

  function whoMustAnswer({ awaits, approvers }: Swap): string {
    return peopleNames(awaits.length > 0 ? awaits : approvers.slice(0, 1), text) || '安委办';
  }
}

/** Agreed, and somebody else's word is still needed: the leader's, or the other one's where a manager filed it. */
async function noted(context: CommandContext, before: Swap, after: Swap, shifts: readonly Shift[]): Promise<Decision> {
  const { read, speaker, text } = context;
  const telling = tellingOf(context, after);
  const asked =
    after.state === 'consented'
      ? askRuling(after, await verdictOf(after, shifts, read), telling)
      : { say: [], ask: [] };
  return merge([
    await turned(before, after, shifts, speaker.id, read),
    decide({
      say: [answer(context, agreedText(after, text), after.no), ...asked.say],
      ask: asked.ask,
      drop: context.question ? [context.question.id] : [],
    }),
  ]);
}

/** The last word is given: the shifts change hands, unless a rule stands against it by now. Everybody reads the new days. */
async function inForce(
  context: CommandContext,
  before: Swap,
  after: Swap,
  shifts: readonly Shift[],
): Promise<Decision> {
  const { read, speaker, text } = context;
  const { once } = tellingOf(context, after);
  const now = read.now;
  if (before.state === 'in-force') {
    const words = emergencyApprovedText(after, text);
    const told = partiesOf(after).filter((person) => person !== speaker.id);
    const say = [answer(context, words, after.no), ...tellAbout(after, told, words, { once, now })];
    return merge([await turned(before, after, shifts, speaker.id, read), decide({ say })]);
  }
  const { refusals } = await verdictOf(before, shifts, read);
  if (refusals.length > 0)
    return standsAgainst(
      context,
      before,
      refusals.map((problem) => problemText(problem, text)),
    );

  const words = swapInForceText(after, text);
  const told = [
    ...concernedBy(after, tellingOf(context, after)),
    ...(await dutyDesk(after, tellingOf(context, after))),
  ];
  const others = told.filter((person) => person !== speaker.id);
  return merge([
    await turned(before, after, shifts, speaker.id, read),
    decide({ say: [answer(context, words, after.no), ...tellAbout(after, others, words, { once, now })] }),
  ]);
}

/** Nothing is changed and nothing is lost: the request stays open until the shift begins, and who filed it hears why. */
function standsAgainst(context: CommandContext, swap: Swap, reasons: readonly string[]): Decision {
  const { read, speaker, text, message } = context;
  const words = notInForceText(swap, reasons, text);
  const others = [swap.filedBy].filter((person) => person !== speaker.id);
  const say = tellAbout(swap, others, words, { once: `${swap.id}.${message.id}`, now: read.now });
  return decide({ say: [answer(context, words, swap.no), ...say] });
}

/** 不同意 or 不批准: who serves is said to everybody who had heard of it. */
async function ended(context: CommandContext, before: Swap, after: Swap, shifts: readonly Shift[]): Promise<Decision> {
  const { read, speaker, text } = context;
  const telling = tellingOf(context, after);
  const change = await turned(before, after, shifts, speaker.id, read);
  const isBack = change.save.some(({ id }) => id === after.given.shift);
  // A post that somebody has taken over already is not emptied by a ruling.
  const serving = before.state === 'in-force' && !isBack ? after.taker : after.giver;
  const words = swapEndedText(after, text, serving);
  const desk = before.state === 'in-force' ? await dutyDesk(after, telling) : [];
  const others = [...concernedBy(after, telling), ...desk].filter((person) => person !== speaker.id);
  const say = tellAbout(after, others, words, { once: telling.once, now: read.now });
  return merge([change, decide({ say: [answer(context, words, after.no), ...say] })]);
}

function waitsFor(swap: Swap, person: ThingId): boolean {
  if (swap.awaits.includes(person)) return true;
  if (swap.state === 'filed') return false;
  return swap.approvers.includes(person) || (swap.state === 'in-force' && swap.taker === person);
}

function tellingOf({ read, text, message }: CommandContext, swap: Swap): Telling {
  return { read, text, once: `${swap.id}.${swap.state}.${message.id}` };
}
