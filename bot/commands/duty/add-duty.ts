import { type Decision, decide } from '../../../domain/decision.ts';
import { leavesOfPeople } from '../../../domain/duty/absences/read-leaves.ts';
import { putOnDuty, puttingProblems } from '../../../domain/duty/put-on-duty.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { shiftsNear } from '../../../domain/duty/swaps/read-around.ts';
import { rolesOf } from '../../../domain/people/posts.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { cannotPutText, DAY_OVER, OWN_SHIFT, whyChangedText } from '../../../domain/wording/put-on-duty.ts';
import { answer, askSpeaker, type CommandContext, defineCommand, reply } from '../command.ts';
import { comingPeople, type MeantChange, shiftsMeant, unitOfChange } from './add-duty-meant.ts';
import { tellChanged } from './add-duty-tell.ts';
import { assertPlans } from './roster-unit.ts';

/** What fills a post that was empty needs no other reason. */
const GAP_REASON = '补缺班';
/** So long the next words are taken for the reason that was asked for. */
const WHY_HOURS = 1;

/** 2月9日加何勇值班, 1月31日值班改成何勇，陈立出差: a published shift gets other people by the word of who plans the unit's duty. */
const addDuty = defineCommand({
  intent: 'put_on_duty',
  opens: true,
  examples: [
    '2月9日加吕刚值班，人手不够',
    '1月31日值班改成吕刚，陈立出差',
    '2月9日补吕刚',
    '2月9日带班改黄志明，郑伟开会',
  ],

  handle: (context) => change(context),
});

/** The reason that was asked for, in the next words. */
const addDutyWhy = defineCommand({
  intent: 'unknown',
  matter: 'put',
  examples: [],

  handle: async (context) => (context.question ? withReason(context, context.question) : decide({})),
});

export const addDuties = [addDuty, addDutyWhy];

/** What was said before goes on with the reason for it. */
export async function withReason(context: CommandContext, question: Question): Promise<Decision> {
  const { held } = question;
  if (!held) return decide({ drop: [question.id] });
  const reason = context.message.text.trim().slice(0, 60);
  const said = {
    ...context,
    message: { ...held.message, id: context.message.id },
    meaning: { ...held.meaning, reason },
  };
  const done = await change(said);
  return { ...done, drop: [...done.drop, question.id] };
}

/** The open question why a shift is to be changed, where the speaker has one. */
export async function whyAsked({ read, speaker, conversation }: CommandContext): Promise<Question | undefined> {
  const open = await read.members<Question>(questionsOf(speaker.id));
  return open.find(
    (one) => one.matter.startsWith('put.') && one.conversation === conversation && one.expiresAt > read.now,
  );
}

async function change(context: CommandContext): Promise<Decision> {
  const { meaning, read } = context;
  const days = meaning.dates ?? [];
  const unit = unitOfChange(context);
  assertPlans(context, unit);
  if (days.some((day) => day < read.calendar.dayOf(read.now))) return reply(context, DAY_OVER);

  const come = comingPeople(context, unit, days[0]!);
  if (typeof come === 'string') return reply(context, come);
  const meant = await shiftsMeant(context, unit, come);
  if (typeof meant === 'string') return reply(context, meant);
  if (takesOneselfOff(context, meant)) return reply(context, OWN_SHIFT);

  const reason = meaning.reason ?? (meant.every(({ shift }) => shift.people.length === 0) ? GAP_REASON : undefined);
  return reason ? changeNow(context, meant, come, reason) : askWhy(context, meant);
}

async function changeNow(
  context: CommandContext,
  meant: readonly MeantChange[],
  come: readonly ThingId[],
  reason: string,
): Promise<Decision> {
  const { read, office, speaker, text } = context;
  const act = { by: speaker.id, at: read.now, reason };
  const changes = meant.map(({ shift, gone }) => ({
    before: shift,
    after: putOnDuty(shift, { gone, come }, act),
    gone,
  }));
  const near = await shiftsNear(
    meant.map(({ shift }) => shift.day),
    read,
  );
  // Of two days named together each asks for rest from the other.
  const after = new Map<ThingId, Shift>(
    [...near, ...changes.map((one) => one.after)].map((shift) => [shift.id, shift]),
  );
  const ground = {
    office,
    shifts: [...after.values()],
    known: near,
    leaves: await leavesOfPeople(come, read),
    restHours: read.policy.duty.restHours,
    dayOf: (at: Date) => read.calendar.dayOf(at),
  };
  const problems = changes.flatMap((one) =>
    puttingProblems(one.after, come, ground).map((problem) => ({ ...problem, on: one.after })),
  );
  const [hard] = problems.filter(({ what }) => what !== 'short-rest');
  if (hard)
    return reply(
      context,
      cannotPutText(
        problems.filter(({ on }) => on === hard.on),
        hard.on,
        text,
      ),
    );
  return tellChanged(context, changes, come, reason, problems);
}

/** Nobody passes on his own shift by himself, whatever else he may plan; only the office itself does. */
function takesOneselfOff({ speaker, read }: CommandContext, meant: readonly MeantChange[]): boolean {
  const isOffice = rolesOf(speaker, read.calendar.dayOf(read.now)).includes('dispatcher');
  return !isOffice && meant.some(({ gone }) => gone.includes(speaker.id));
}

function askWhy(context: CommandContext, [first]: readonly MeantChange[]): Decision {
  const { message, meaning, text } = context;
  const { shift, gone } = first!;
  const question = askSpeaker(context, { about: 'why', matter: `put.${shift.id}`, kinds: ['text'], hours: WHY_HOURS });
  const { time: _time, ...slots } = meaning;
  return decide({
    say: [answer(context, whyChangedText(shift, gone[0] ?? shift.people[0], text))],
    ask: [{ ...question, held: { message, meaning: { ...slots, times: [] } } }],
  });
}
