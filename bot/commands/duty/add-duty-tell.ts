import { type Decision, decide, merge } from '../../../domain/decision.ts';
import { shiftsAround } from '../../../domain/duty/collections.ts';
import { chiefOfficers, dutyLeaders } from '../../../domain/duty/duty-people.ts';
import type { PuttingProblem } from '../../../domain/duty/put-on-duty.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { shiftAgenda } from '../../../domain/duty/shift-agenda.ts';
import { followChanges } from '../../../domain/duty/swaps/follow-changes.ts';
import { shiftsNear } from '../../../domain/duty/swaps/read-around.ts';
import type { Message } from '../../../domain/message.ts';
import { reachable } from '../../../domain/people/reach.ts';
import type { ThingId } from '../../../domain/thing.ts';
import {
  type PeopleChanged,
  peopleChangedText,
  putOnText,
  putText,
  takenOffText,
} from '../../../domain/wording/put-on-duty.ts';
import { answer, type CommandContext } from '../command.ts';

export interface ShiftPut {
  readonly before: Shift;
  readonly after: Shift;
  readonly gone: readonly ThingId[];
}

/** Saves the shifts with what follows for their swaps, and tells everybody whom it concerns, each once and with the dates. */
export async function tellChanged(
  context: CommandContext,
  changes: readonly ShiftPut[],
  come: readonly ThingId[],
  reason: string,
  warnings: readonly PuttingProblem[],
): Promise<Decision> {
  const { read, office, speaker, text } = context;
  const said = changes.map(({ after, gone }): PeopleChanged => ({ shift: after, gone, come, reason, by: speaker.id }));
  const gone = [...new Set(said.flatMap((one) => one.gone))];
  const beside = [...new Set(changes.flatMap(({ after }) => after.people))].filter((person) => !come.includes(person));
  const others = [...beside, ...(await leadersThen(context, changes)), ...(await desk(context, changes))];
  const unreached = [...gone, ...come].filter((person) => reachable(office, [person]).length === 0);
  const news = come.filter((person) => !changes.every(({ after }) => hearsByItself(context, after, person)));

  const told = new Set<ThingId>([speaker.id]);
  const to = (people: readonly ThingId[], words: (person: ThingId) => string): Message[] =>
    reachable(office, people)
      .filter(({ id }) => !told.has(id) && told.add(id))
      .map(({ id }) => ({
        to: id,
        class: 'D',
        text: words(id),
        once: `${context.message.id}.put.${id}`,
        ...urgency(context, changes),
      }));
  const messages = [
    ...to(gone, (person) =>
      takenOffText(
        said.filter((one) => one.gone.includes(person)),
        text,
      ),
    ),
    ...to(news, () => putOnText(said, text)),
  ];
  for (const person of come) told.add(person);
  messages.push(...to(others, () => peopleChangedText(said, text)));
  return merge([
    decide({
      save: changes.map(({ after }) => after),
      say: [answer(context, putText(said, warnings, unreached, text)), ...messages],
    }),
    await followChanges(
      changes.map(({ before, after }) => ({ before, after })),
      read,
    ),
  ]);
}

/** The shift tells whoever is new on it a minute later, where it is too late for the reminder a week ahead. */
function hearsByItself({ read }: CommandContext, after: Shift, person: ThingId): boolean {
  const { calendar, policy } = read;
  return (
    after.newPeople?.includes(person) === true &&
    shiftAgenda(after, { calendar, policy }).some(({ step }) => step === 'duty-new')
  );
}

/** Who will be in charge by the roster when the shifts begin. */
async function leadersThen({ read, office }: CommandContext, changes: readonly ShiftPut[]): Promise<ThingId[]> {
  const officers = changes.filter(({ after }) => after.layer === 'officer').map(({ after }) => after);
  const near = await shiftsNear(
    officers.map(({ day }) => day),
    read,
  );
  return officers.flatMap(({ unit, startAt, day }) =>
    dutyLeaders(near, { office, unit, at: startAt, day }).map(({ id }) => id),
  );
}

/** The chief duty desk, which keeps the list of the day. */
async function desk({ read, office }: CommandContext, [first]: readonly ShiftPut[]): Promise<ThingId[]> {
  const sought = { office, unit: first!.after.unit, at: read.now, day: read.calendar.dayOf(read.now) };
  return chiefOfficers(await shiftsAround(read.now, read), sought)
    .slice(0, 1)
    .map(({ id }) => id);
}

/** What begins within hours is said at any hour. */
function urgency({ read }: CommandContext, changes: readonly ShiftPut[]): Pick<Message, 'urgent'> {
  const soonMs = Math.min(...changes.map(({ after }) => after.startAt.getTime())) - read.now.getTime();
  return soonMs <= 12 * 3_600_000 ? { urgent: true } : {};
}
