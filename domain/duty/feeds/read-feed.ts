import { isServing } from '../../people/posts.ts';
import { may } from '../../people/rights.ts';
import { PERIODS, type Period } from '../../periods/period.ts';
import type { Reading } from '../../reading.ts';
import type { Day, ThingId } from '../../thing.ts';
import { OWN_CALENDAR, PERIOD_CALENDAR, unitCalendarName } from '../../wording/feeds.ts';
import { cancelledShiftsOf, monthsBetween, shiftsOfPerson, shiftsOfUnit } from '../collections.ts';
import type { Shift } from '../shift.ts';
import type { FeedContent } from './event.ts';
import type { Feed } from './feed.ts';
import { periodEvents } from './period-events.ts';
import { personEvents, unitEvents } from './shift-events.ts';

/** Shifts of so many days back stay in a feed, cancelled ones too: calendars that look once a week see what became of them. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 366;
/** Shifts of the other layer may begin some days before the ones they go with. */
const DAYS_BESIDE = 8;

/**
 * What a feed shows now: shifts that begin from 31 days back to a year ahead, Shanghai days. Undefined where whoever was given the
 * link has left, or may no longer see it.
 */
export async function readFeed(feed: Feed, read: Reading): Promise<FeedContent | undefined> {
  const office = await read.office();
  const today = read.calendar.dayOf(read.now);
  const person = office.people.get(feed.person);
  if (!person || !isServing(person, today)) return undefined;
  if (feed.of === 'periods')
    return { name: PERIOD_CALENDAR, events: periodEvents(await read.members<Period>(PERIODS), read.calendar) };

  const fromDay = read.calendar.addDays(today, -DAYS_BACK);
  const toDay = read.calendar.addDays(today, DAYS_AHEAD);
  const isShown = ({ day }: Shift) => fromDay <= day && day <= toDay;
  if (feed.of === 'own') {
    const own = (await ownShifts(person.id, fromDay, toDay, read)).filter(isShown);
    const units = [...new Set(own.map(({ unit }) => unit))];
    const around = await Promise.all(units.map((unit) => allOfUnit(unit, fromDay, toDay, read)));
    return { name: `${OWN_CALENDAR} ${person.name}`, events: personEvents(person.id, own, around.flat(), office) };
  }

  const unit = office.units.get(feed.of);
  const verdict = may({ person, right: 'unit-calendar', unit: feed.of, office, day: today });
  if (!unit || unit.status === 'closed' || !verdict.allowed) return undefined;
  const all = await allOfUnit(unit.id, fromDay, toDay, read);
  return { name: unitCalendarName(unit), events: unitEvents(all.filter(isShown), all, office) };
}

async function ownShifts(person: ThingId, fromDay: Day, toDay: Day, read: Reading): Promise<Shift[]> {
  const months = monthsBetween(fromDay, toDay);
  return (await Promise.all(months.map((month) => read.members<Shift>(shiftsOfPerson(person, month))))).flat();
}

/** Cancelled ones too. */
async function allOfUnit(unit: ThingId, fromDay: Day, toDay: Day, read: Reading): Promise<Shift[]> {
  const first = read.calendar.addDays(fromDay, -DAYS_BESIDE);
  const cancelled = monthsBetween(first, toDay).map((month) => read.members<Shift>(cancelledShiftsOf(unit, month)));
  return [...(await shiftsOfUnit(unit, first, toDay, read)), ...(await Promise.all(cancelled)).flat()];
}
