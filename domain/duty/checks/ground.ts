import { dayAt, dayMs, minuteMs, wallMs } from '../../calendar/civil-day.ts';
import { clockMinutes } from '../../calendar/clock.ts';
import type { DrawInput, DrawShift, DrawUnit, ShortReason, Span } from './plan.ts';

/** What stands for "no shift" and "no night" in the arrays below. */
export const NONE = -1;

/** The minutes of a period, numbered from 0, as one unit sees them. */
export interface Ground {
  readonly unit: DrawUnit;
  /** 1 where the unit may be checked. */
  readonly open: Uint8Array;
  /** Index of the shift that is on duty. */
  readonly shiftOf: Int32Array;
  /** The night a minute belongs to; by the day on which the night ends. */
  readonly nightOf: Int32Array;
  /** The last thing that took minutes away before none was left; absent while there are some. */
  readonly closedBy?: ShortReason;
}

/** Minutes of the period; throws a RangeError for one that is empty, not of whole minutes, or longer than 14 days. */
export function minutesOf({ fromAt, toAt }: Pick<DrawInput, 'fromAt' | 'toAt'>): number {
  const minutes = (toAt.getTime() - fromAt.getTime()) / minuteMs;
  if (!(minutes > 0 && minutes <= 14 * 1440) || fromAt.getTime() % minuteMs !== 0 || !Number.isInteger(minutes))
    throw new RangeError('a plan runs over whole minutes, 14 days at most');
  return minutes;
}

/** The night of every minute of the period, on Shanghai's clock. */
export function nightsOf(input: DrawInput): Int32Array {
  const [from, to] = input.rules.nightWindow.split('-').map(clockMinutes) as [number, number];
  const startMs = wallMs(input.fromAt);

  return Int32Array.from({ length: minutesOf(input) }, (_, minute) => {
    const wall = startMs + minute * minuteMs;
    const day = dayAt(wall);
    const clock = (wall - day * dayMs) / minuteMs;
    if (from <= to) return from <= clock && clock < to ? day : NONE;
    return clock >= from ? day + 1 : clock < to ? day : NONE;
  });
}

/** Where one unit may be checked: on a shift, at the right time of day, away from hand-overs, suspensions and other checks. */
export function groundOf(unit: DrawUnit, input: DrawInput, nightOf: Int32Array): Ground {
  const startMs = input.fromAt.getTime();
  const open = new Uint8Array(nightOf.length);
  const shiftOf = new Int32Array(nightOf.length).fill(NONE);
  const { rules } = input;

  unit.shifts.forEach((shift, index) => {
    const [from, to] = range(shift.startAt.getTime(), shift.endAt.getTime(), startMs);
    open.fill(1, from, to);
    shiftOf.fill(index, from, to);
  });

  let closedBy: ShortReason | undefined = open.includes(1) ? undefined : 'no-shift';
  const close = (reason: ShortReason, take: () => void) => {
    if (closedBy) return;
    take();
    if (!open.includes(1)) closedBy = reason;
  };
  const shutWhere = (isShut: (minute: number) => boolean) => {
    for (let minute = 0; minute < open.length; minute++) if (open[minute] && isShut(minute)) open[minute] = 0;
  };
  const shut = (fromMs: number, toMs: number) => open.fill(0, ...range(fromMs, toMs, startMs));
  const shutAround = (at: Date, minutes: number) =>
    shut(at.getTime() - minutes * minuteMs + 1, at.getTime() + minutes * minuteMs);
  const shutSpan = ({ fromAt, toAt = input.toAt }: Span) =>
    shut(fromAt.getTime() - rules.clearMinutes * minuteMs + 1, toAt.getTime());

  close('hours', () => shutWhere(wrongHours(input, nightOf)));
  close('handover', () => {
    for (const { startAt, endAt } of unit.shifts) {
      shutAround(startAt, rules.handoverMinutes);
      shutAround(endAt, rules.handoverMinutes);
    }
  });
  close('suspended', () => [...input.forbidden, ...unit.suspended].forEach(shutSpan));
  close('other-checks', () => {
    for (const { at, kind } of unit.others) {
      shutAround(at, kind === 'set' ? rules.setCheckMinutes : rules.sameUnitMinutes);
      if (kind === 'random') shutNight(at);
    }
  });
  return { unit, open, shiftOf, nightOf, ...(closedBy && { closedBy }) };

  /** Whoever was asked in a night by another plan is not asked again at night in that shift. */
  function shutNight(at: Date): void {
    const shift = unit.shifts.find((one) => one.startAt <= at && at < one.endAt);
    if (!shift || !isAtNight(at, input)) return;
    const index = unit.shifts.indexOf(shift);
    shutWhere((minute) => shiftOf[minute] === index && nightOf[minute] !== NONE);
  }
}

/** A minute drawn for a unit. */
export interface Drawn {
  readonly ground: Ground;
  readonly minute: number;
}

export function shiftAt(ground: Ground, minute: number): DrawShift {
  return ground.unit.shifts[ground.shiftOf[minute]!]!;
}

/** A person in a night: whoever minds the posts of two units is asked for one of them. */
export function nightKey(ground: Ground, minute: number): string {
  return `${shiftAt(ground, minute).person} ${ground.nightOf[minute]}`;
}

/** What a night check uses up: the person's night, and the one night check of the shift. */
export function asksOf(ground: Ground, minute: number): string[] {
  return [nightKey(ground, minute), shiftAt(ground, minute).id];
}

/** Night checks belong to night plans; the ordinary one leaves people their nights unless the office wants otherwise. */
function wrongHours({ kind, rules }: DrawInput, nightOf: Int32Array): (minute: number) => boolean {
  const none = NONE;
  if (kind === 'night') return (minute) => nightOf[minute] === none;
  return rules.weekAtNight ? () => false : (minute) => nightOf[minute] !== none;
}

function isAtNight(at: Date, input: DrawInput): boolean {
  const fromAt = new Date(Math.floor(at.getTime() / minuteMs) * minuteMs);
  return nightsOf({ ...input, fromAt, toAt: new Date(fromAt.getTime() + minuteMs) })[0] !== NONE;
}

/** Numbers of the minutes that begin from `fromMs` on and before `toMs`; empty where that lies outside. */
function range(fromMs: number, toMs: number, startMs: number): [number, number] {
  const from = Math.max(0, Math.ceil((fromMs - startMs) / minuteMs));
  return [from, Math.max(from, Math.ceil((toMs - startMs) / minuteMs))];
}
