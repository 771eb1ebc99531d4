import type { Calendar } from './calendar.ts';
import { dayMs, minuteMs } from './civil-day.ts';
import { clockMinutes } from './clock.ts';

/** `wh` and `wd` are hours and days of the office; `%` is of the term. */
export type RungUnit = 'min' | 'h' | 'd' | 'wh' | 'wd' | '%';

/** One step of a ladder as the policy writes it: `-1wd 09:00 due-soon`. */
export interface Rung {
  readonly text: string;
  readonly amount: number;
  readonly unit: RungUnit;
  /** On the day reached; without one the anchor's own clock holds. */
  readonly clock?: string;
  /** What is to be done then. */
  readonly step: string;
}

/** When the matter was handed out, and when it is due. */
export interface RungAnchor {
  readonly fromAt: Date;
  readonly dueAt?: Date;
}

const read = new Map<string, Rung>();

/** Reads a rung such as `+2wh nudge`, `50% halfway` or `0d 09:00 due-today`; throws a RangeError with the text if it is malformed. */
export function parseRung(text: string): Rung {
  let rung = read.get(text);
  if (!rung) {
    rung = readRung(text);
    read.set(text, rung);
  }
  return rung;
}

function readRung(text: string): Rung {
  // "-1wd 09:00 due-soon"; a bare number only as "0d" or "50%"
  const found = /^(?:([+-]\d{1,4}|0)(min|h|d|wh|wd)|(\d{1,3})(%))(?: (\d\d:\d\d))? ([a-z][a-z0-9-]*)$/.exec(text);
  const amount = Number(found?.[1] ?? found?.[3]);
  if (!found || (found[4] && amount > 100)) throw new RangeError(`not a rung such as "-1wd 09:00 due-soon": "${text}"`);

  const [, , unit, , percent, clock, step] = found;
  if (clock !== undefined) clockMinutes(clock);
  const rung = { text, amount, unit: (percent ?? unit) as RungUnit, step: step! };
  return clock === undefined ? rung : { ...rung, clock };
}

/** The moment of a rung, counted from the hand-out or from the deadline; throws where it needs a deadline and there is none. */
export function placeRung(rung: Rung, anchor: RungAnchor, base: 'from' | 'due', calendar: Calendar): Date {
  const at = base === 'from' ? anchor.fromAt : dueOf(rung, anchor);
  if (rung.unit === 'd' || rung.unit === 'wd') return placeDay(rung, at, base, calendar);

  const reached = placeExactly(rung, at, anchor, calendar);
  return rung.clock === undefined ? reached : calendar.at(calendar.dayOf(reached), rung.clock);
}

function placeExactly(rung: Rung, at: Date, anchor: RungAnchor, calendar: Calendar): Date {
  switch (rung.unit) {
    case 'wh':
      return calendar.addWorkMinutes(at, rung.amount * 60);
    case '%': {
      const fromMs = anchor.fromAt.getTime();
      return new Date(fromMs + Math.round(((dueOf(rung, anchor).getTime() - fromMs) * rung.amount) / 100));
    }
    default:
      return new Date(at.getTime() + rung.amount * (rung.unit === 'h' ? 60 : 1) * minuteMs);
  }
}

function placeDay(rung: Rung, at: Date, base: 'from' | 'due', calendar: Calendar): Date {
  // A deadline at 24:00 belongs to the day that ends then, not to the one that begins.
  const ownDay = calendar.dayOf(base === 'due' ? new Date(at.getTime() - 1) : at);
  const day = rung.unit === 'd' ? calendar.addDays(ownDay, rung.amount) : calendar.addWorkdays(ownDay, rung.amount);
  if (rung.clock !== undefined) return calendar.at(day, rung.clock);

  return new Date(at.getTime() + calendar.daysBetween(ownDay, day) * dayMs);
}

function dueOf(rung: Rung, anchor: RungAnchor): Date {
  if (!anchor.dueAt) throw new RangeError(`rung "${rung.text}" needs a deadline`);
  return anchor.dueAt;
}
