import type { Office } from '../../people/office.ts';
import type { ThingId } from '../../thing.ts';
import { lastPart } from '../../thing.ts';
import { dutyDescription, dutySummary } from '../../wording/feeds.ts';
import { peopleAt } from '../presence.ts';
import type { Shift } from '../shift.ts';
import type { FeedEvent } from './event.ts';
import { everOn } from './ever-on.ts';

/**
 * The entries of one person: every shift that was ever theirs. One that was cancelled, swapped away or given to somebody else stays
 * as a cancelled entry, so that calendars that have it take it out. `around` are all shifts of those units, for who is in charge.
 */
export function personEvents(
  person: ThingId,
  shifts: readonly Shift[],
  around: readonly Shift[],
  office: Office,
): FeedEvent[] {
  return shifts
    .filter((shift) => shift.publishedAt && everOn(shift).has(person))
    .map((shift) => {
      const isTheirs = shift.state !== 'cancelled' && endingPeople(shift).includes(person);
      return eventOf(shift, around, office, { uid: `${shift.id}.${lastPart(person)}`, cancelled: !isTheirs });
    })
    .sort(inTime);
}

/**
 * The entries of a unit: one for each officers' shift, with who is in charge in its title. A leaders' shift has an entry of its own
 * only where no officer's lies in its time.
 */
export function unitEvents(shifts: readonly Shift[], around: readonly Shift[], office: Office): FeedEvent[] {
  const officers = around.filter(({ layer, state }) => layer === 'officer' && state !== 'cancelled');
  return shifts
    .filter((shift) => shift.publishedAt)
    .filter((shift) => shift.layer === 'officer' || !officers.some((officer) => overlap(officer, shift)))
    .map((shift) => eventOf(shift, around, office, { uid: shift.id, cancelled: shift.state === 'cancelled' }))
    .sort(inTime);
}

function eventOf(
  shift: Shift,
  around: readonly Shift[],
  office: Office,
  { uid, cancelled }: Pick<FeedEvent, 'uid' | 'cancelled'>,
): FeedEvent {
  const beside = around.filter(
    (other) =>
      other.unit === shift.unit && other.layer !== shift.layer && (overlap(other, shift) || isSameDay(other, shift)),
  );
  const others = beside.filter((other) => other.state !== 'cancelled' && overlap(other, shift));
  const shown = { shift, people: endingPeople(shift), others: [...new Set(others.flatMap(endingPeople))], office };
  const description = dutyDescription(shift, office);
  return {
    ...{ uid, cancelled, startAt: shift.startAt, endAt: shift.endAt, summary: dutySummary(shown) },
    ...(description && { description }),
    // Histories only grow, those of the other layer included, whose people stand in the title.
    sequence: [shift, ...beside].reduce((sum, one) => sum + changesOf(one).length, 0),
    changedAt: new Date(Math.max(...[shift, ...beside].flatMap(changesOf).map((at) => at.getTime()))),
  };
}

/** Who answers at the end of a shift: the people planned, and for good those who came in their places. */
function endingPeople(shift: Shift): ThingId[] {
  return peopleAt(shift, new Date(shift.endAt.getTime() - 1));
}

function changesOf({ history = [], standIns = [], publishedAt }: Shift): Date[] {
  return [
    ...(publishedAt && history.length === 0 ? [publishedAt] : []),
    ...history.map(({ at }) => at),
    ...standIns.flatMap(({ toAt }) => toAt ?? []),
  ];
}

function overlap(one: Shift, other: Shift): boolean {
  return one.startAt < other.endAt && other.startAt < one.endAt;
}

/** The day in its id, which stays when a shift is moved. */
function isSameDay(one: Shift, other: Shift): boolean {
  return one.id.split('.')[3] === other.id.split('.')[3];
}

function inTime(one: FeedEvent, other: FeedEvent): number {
  return one.startAt.getTime() - other.startAt.getTime() || (one.uid < other.uid ? -1 : 1);
}
