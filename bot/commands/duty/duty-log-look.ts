import { type Decision, decide } from '../../../domain/decision.ts';
import { isOpenEntry, type LogEntry, logEntryId, logOfMonth, openLogOf } from '../../../domain/duty/log/log-entry.ts';
import { shiftsNear } from '../../../domain/duty/near.ts';
import { whoIsOnDuty } from '../../../domain/duty/who.ts';
import { may } from '../../../domain/people/rights.ts';
import type { Reading } from '../../../domain/reading.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import { dayText } from '../../../domain/wording/dates.ts';
import {
  entryDetailText,
  LOG_IN_PRIVATE,
  logListText,
  NAME_UNIT_OF_LOG,
  noEntryText,
  notYourLogText,
} from '../../../domain/wording/duty-log.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { answer, type CommandContext, reply, WhichOne } from '../command.ts';
import { isOnDutyIn, unitsSpokenOf } from './duty-log-place.ts';

/** 今天的值班记录, J012: to the person alone; telephone numbers in full only to whoever is on duty there. */
export async function lookAtLog(context: CommandContext): Promise<Decision> {
  const { meaning, read } = context;
  if (meaning.log === 'list') return list(context);
  const entry = await read.thing<LogEntry>(logEntryId(meaning.item!.toUpperCase()));
  if (!entry) return reply(context, noEntryText(meaning.item!));
  if (!sees(context, entry.unit)) return reply(context, notYourLogText(entry.unit, context.text));
  return inPrivate(context, entryDetailText(entry, await isOnDutyIn(context, entry.unit), context.text), entry.no);
}

async function list(context: CommandContext): Promise<Decision> {
  const { meaning, text } = context;
  const unit = unitMeant(context);
  if (!unit) return reply(context, NAME_UNIT_OF_LOG);
  if (!sees(context, unit)) return reply(context, notYourLogText(unit, text));
  const phones = await isOnDutyIn(context, unit);
  const { when, entries } =
    meaning.date || meaning.range ? await ofDays(context, unit) : await ofToday(context.read, unit);
  const sorted = entries.toSorted((one, other) => one.cameAt.getTime() - other.cameAt.getTime());
  return inPrivate(context, logListText(unit, when, sorted, phones, text));
}

/** What came in today and in the shift that is on, which may have begun yesterday; and what is still open from before. */
async function ofToday(read: Reading, unit: ThingId) {
  const { calendar, now } = read;
  const today = calendar.dayOf(now);
  const shifts = await shiftsNear(unit, now, read);
  const onDuty = new Set(whoIsOnDuty(shifts, { unit, at: now }).map(({ shift }) => shift.id));
  const recent = await entriesOn(unit, calendar.addDays(today, -2), today, read);
  const own = recent.filter(({ cameAt, shift }) => calendar.dayOf(cameAt) === today || (shift && onDuty.has(shift)));
  const open = (await read.members<LogEntry>(openLogOf(unit))).filter(isOpenEntry);
  return { when: '今天', entries: [...new Map([...open, ...own].map((entry) => [entry.id, entry])).values()] };
}

async function ofDays({ read, meaning }: CommandContext, unit: ThingId) {
  const [from, to] = meaning.range ?? [meaning.date!, meaning.date!];
  const today = read.calendar.dayOf(read.now);
  if (from === today && to === today) return ofToday(read, unit);
  const text = (day: Day) => dayText(day, today, read.calendar);
  return {
    when: from === to ? text(from) : `${text(from)}至${text(to)}`,
    entries: await entriesOn(unit, from, to, read),
  };
}

async function entriesOn(unit: ThingId, from: Day, to: Day, read: Reading): Promise<LogEntry[]> {
  const months = [...new Set([from.slice(0, 7), to.slice(0, 7)])];
  const all = (await Promise.all(months.map((month) => read.members<LogEntry>(logOfMonth(unit, month))))).flat();
  return all.filter(({ cameAt }) => {
    const day = read.calendar.dayOf(cameAt);
    return from <= day && day <= to;
  });
}

function unitMeant(context: CommandContext): ThingId | undefined {
  const { room, office, meaning } = context;
  const units = room && !meaning.unit && room.units.length === 1 ? room.units : unitsSpokenOf(context);
  const [unit, ...more] = units;
  if (unit && more.length === 0) return unit;
  if (!unit) return undefined;
  throw new WhichOne(
    'unit',
    '看哪个单位的值班记录？',
    units.slice(0, 9).map((one) => ({ label: unitName(office, one), value: unitName(office, one) })),
  );
}

function sees({ speaker, office, read }: CommandContext, unit: ThingId): boolean {
  return may({ person: speaker, right: 'export-duty', unit, office, day: read.calendar.dayOf(read.now) }).allowed;
}

/** Tells of citizens are not for a room. */
function inPrivate(context: CommandContext, words: string, no?: string): Decision {
  const { room, speaker, message } = context;
  if (!room) return reply(context, words, no);
  return decide({
    say: [
      answer(context, LOG_IN_PRIVATE),
      { to: speaker.id, class: 'R', text: words, once: `${message.id}.log`, ...(no && { about: no }) },
    ],
  });
}
