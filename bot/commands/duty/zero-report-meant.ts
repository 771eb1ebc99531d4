import { shiftsAround } from '../../../domain/duty/collections.ts';
import type { Shift } from '../../../domain/duty/shift.ts';
import { chiefsOf } from '../../../domain/duty/zero-reports/chiefs.ts';
import { peopleToAsk, postsOf, speaksFor } from '../../../domain/duty/zero-reports/on-duty.ts';
import { type ZeroReport, zeroReportId } from '../../../domain/duty/zero-reports/zero-report.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { may } from '../../../domain/people/rights.ts';
import { type Question, questionsOf } from '../../../domain/question.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Day, ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { NO_POST, notOnDutyText, reportHead, WHICH_POST } from '../../../domain/wording/zero-reports.ts';
import { type CommandContext, WhichOne } from '../command.ts';

/** Which report somebody gives, and what stands behind him. */
export interface MeantReport {
  readonly unit: ThingId;
  readonly day: Day;
  /** The shift that is on there, if any. */
  readonly shift?: ThingId;
  /** For a unit that he neither serves in nor speaks for. */
  readonly collected: boolean;
}

/** `refusal`: why it is not his to give, as the speaker hears it. */
export type ReportMeant = MeantReport | { readonly refusal: string };

/**
 * The unit: the one that the message opens with, else the one quoted, else where the speaker is on duty at the moment of writing,
 * else the one he speaks for. The day: the one quoted, else the day of writing; in the hours before the morning hand-over the day
 * before, if its report is still awaited. Throws WhichOne where several are possible.
 */
export async function reportMeant(context: CommandContext): Promise<ReportMeant> {
  const { message, read } = context;
  const shifts = await shiftsAround(message.sentAt, read);
  const found = await unitMeant(context, shifts);
  if ('refusal' in found) return found;
  const shift = postOf(shifts, found.unit, context);
  return { ...found, day: await dayMeant(context, found.unit), ...(shift && { shift }) };
}

async function unitMeant(
  context: CommandContext,
  shifts: readonly Shift[],
): Promise<Pick<MeantReport, 'unit' | 'collected'> | { readonly refusal: string }> {
  const { speaker, office, message, text } = context;
  const at = message.sentAt;
  const serving = [...new Set(postsOf(shifts, speaker.id, at).map(({ unit }) => unit))];
  const speaking = unitsSpokenFor(context).filter((unit) => peopleToAsk(shifts, unit, at).length > 0);
  const own = [...new Set([...serving, ...speaking])];

  const named = unitOpening(context, own.length > 0);
  if (named) {
    if (own.includes(named)) return { unit: named, collected: false };
    if (await mayCollect(context, named)) return { unit: named, collected: true };
    return { refusal: notOnDutyText(named, peopleToAsk(shifts, named, at), text) };
  }

  const quoted = own.filter((unit) => message.quote?.mine && message.quote.text.includes(unitName(office, unit)));
  const candidates = [quoted, await awaitedOf(serving, context), serving, speaking].find(({ length }) => length > 0);
  const [unit, ...others] = candidates ?? [];
  if (unit && others.length === 0) return { unit, collected: false };
  if (unit) {
    const choices = [unit, ...others].map((id) => ({ label: unitName(office, id), value: unitName(office, id) }));
    throw new WhichOne('unit', WHICH_POST, choices);
  }
  const [home] = unitsOf(speaker, dayOf(context));
  return { refusal: home ? notOnDutyText(home, peopleToAsk(shifts, home, at), text) : NO_POST };
}

/** A unit in the middle of what is told (和南街镇联合检查) does not say where it comes from, if the speaker has one of his own. */
function unitOpening({ meaning, message, office }: CommandContext, hasOwn: boolean): ThingId | undefined {
  if (!meaning.unit) return undefined;
  const [unit, ...others] = unitsNamed(office, meaning.unit);
  if (!unit || others.length > 0) {
    if (hasOwn) return undefined;
    throw new Refusal('NO_SUCH_UNIT', { unit: meaning.unit });
  }
  const at = message.text.indexOf(meaning.unit);
  // Not written at all: it was chosen when the bot asked which.
  const before = message.text.slice(0, Math.max(0, at));
  const opens = /^(?:[\s,，。:：@]|值守|更正|补充|今日|今天|每日|零报告|日报告|平安报告|报平安)*$/.test(before);
  return opens || !hasOwn ? unit.id : undefined;
}

function unitsSpokenFor(context: CommandContext): ThingId[] {
  const { speaker, office } = context;
  const day = dayOf(context);
  return unitsOf(speaker, day).filter((unit) => speaksFor(office, unit, speaker.id, day));
}

/** Whoever collects by telephone: the office, and whoever is the chief duty officer now or was given the unit's numbers. */
async function mayCollect(context: CommandContext, unit: ThingId): Promise<boolean> {
  const { speaker, room, office, read } = context;
  const day = read.calendar.dayOf(read.now);
  const request = { person: speaker, right: 'collect-reports' as const, unit, office, day, ...(room && { room }) };
  if (may(request).allowed) return true;
  if ((await chiefsOf(unit, read)).some(({ person }) => person === speaker.id)) return true;
  const report = await read.thing<ZeroReport>(zeroReportId(unit, dayOf(context)));
  return report?.listedTo?.includes(speaker.id) ?? false;
}

/** Those of the units about which the bot waits for this person's answer. */
async function awaitedOf(units: readonly ThingId[], { read, speaker }: CommandContext): Promise<ThingId[]> {
  if (units.length < 2) return [];
  const questions = await read.members<Question>(questionsOf(speaker.id));
  const matters = questions
    .filter(({ about, expiresAt }) => about === 'zero-report' && expiresAt > read.now)
    .map(({ matter }) => matter);
  const awaited = await read.things<ZeroReport>(matters);
  return units.filter((unit) => awaited.some((report) => report.unit === unit && report.given.length === 0));
}

async function dayMeant(context: CommandContext, unit: ThingId): Promise<Day> {
  const { message, read, text } = context;
  const { calendar, policy } = read;
  const today = dayOf(context);
  const before = calendar.addDays(today, -1);
  if (message.quote?.mine && message.quote.text.includes(reportHead({ unit, day: before }, text))) return before;
  if (message.sentAt >= calendar.at(today, policy.checks.shiftStart)) return today;
  const report = await read.thing<ZeroReport>(zeroReportId(unit, before));
  return report?.wanted && report.given.length === 0 && report.excuse !== 'no-duty' ? before : today;
}

function postOf(shifts: readonly Shift[], unit: ThingId, { speaker, message }: CommandContext): ThingId | undefined {
  const own = postsOf(shifts, speaker.id, message.sentAt).find((post) => post.unit === unit);
  return own?.shift.id;
}

function dayOf({ message, read }: CommandContext): Day {
  return read.calendar.dayOf(message.sentAt);
}
