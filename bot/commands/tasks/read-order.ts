import type { Calendar } from '../../../domain/calendar/calendar.ts';
import type { Meaning, SubTask } from '../../../domain/meaning.ts';
import { dispatchers } from '../../../domain/people/find-people.ts';
import type { Order } from '../../../domain/tasks/draft-task.ts';
import { progressWords } from '../../../domain/tasks/progress.ts';
import { sourceIn } from '../../../domain/tasks/source.ts';
import type { OpenPoint } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { momentText } from '../../../domain/wording/dates.ts';
import type { CommandContext } from '../command.ts';
import { dueSaidIn } from './due-said.ts';
import { excludedUnits } from './excluded-units.ts';
import { type Parties, partiesNamed } from './read-parties.ts';

/** The orders in one message: usually one; several where the message is a list. */
export function ordersIn(context: CommandContext): Order[] {
  const { meaning } = context;
  const list = (meaning.tasks ?? []).filter((task): task is SubTask => typeof task === 'object');
  if (list.length === 0) return [orderFrom(context, meaning)];

  return list.map((item) =>
    orderFrom(context, {
      ...meaning,
      assignees: item.assignees,
      units: item.units,
      scope: item.scope,
      dueAt: item.dueAt ?? meaning.dueAt,
      content: item.content,
      tasks: undefined,
    }),
  );
}

function orderFrom(context: CommandContext, meaning: Meaning): Order {
  const parties = withoutExcluded(context, partiesNamed(context, meaning));
  const { title, requirements } = titleAndRequirements(meaning.content ?? '');
  const dueAt = meaning.dueAt ?? meaning.time?.next?.[0];
  const words = meaning.dueAt && meaning.recurrence ? progressWords(context.message.text) : undefined;

  const source = sourceIn(context.message.text);

  return {
    title,
    text: context.message.text,
    ...(source && { source }),
    requirements: words && !requirements.some((one) => one.includes(words)) ? [...requirements, words] : requirements,
    ...withoutPoints(parties),
    priority: meaning.priority ?? 'normal',
    ...(dueAt && dueAt > context.message.sentAt && { dueAt, dueSaid: dueSaidIn(context, meaning, dueAt) }),
    ...(meaning.recurrence && (words ? { progress: meaning.recurrence } : { recurrence: meaning.recurrence })),
    assumed: meaning.assumed ?? [],
    openPoints: [...contentPoints(title), ...parties.openPoints, ...duePoints(context, meaning, dueAt)],
    files: context.message.file ? [context.message.file] : [],
  };
}

/** 各乡镇（石桥乡除外）. */
function withoutExcluded({ office, message }: CommandContext, parties: Parties): Parties {
  const excluded = excludedUnits(office, message.text);
  return excluded.length === 0
    ? parties
    : { ...parties, executors: parties.executors.filter((unit) => !excluded.includes(unit)) };
}

function withoutPoints({ openPoints: _points, ...parties }: Parties) {
  return parties;
}

function contentPoints(title: string): OpenPoint[] {
  return title ? [] : [{ about: 'content', choices: [] }];
}

/** What is to be asked about the deadline: nothing, a missing one, one that is past, or one on a day off. */
export function duePoints(
  { read, message, text }: CommandContext,
  meaning: Meaning,
  dueAt: Date | undefined,
): OpenPoint[] {
  const { calendar } = read;
  if (dueAt && dueAt > message.sentAt) {
    const day = calendar.dayOf(dueAt);
    if (calendar.isWorkday(day) || meaning.recurrence || meaning.time?.grain === 'minute') return [];
    return [dayOffPoint(dueAt, text.now, calendar)];
  }
  const written = meaning.ask?.about === 'due' ? (meaning.time?.words ?? wordsInDoubt(meaning)) : undefined;
  return [
    {
      about: 'due',
      ...(written && { written }),
      choices: dueChoices(meaning, text.now, calendar, read.policy.tasks.soonWorkdays),
    },
  ];
}

function wordsInDoubt(meaning: Meaning): string | undefined {
  return meaning.times[0]?.words;
}

function dueChoices(meaning: Meaning, now: Date, calendar: Calendar, workdays: number) {
  const read = meaning.ask?.about === 'due' ? meaning.ask.choices.map((choice) => new Date(choice)) : [];
  const standard = calendar.closing(calendar.addWorkdays(calendar.dayOf(now), workdays));
  const proposals = read.length > 0 ? read : [standard];
  return [
    ...proposals.slice(0, 4).map((at) => ({ label: momentText(at, now, calendar), value: at.toISOString() })),
    { label: '不定期', value: 'none' },
  ];
}

/** A deadline on a day off is allowed; the assigner is asked once, and 确认 keeps it. */
export function dayOffPoint(dueAt: Date, now: Date, calendar: Calendar): OpenPoint {
  const movedAt = calendar.at(calendar.addWorkdays(calendar.dayOf(dueAt), 1), calendar.clockOf(dueAt));
  return {
    about: 'day-off',
    written: momentText(dueAt, now, calendar),
    choices: [
      { label: `改为${momentText(movedAt, now, calendar)}`, value: movedAt.toISOString() },
      { label: '不改', value: 'keep' },
    ],
  };
}

/**
 * A short title and what is asked for besides, both in the order's own words.
 * `对烟花爆竹零售点开展一次拉网式排查，重点是下店上宅` → 烟花爆竹零售点拉网式排查 · 重点是下店上宅
 */
export function titleAndRequirements(content: string): { title: string; requirements: string[] } {
  const [first = '', ...rest] = content
    .split(/[，。；;\n]/)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const title = first
    .replace(/^(?:请|要|务必)/, '')
    .replace(/^对(.{2,40}?)(?:开展|进行|组织)(?:一次|一遍)?/, '$1')
    .replace(/^把/, '');
  return { title, requirements: rest };
}

/** Who accepts the reports: the assigner where the order says 报我, else the office's dispatcher. */
export function reviewerOf({ meaning, message, speaker, office, read }: CommandContext): ThingId {
  // What is read as the work leaves out to whom it is reported: 今晚23点前报我. 报我区 and 报我们 are somebody else.
  const toMe = /(?:报|发|交|反馈)[送来]?给?我(?![们市县区省镇乡局办])|给我[报发交]/;
  const mine = toMe.test(`${message.text} ${meaning.content ?? ''}`);
  const day = read.calendar.dayOf(read.now);
  const desk = dispatchers(office, day);
  if (mine || desk.some((person) => person.id === speaker.id)) return speaker.id;
  return desk[0]?.id ?? speaker.id;
}
