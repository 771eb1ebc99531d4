import type { Decision } from '../../../domain/decision.ts';
import { audienceOf } from '../../../domain/notices/audience.ts';
import { handOut, outAt } from '../../../domain/notices/send-notice.ts';
import { writeNotice } from '../../../domain/notices/write-notice.ts';
import { dispatchers } from '../../../domain/people/find-people.ts';
import type { KitEntry } from '../../../domain/periods/kits/sheet.ts';
import { dispatchOrder } from '../../../domain/tasks/dispatch-order.ts';
import { draftTask } from '../../../domain/tasks/draft-task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { audienceOfEntry, type KitTextContext } from '../../../domain/wording/kit-entries.ts';
import { unitName } from '../../../domain/wording/names.ts';
import type { TextContext } from '../../../domain/wording/tasks.ts';
import type { CommandContext } from '../command.ts';

/** What became of one confirmed draft. */
export interface IssuedEntry {
  readonly entry: KitEntry;
  readonly no: string;
  readonly title: string;
  readonly units: number;
  readonly dueAt?: Date;
  /** Where that is later than now. */
  readonly outAt?: Date;
  readonly decision: Decision;
}

/** When units hear of a task. */
interface WhenOut {
  readonly notBeforeAt?: Date;
  readonly urgent: boolean;
}

/** Of a warning at once; everything else waits for the morning outside decent hours, because nothing of it is urgent. */
export function whenOut({ read }: CommandContext, urgent: boolean): WhenOut {
  const { calendar, now, policy } = read;
  if (urgent || calendar.isWithin(now, policy.windows.D)) return { urgent };
  const today = calendar.dayOf(now);
  const day = calendar.clockOf(now) < calendar.office.start ? today : calendar.addDays(today, 1);
  return { urgent, notBeforeAt: calendar.at(day, calendar.office.start) };
}

/** Somebody has to say who or until when before it may go out. */
export function isBlocked(entry: KitEntry, hearsAt: Date, texts: KitTextContext): boolean {
  const { units, unknown } = audienceOfEntry(entry, texts);
  if (units.length === 0 || unknown.length > 0) return true;
  if (entry.item.kind === 'notice') return liaisonsOf(units, texts).length === 0;
  return entry.dueAt === undefined || entry.dueAt <= hearsAt;
}

/** Who hears a notice for these units. */
function liaisonsOf(units: readonly ThingId[], { office, calendar, now }: TextContext): readonly ThingId[] {
  const names = units.map((unit) => unitName(office, unit));
  return audienceOf({ units: names, scope: [], people: [] }, office, calendar.dayOf(now)).people;
}

/** A confirmed draft becomes a task or a notice like any other, in the name of whoever confirmed it. */
export async function issueEntry(
  entry: KitEntry,
  context: CommandContext,
  texts: KitTextContext,
  when: WhenOut,
): Promise<IssuedEntry> {
  const { units } = audienceOfEntry(entry, texts);
  return entry.item.kind === 'task' ? asTask(entry, units, context, when) : asNotice(entry, units, context);
}

async function asTask(
  entry: KitEntry,
  units: readonly ThingId[],
  context: CommandContext,
  when: WhenOut,
): Promise<IssuedEntry> {
  const { read, office, text, speaker } = context;
  const { item, dueAt } = entry;
  const no = await read.nextNumber('T');
  const told = `报${item.result ?? '情况'}${item.feedback ? `：${item.feedback}` : ''}`;
  const draft: Task = draftTask(
    no,
    {
      ...{ title: item.title, text: `${item.title}：${item.text}`, requirements: [item.text, told] },
      ...{ leads: [], coops: [], executors: units, owners: [], priority: 'normal', assumed: [], openPoints: [] },
      ...(dueAt && { dueAt }),
    },
    { assigner: speaker.id, reviewer: reviewerOf(context), at: read.now },
  );
  const { notBeforeAt, urgent } = when;
  const decision = dispatchOrder(draft, {
    read,
    office,
    text,
    ...(notBeforeAt && { notBeforeAt }),
    ...(urgent && { urgent }),
  });
  return {
    entry: settled(entry, no, context),
    no,
    title: item.title,
    units: units.length,
    ...(dueAt && { dueAt }),
    ...(notBeforeAt && { outAt: notBeforeAt }),
    decision,
  };
}

/** To the liaisons of the units; out of hours it waits as every notice does. */
async function asNotice(entry: KitEntry, units: readonly ThingId[], context: CommandContext): Promise<IssuedEntry> {
  const { read, text, speaker } = context;
  const no = await read.nextNumber('N');
  const written = writeNotice(
    'notice',
    { text: namedText(entry), needAck: entry.item.feedback !== undefined },
    liaisonsOf(units, text),
    { no, author: speaker.id, at: read.now },
    read.policy.notices,
  );
  // What a red or orange warning asks for cannot wait for the morning either.
  const notice = isHigh(entry) ? { ...written, urgent: true, ladder: read.policy.notices.urgentLadder } : written;
  const { title } = entry.item;
  return {
    entry: settled(entry, no, context),
    no,
    title,
    units: units.length,
    ...(outAt(notice, read.now, read) > read.now && { outAt: outAt(notice, read.now, read) }),
    decision: handOut(notice, read.now, text, read),
  };
}

/** 预警已启动 does not say which: by its name and colour as they are now. */
function namedText({ item, runs }: KitEntry): string {
  const warning = runs.find((run) => run.warning !== undefined);
  if (!warning) return item.text;
  return /^预警/.test(item.text) ? item.text.replace(/^预警/, warning.name) : `${warning.name}：${item.text}`;
}

function isHigh({ runs }: KitEntry): boolean {
  return runs.some(({ warning, name }) => warning !== undefined && /[红橙]色预警/.test(name));
}

function settled(entry: KitEntry, matter: string, { speaker }: CommandContext): KitEntry {
  return { ...entry, state: 'issued', matter, by: speaker.id };
}

/** The office's dispatcher accepts the reports; the speaker, if he is one. */
function reviewerOf({ office, read, speaker }: CommandContext): ThingId {
  const desk = dispatchers(office, read.calendar.dayOf(read.now));
  return desk.find(({ id }) => id === speaker.id)?.id ?? desk[0]?.id ?? speaker.id;
}
