import { awayOn } from '../../../domain/duty/absences/read-leaves.ts';
import { chiefsNow, leadersNow } from '../../../domain/duty/called-now.ts';
import { afterLeaderAt, type CheckIn, isAsking } from '../../../domain/duty/checks/check-in.ts';
import { officeHeads } from '../../../domain/duty/duty-people.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import type { Message } from '../../../domain/message.ts';
import type { Person } from '../../../domain/people/office.ts';
import { reachable } from '../../../domain/people/reach.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { settledText } from '../../../domain/wording/checks.ts';
import type { CommandContext } from '../command.ts';

/** What is still asked about a check-in of people other than the one whose post it is. */
const ASKED: ReadonlySet<string> = new Set(['on-scene', 'phone']);

/**
 * Whoever was called because nobody answered hears what has become of it, so that nobody drives to a manned post or telephones
 * about it; what they were asked is not asked any more. `before` is the check as it was when this message came.
 */
export async function tellSettled(
  context: CommandContext,
  before: CheckIn,
  after: CheckIn,
): Promise<{ readonly say: readonly Message[]; readonly drop: readonly ThingId[] }> {
  const { message, speaker, read, text } = context;
  if (before.trial || !isAsking(before)) return { say: [], drop: [] };
  const called = (await calledFor(before, context)).filter(({ id }) => id !== speaker.id && id !== before.person);
  const words = settledText(after, text);
  const waiting = await Promise.all(called.map(({ id }) => read.members<Question>(questionsOf(id))));
  return {
    say: called.map(({ id }) => ({ to: id, class: 'L1' as const, text: words, once: `${message.id}.settled.${id}` })),
    drop: waiting
      .flat()
      .filter(({ matter, about }) => matter === before.id && ASKED.has(about) && after.state !== 'escalated')
      .map(({ id }) => id),
  };
}

/** By how far the ladder has climbed: the chief desk, the leader in charge, the reserve, the office. */
async function calledFor(check: CheckIn, { read, office }: CommandContext): Promise<Person[]> {
  const { unit, toHumanAt, escalatedAt, handledAt, ladder } = check;
  const day = read.calendar.dayOf(read.now);
  const chiefs = toHumanAt ? await chiefsNow(unit, read, [check.person]) : [];
  const leaders = escalatedAt ? await leadersNow(unit, read) : [];
  const isPast = (minutes: number | undefined) => {
    const dueAt = escalatedAt && minutes !== undefined ? afterLeaderAt(check, minutes) : undefined;
    return dueAt !== undefined && handledAt !== undefined && dueAt <= handledAt;
  };
  const shift = isPast(ladder.reserveMin) ? await read.thing<Shift>(check.shift) : undefined;
  const heads = isPast(ladder.officeHeadMin) ? officeHeads(office, day, await awayOn(day, read)) : [];
  return [...new Set([...chiefs, ...leaders, ...reachable(office, shift?.reserve ?? []), ...heads])];
}
