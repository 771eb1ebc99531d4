import type { ThingId } from '../thing.ts';
import type { Layer, Shift } from './shift.ts';
import { minutesOf, type Span, without } from './span.ts';

/** 缺班: a stretch for which nobody is planned. */
export interface Gap extends Span {
  readonly unit: ThingId;
  readonly layer: Layer;
  readonly minutes: number;
  /** The shifts inside it that exist without a person. */
  readonly unfilled: readonly Shift[];
}

/** Every stretch between two moments for which a unit has nobody planned, drafts of the roster included; by unit, layer and time. */
export function gaps(
  shifts: readonly Shift[],
  units: readonly ThingId[],
  fromAt: Date,
  toAt: Date,
  layers: readonly Layer[] = ['leader', 'officer'],
): Gap[] {
  const alive = shifts.filter(({ state, startAt, endAt }) => state !== 'cancelled' && startAt < toAt && endAt > fromAt);
  return units.flatMap((unit) =>
    layers.flatMap((layer) => {
      const own = alive.filter((shift) => shift.unit === unit && shift.layer === layer);
      const manned = own.filter(({ people }) => people.length > 0);
      const open = without([{ fromAt, toAt }], manned.map(spanOf));
      return open.map((span) => ({
        unit,
        layer,
        ...span,
        minutes: minutesOf([span]),
        unfilled: own.filter(
          ({ people, startAt, endAt }) => people.length === 0 && startAt < span.toAt && endAt > span.fromAt,
        ),
      }));
    }),
  );
}

function spanOf({ startAt, endAt }: Shift): Span {
  return { fromAt: startAt, toAt: endAt };
}
