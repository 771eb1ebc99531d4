import { peopleAt } from '../duty/presence.ts';
import type { Shift } from '../duty/shift.ts';
import type { OnDuty } from '../duty/who.ts';
import type { Day, ThingId } from '../thing.ts';
import { dayText, momentText } from './dates.ts';
import { LAYER_WORDS, onDutyLine, shiftDay, shiftHours } from './duty.ts';
import { personName, unitName } from './names.ts';
import { daysText } from './roster-days.ts';
import type { TextContext } from './tasks.ts';

/** Lines of a list under its heading. */
const LINES = 5;

/** Who is at the post at a moment, with who comes later on the same day; `soon` are those shifts. */
export function onDutyNowText(
  units: readonly ThingId[],
  onDuty: readonly OnDuty[],
  soon: readonly Shift[],
  context: TextContext,
): string {
  const { calendar, now } = context;
  const [only, ...others] = units;
  if (!only) return `${dayText(calendar.dayOf(now), calendar.dayOf(now), calendar)}没有已发布的值班表`;
  const next = [...soon].sort((one, other) => one.startAt.getTime() - other.startAt.getTime())[0];
  const from = next && calendar.clockOf(next.startAt).replace(/^0/, '');
  if (others.length > 0) {
    const later = from ? [`今天${from}还要换班`] : [];
    const lines = inFewLines(
      units.map((unit) => onDutyLine(unit, onDuty, context)),
      LINES - later.length,
      '家',
      '请带上单位问',
    );
    return [`${momentText(now, now, calendar)}在班：`, ...lines, ...later].join('\n');
  }
  const isThere = onDuty.some(({ unit }) => unit === only);
  if (!isThere && !next) return noRosterText(only, [calendar.dayOf(now)], context);
  return [
    ...(isThere ? [`${momentText(now, now, calendar)} ${onDutyLine(only, onDuty, context)}`] : []),
    ...(next ? [`今天${from}起 ${onDutyLine(only, soon.map(planned), context)}`] : []),
  ].join('\n');
}

/** Who is on duty on another day, by the roster; of one that is over, those who stood there. */
export function onDutyDayText(
  units: readonly ThingId[],
  day: Day,
  shifts: readonly Shift[],
  context: TextContext,
): string {
  const { calendar, now } = context;
  const when = dayText(day, calendar.dayOf(now), calendar);
  const [only, ...others] = units;
  if (!only) return `${when}没有已发布的值班表`;
  if (others.length === 0 && !shifts.some(({ unit }) => unit === only)) return noRosterText(only, [day], context);
  const lines = units.map((unit) => onDutyLine(unit, shifts.map(planned), context));
  if (others.length === 0) return `${when} ${lines[0]}`;
  return [`${when}值班：`, ...inFewLines(lines, LINES, '家', '请带上单位问')].join('\n');
}

/** One unit day by day. */
export function onDutyDaysText(
  unit: ThingId,
  days: readonly Day[],
  shifts: readonly Shift[],
  context: TextContext,
): string {
  const { calendar, now, office } = context;
  if (shifts.length === 0) return noRosterText(unit, days, context);
  const lines = days.map((day) => {
    const own = shifts.filter((shift) => shift.day === day).map(planned);
    const words = onDutyLine(unit, own, context).slice(unitName(office, unit).length + 1);
    return `${dayText(day, calendar.dayOf(now), calendar)}${words}`;
  });
  return [`${unitName(office, unit)}值班：`, ...inFewLines(lines, LINES, '天', '请说日期再问')].join('\n');
}

export function noRosterText(unit: ThingId, days: readonly Day[], { office }: TextContext): string {
  return `${unitName(office, unit)}${daysText(days)}没有已发布的值班表`;
}

export function manyDaysManyUnitsText(example: string): string {
  return `几天的值班请带上单位问，例如“${example}本周值班”`;
}

export const PHONES_IN_PRIVATE = '电话请私聊我问';
export const PHONES_BY_UNIT = '要电话请带上单位问';

/** The office's telephone and those of the people on duty; for private chats only. */
export function phonesText(unit: ThingId, people: readonly ThingId[], { office }: TextContext): string {
  const post = office.units.get(unit)?.dutyPhone;
  const own = [...new Set(people)].map((person) => {
    const phone = office.people.get(person)?.phone;
    return `${personName(office, person) || person}${phone ?? '（没有登记电话）'}`;
  });
  return `电话：${[...(post ? [`值班室${post}`] : []), ...own].join('，')}`;
}

/** The shifts of one person; `who` is 你 or the name. */
export function ownShiftsText(who: string, shifts: readonly Shift[], context: TextContext): string {
  const lines = shifts.map((shift) => ownShift(shift, context));
  if (lines.length === 1) return `${who}的班：${lines[0]}`;
  return [`${who}的班：`, ...inFewLines(lines, LINES, '班', '请说日期再问')].join('\n');
}

export function noShiftText(who: string, days: readonly Day[], next: Shift | undefined, context: TextContext): string {
  const after = next ? `。下一班：${ownShift(next, context)}` : '';
  return `${daysText(days)}没有${who}的班${after}`;
}

export function nobodyOfThatNameText(name: string, count: number): string {
  return count === 0 ? `没有找到“${name}”，请核对姓名` : `“${name}”有${count}个，请带上单位再问`;
}

function ownShift(shift: Shift, context: TextContext): string {
  const { unit, layer } = shift;
  return `${shiftDay(shift, context)}${shiftHours(shift, context)} ${unitName(context.office, unit)}${LAYER_WORDS[layer]}`;
}

/** Stand-ins are named where they stood; what else happened on the day is not for a list. */
function planned(shift: Shift): OnDuty {
  const { unit, layer, startAt, endAt } = shift;
  const people = peopleAt(shift, new Date((startAt.getTime() + endAt.getTime()) / 2));
  return { unit, layer, shift, people, kind: people.length > 0 ? 'planned' : 'unfilled' };
}

/** As many as go into so many lines, two in one where needed; the last line says how many there are. */
function inFewLines(items: readonly string[], lines: number, counter: string, how: string): string[] {
  if (items.length <= lines) return [...items];
  const isAll = items.length <= 2 * lines;
  const shown = isAll ? items : items.slice(0, 2 * (lines - 1));
  const pairs = Array.from({ length: Math.ceil(shown.length / 2) }, (_, at) =>
    shown.slice(2 * at, 2 * at + 2).join('　'),
  );
  return isAll ? pairs : [...pairs, `共${items.length}${counter}，其余${how}`];
}
