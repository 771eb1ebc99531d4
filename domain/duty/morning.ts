import type { Office, Room, UnitKind } from '../people/office.ts';
import type { ThingId } from '../thing.ts';
import { isValid } from './duty-line.ts';
import { gaps } from './gaps.ts';
import type { Layer, Shift } from './shift.ts';

/** Who serves in a unit within a day of duty, by the published roster. */
export interface UnitDuty {
  readonly unit: ThingId;
  readonly leaders: readonly ThingId[];
  readonly officers: readonly ThingId[];
  /** Whether somebody is named for every minute of a layer that this unit is known to roster. */
  readonly isFull: boolean;
}

/** The district before its offices before the rest. */
const FIRST: readonly UnitKind[] = ['government', 'office'];

/**
 * Every unit that has published shifts around a day, with those who serve from one moment to another; the ones above first, then
 * by id. A unit that had shifts before or has them later, and none now, is there without people.
 */
export function dutyOfDay(shifts: readonly Shift[], office: Office, fromAt: Date, toAt: Date): UnitDuty[] {
  const published = shifts.filter(isValid);
  const rank = (unit: ThingId) => {
    const at = FIRST.indexOf(office.units.get(unit)?.kind ?? 'department');
    return at < 0 ? FIRST.length : at;
  };
  const isRostered = (unit: ThingId) =>
    office.units.get(unit)?.status !== 'closed' && published.some((shift) => shift.unit === unit);
  const units = [...office.units.keys()].filter(isRostered).toSorted((one, other) => rank(one) - rank(other));
  return units.map((unit) => {
    const own = published.filter((shift) => shift.unit === unit);
    const peopleOf = (layer: Layer) => [
      ...new Set(
        own
          .filter((shift) => shift.layer === layer && shift.startAt < toAt && shift.endAt > fromAt)
          .flatMap(({ people }) => people),
      ),
    ];
    const layers = [...new Set(own.map(({ layer }) => layer))];
    const isFull = gaps(own, [unit], fromAt, toAt, layers).length === 0;
    return { unit, leaders: peopleOf('leader'), officers: peopleOf('officer'), isFull };
  });
}

/** The room that holds the whole office: the one bound to the most units. Undefined until the chat has shown it. */
export function wholeOfficeRoom({ rooms }: Office): Room | undefined {
  const [widest] = [...rooms.values()].toSorted(
    (one, other) => other.units.length - one.units.length || (one.id < other.id ? -1 : 1),
  );
  return widest && widest.units.length > 1 && widest.channelId ? widest : undefined;
}
