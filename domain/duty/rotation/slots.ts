import type { Calendar, Holiday } from '../../calendar/calendar.ts';
import type { Day } from '../../thing.ts';
import { BURDENS, type Burden, type RotationInput, type ShiftTemplate, type Stretch } from './rotation.ts';

/** One place on the roster that wants a person. */
export interface Slot {
  /** Index of the layer in the input. */
  readonly layer: number;
  readonly day: Day;
  readonly template: ShiftTemplate;
  readonly startAt: Date;
  readonly endAt: Date;
  /** The Shanghai days it touches. */
  readonly days: readonly Day[];
  readonly night: boolean;
  readonly holiday?: Holiday;
  /** 1 where the slot counts for the burden, in the order of `BURDENS`. */
  readonly counts: readonly number[];
}

/** Every place of the span in the order of days, layers and starts, for which nobody stands yet. */
export function slotsOf(input: RotationInput, calendar: Calendar): Slot[] {
  const kept = (input.standing ?? []).filter(({ elsewhere }) => !elsewhere);
  return daysOf(input, calendar).flatMap((day) =>
    input.layers.flatMap(({ layer, templates }, index) => {
      const taken = kept.filter((shift) => shift.day === day && shift.layer === layer);
      return templates
        .map((template) => slotOn(day, index, template, calendar))
        .filter((slot) => !taken.some(({ startAt, endAt }) => startAt < slot.endAt && slot.startAt < endAt));
    }),
  );
}

export function daysOf({ fromDay, toDay }: Stretch, calendar: Calendar): Day[] {
  const length = Math.max(0, calendar.daysBetween(fromDay, toDay) + 1);
  return Array.from({ length }, (_, index) => calendar.addDays(fromDay, index));
}

/** What a shift of this template counts for on that day. */
export function burdensOn(day: Day, template: ShiftTemplate, calendar: Calendar): Record<Burden, boolean> {
  const holiday = calendar.holidayOf(day) !== undefined;
  const weekend = !holiday && calendar.weekday(day) >= 6 && !calendar.isWorkday(day);
  return { nights: isNight(template), weekends: weekend, holidays: holiday, total: true };
}

function slotOn(day: Day, layer: number, template: ShiftTemplate, calendar: Calendar): Slot {
  const overnight = template.end <= template.start;
  const startAt = calendar.at(day, template.start);
  const endAt = calendar.at(overnight ? calendar.addDays(day, 1) : day, template.end);
  const lastDay = calendar.dayOf(new Date(endAt.getTime() - 1));
  const holiday = calendar.holidayOf(day);
  const burdens = burdensOn(day, template, calendar);
  return {
    layer,
    day,
    template,
    startAt,
    endAt,
    days: lastDay === day ? [day] : [day, lastDay],
    night: burdens.nights,
    ...(holiday && { holiday }),
    counts: BURDENS.map((burden) => Number(burdens[burden])),
  };
}

/** A shift is a night if it covers three in the morning; a 24-hour shift is one. */
function isNight({ start, end }: ShiftTemplate): boolean {
  const overnight = end <= start;
  return overnight ? start <= '03:00' || end > '03:00' : start <= '03:00' && end > '03:00';
}
