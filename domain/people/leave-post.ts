import { dayNumber, dayText } from '../calendar/civil-day.ts';
import type { Day, ThingId } from '../thing.ts';
import type { Person, Tenure } from './office.ts';
import { isCurrent } from './posts.ts';

/** Ends a person's posts in a unit: yesterday was the last day, so that today nobody is asked who has left. */
export function leaveUnit(person: Person, unit: ThingId, today: Day): Person {
  const tenures = person.tenures.flatMap((tenure) => (tenure.unit === unit ? endedBefore(tenure, today) : [tenure]));
  return { ...person, tenures };
}

/** The tenure as history; one that had not begun before today leaves no trace. */
export function endedBefore(tenure: Tenure, today: Day): Tenure[] {
  if (tenure.fromDay >= today) return [];
  return isCurrent(tenure, today) ? [{ ...tenure, toDay: dayText(dayNumber(today) - 1) }] : [tenure];
}
