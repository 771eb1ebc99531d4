import type { Decision } from '../../../domain/decision.ts';
import { shiftsOnDays as readShiftsOnDays, shiftsAround, shiftsOfUnit } from '../../../domain/duty/collections.ts';
import { shiftName } from '../../../domain/duty/roster/headings.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { nextShifts, shiftsOnDays, whoIsOnDuty } from '../../../domain/duty/who.ts';
import { may } from '../../../domain/people/rights.ts';
import type { Reading } from '../../../domain/reading.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import { personName, unitName } from '../../../domain/wording/names.ts';
import {
  manyDaysManyUnitsText,
  nobodyOfThatNameText,
  noShiftText,
  onDutyDaysText,
  onDutyDayText,
  onDutyNowText,
  ownShiftsText,
  PHONES_BY_UNIT,
  PHONES_IN_PRIVATE,
  phonesText,
} from '../../../domain/wording/who-on-duty.ts';
import { type CommandContext, defineCommand, reply } from '../command.ts';
import { daysAsked, peopleAsked, unitsAsked } from './who-asked.ts';

const DAYS_AHEAD = 31;

/** 今天谁值班, 本周值班, 我的值班: always from the same function that reminders and figures use. */
export default defineCommand({
  intent: 'who_on_duty',
  right: 'see-duty',
  examples: ['今天谁值班', '本周值班', '我的值班', '明天青山镇谁带班', '我下周有班吗'],

  async handle(context) {
    const { meaning, read } = context;
    if (meaning.self) return ownDuty(context, context.speaker.id, '你');
    if (meaning.person) return dutyOfNamed(context);

    const days = daysAsked(context);
    const today = read.calendar.dayOf(read.now);
    if (!days || (days.length === 1 && days[0] === today)) return now(context);
    return days.length === 1 ? onDay(context, days[0]!) : onDays(context, days);
  },
});

async function now(context: CommandContext): Promise<Decision> {
  const { read, text } = context;
  const shifts = await shiftsAround(read.now, read);
  const today = read.calendar.dayOf(read.now);
  const units = unitsAsked(context);
  const onDuty = whoIsOnDuty(shifts, { at: read.now }).filter(({ shift }) => isAsked(context, shift));
  const soon = shiftsOnDays(shifts, { fromDay: today, toDay: today }).filter(
    (shift) =>
      shift.startAt > read.now &&
      !onDuty.some((one) => one.shift.id === shift.id) &&
      isAsked(context, shift) &&
      (!units || units.includes(shift.unit)),
  );
  const listed = units ?? inOrder(context, [...onDuty, ...soon]);
  const people = [...onDuty, ...soon].filter(({ unit }) => listed.includes(unit)).flatMap((one) => one.people);
  return withPhones(context, onDutyNowText(listed, onDuty, soon, text), listed, people);
}

async function onDay(context: CommandContext, day: Day): Promise<Decision> {
  const { read, text } = context;
  const all = shiftsOnDays(await readShiftsOnDays(day, day, read), { fromDay: day, toDay: day });
  const shifts = all.filter((shift) => isAsked(context, shift));
  const listed = unitsAsked(context) ?? inOrder(context, shifts);
  const people = shifts.filter(({ unit }) => listed.includes(unit)).flatMap((shift) => shift.people);
  return withPhones(context, onDutyDayText(listed, day, shifts, text), listed, people);
}

async function onDays(context: CommandContext, days: readonly Day[]): Promise<Decision> {
  const { read, office, speaker, text } = context;
  const units = unitsAsked(context);
  const [unit] = units ?? [];
  if (!unit || units!.length > 1) {
    const example = speaker.tenures.at(-1)?.unit ?? [...office.units.keys()][0]!;
    return reply(context, manyDaysManyUnitsText(unitName(office, unit ?? example)));
  }
  const [fromDay, toDay] = [days[0]!, days.at(-1)!];
  const shifts = shiftsOnDays(await shiftsOfUnit(unit, fromDay, toDay, read), { unit, fromDay, toDay });
  return reply(
    context,
    onDutyDaysText(
      unit,
      days,
      shifts.filter((shift) => isAsked(context, shift)),
      text,
    ),
  );
}

async function dutyOfNamed(context: CommandContext): Promise<Decision> {
  const [person, ...others] = peopleAsked(context);
  if (!person || others.length > 0)
    return reply(context, nobodyOfThatNameText(context.meaning.person!, person ? others.length + 1 : 0));
  return ownDuty(context, person.id, personName(context.office, person.id));
}

/** The days asked about, else a month from now on; the shift that is running counts too. */
async function ownDuty(context: CommandContext, person: ThingId, who: string): Promise<Decision> {
  const { read, text } = context;
  const { calendar } = read;
  const today = calendar.dayOf(read.now);
  const asked = daysAsked(context);
  const days = asked ?? [today, calendar.addDays(today, DAYS_AHEAD)];
  const [fromDay, toDay] = [days[0]!, days.at(-1)!];
  const shifts = await readShiftsOnDays(calendar.addDays(fromDay, -1), toDay, read);

  const isRunning = (shift: Shift) => shift.startAt <= read.now && read.now < shift.endAt;
  const own = shiftsOnDays(shifts, { person, fromDay: calendar.addDays(fromDay, -1), toDay })
    .filter((shift) => shift.day >= fromDay || (fromDay <= today && isRunning(shift)))
    .filter((shift) => isAsked(context, shift) && (asked !== undefined || shift.endAt > read.now));
  if (own.length > 0) return reply(context, ownShiftsText(who, own, text));
  return reply(context, noShiftText(who, days, asked && (await nextOf(person, toDay, read)), text));
}

async function nextOf(person: ThingId, afterDay: Day, read: Reading): Promise<Shift | undefined> {
  const today = read.calendar.dayOf(read.now);
  const ahead = await readShiftsOnDays(today, read.calendar.addDays(today, DAYS_AHEAD), read);
  return nextShifts(ahead, { person, at: read.now }).find(({ day }) => day > afterDay);
}

/** 夜班 leaves out 白班, and keeps a shift of the whole day. */
function isAsked({ meaning }: CommandContext, { name }: Shift): boolean {
  const asked = meaning.shift && (shiftName(meaning.shift) ?? meaning.shift);
  return !asked || !name || name === asked;
}

function inOrder({ office }: CommandContext, found: readonly { readonly unit: ThingId }[]): ThingId[] {
  const there = new Set(found.map(({ unit }) => unit));
  return [...office.units.keys()].filter((unit) => there.has(unit));
}

/** Telephone numbers only in private, of one unit at a time, and only for those who may see them. */
function withPhones(
  context: CommandContext,
  words: string,
  units: readonly ThingId[],
  people: readonly ThingId[],
): Decision {
  const { message, speaker, office, read, text } = context;
  const asksPhones = /电话|号码|手机|联系方式/.test(message.text);
  if (message.room) return reply(context, asksPhones ? `${words}\n${PHONES_IN_PRIVATE}` : words);
  const [unit] = units;
  if (units.length !== 1 || people.length === 0 || !unit)
    return reply(context, asksPhones && units.length > 1 ? `${words}\n${PHONES_BY_UNIT}` : words);
  const day = read.calendar.dayOf(read.now);
  const sees = may({ person: speaker, right: 'see-phones', unit, office, day }).allowed;
  return reply(context, sees ? `${words}\n${phonesText(unit, people, text)}` : words);
}
