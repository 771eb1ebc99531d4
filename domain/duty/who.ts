import type { Day, ThingId } from '../thing.ts';
import { covering, type DutyLine, dutyLines, firstAfter } from './duty-line.ts';
import { peopleAt, relieves } from './presence.ts';
import type { Layer, Shift } from './shift.ts';

/**
 * on-post: has taken over · staying-on: the shift is over and the successor (`due`) has not taken over · not-taken-over: it is
 * their shift and nobody is known to be there · planned: by the roster, for moments to come and for leaders, who need not
 * report · unfilled: nobody is named.
 */
export type DutyKind = 'on-post' | 'staying-on' | 'not-taken-over' | 'planned' | 'unfilled';

export interface OnDuty {
  readonly unit: ThingId;
  readonly layer: Layer;
  readonly shift: Shift;
  /** Whom to turn to, first the one who answers; empty only where nobody is named. */
  readonly people: readonly ThingId[];
  readonly kind: DutyKind;
  /** The shift that should have taken over by then. */
  readonly due?: Shift;
}

export interface DutyQuestion {
  readonly unit?: ThingId;
  readonly layer?: Layer;
  readonly at: Date;
  /** What has happened by now is known; `at` itself where it is left out. Later moments are answered from the roster. */
  readonly now?: Date;
}

/**
 * Who is on duty: the one answer that lists, reminders, alarms and figures use. By unit, leaders first. A unit without a
 * published shift at that moment and without anybody staying on is absent from the answer.
 */
export function whoIsOnDuty(shifts: readonly Shift[], { unit, layer, at, now = at }: DutyQuestion): OnDuty[] {
  return linesAsked(shifts, unit, layer).flatMap((line) => (at > now ? byRoster(line, at) : asItWas(line, at)));
}

function byRoster(line: DutyLine, at: Date): OnDuty[] {
  return covering(line.planned, at)
    .filter(({ handedOverAt }) => !handedOverAt || handedOverAt > at)
    .map((shift) => onDuty(shift, at, 'planned'));
}

function asItWas(line: DutyLine, at: Date): OnDuty[] {
  const present = covering(line.present, at).map(({ shift, reliefs }): OnDuty => {
    if (at < shift.endAt) return onDuty(shift, at, 'on-post');
    const due = reliefs.find((relief) => relief.startAt <= at && at < relief.endAt);
    return { ...onDuty(shift, at, 'staying-on'), ...(due && { due }) };
  });
  const named = new Set(present.flatMap(({ shift, due }) => [shift.id, due?.id]));
  const absent = covering(line.planned, at).filter((shift) => {
    const presence = line.presence.get(shift.id);
    if (named.has(shift.id) || (presence && presence.toAt <= at)) return false;
    // Whoever has come early for the next shift has relieved one that nobody ever took over, too.
    return !present.some((there) => relieves(there.shift, shift));
  });
  return [
    ...present,
    ...absent.map((shift) => onDuty(shift, at, shift.layer === 'leader' ? 'planned' : 'not-taken-over')),
  ];
}

function onDuty(shift: Shift, at: Date, kind: DutyKind): OnDuty {
  const people = peopleAt(shift, at);
  const { unit, layer } = shift;
  return { unit, layer, shift, people, kind: people.length === 0 ? 'unfilled' : kind };
}

export interface ShiftsQuestion {
  readonly unit?: ThingId;
  readonly layer?: Layer;
  readonly person?: ThingId;
  /** 白班, 夜班. */
  readonly name?: string;
}

/** Published shifts that have not ended at a moment, the running one first; at most `count`. */
export function nextShifts(
  shifts: readonly Shift[],
  asked: ShiftsQuestion & { readonly at: Date; readonly count?: number },
): Shift[] {
  const { at, count = Number.POSITIVE_INFINITY } = asked;
  const found = linesAsked(shifts, asked.unit, asked.layer).flatMap(({ planned }) => {
    const running = covering(planned, at);
    const later = planned.items.slice(firstAfter(planned.fromMs, at.getTime()));
    return [...running, ...later].filter((shift) => isAsked(shift, asked));
  });
  return inOrder(found).slice(0, count);
}

/** Published shifts that begin on these days, both included. */
export function shiftsOnDays(
  shifts: readonly Shift[],
  asked: ShiftsQuestion & { readonly fromDay: Day; readonly toDay: Day },
): Shift[] {
  const found = linesAsked(shifts, asked.unit, asked.layer).flatMap(({ planned }) =>
    planned.items.filter((shift) => asked.fromDay <= shift.day && shift.day <= asked.toDay && isAsked(shift, asked)),
  );
  return inOrder(found);
}

/** The shifts of the same unit and layer whose people answer until this one is taken over: `relieve` each of them then. */
export function outgoingOf(shifts: readonly Shift[], shift: Shift): Shift[] {
  return linesAsked(shifts, shift.unit, shift.layer)
    .flatMap(({ planned }) => planned.items)
    .filter((other) => other.state === 'on-duty' && !other.handedOverAt && relieves(shift, other));
}

function linesAsked(shifts: readonly Shift[], unit?: ThingId, layer?: Layer): DutyLine[] {
  return dutyLines(shifts).filter((line) => (!unit || line.unit === unit) && (!layer || line.layer === layer));
}

function isAsked(shift: Shift, { person, name }: ShiftsQuestion): boolean {
  const serves =
    !person || shift.people.includes(person) || shift.standIns?.some((standIn) => standIn.person === person);
  return Boolean(serves) && (!name || shift.name === name);
}

function inOrder(shifts: readonly Shift[]): Shift[] {
  const rank = ({ layer }: Shift) => (layer === 'leader' ? 0 : 1);
  return [...shifts].sort(
    (a, b) =>
      a.startAt.getTime() - b.startAt.getTime() || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : rank(a) - rank(b)),
  );
}
