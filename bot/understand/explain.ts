import type { Calendar } from '../../domain/calendar/calendar.ts';
import { isoShanghai } from '../../domain/calendar/iso.ts';
import type { Doubt, Meaning, ReadTime, SubTask } from '../../domain/meaning.ts';
import { dayText, momentText } from '../../domain/wording/dates.ts';
import { INTENT_WORDS, SLOT_WORDS, TIME_WORDS, TROUBLE_WORDS, VALUE_WORDS } from './explain-words.ts';
import { hear } from './hear.ts';
import type { UnderstandInput } from './heard.ts';
import { conventionText } from './time/conventions.ts';
import type { FoundTime, Trouble } from './time/found.ts';
import { meaningOf } from './understand.ts';

/**
 * How a message was read, line by line, for a person who wonders: what it means, every slot with its place in the text, every
 * time with the convention it was read by and what was assumed, and everything left open. Places count characters from one.
 */
export function explain(input: UnderstandInput): string[] {
  const heard = hear(input);
  const meaning = meaningOf(heard);
  return [
    `原文：${input.text}`,
    ...(input.quote ? [`引用：${input.quote.from}：${input.quote.text}`] : []),
    `读作：${INTENT_WORDS[meaning.intent]}（${meaning.intent}）`,
    ...slotLines(meaning, input),
    ...heard.allTimes.times.flatMap((time) => timeLines(time, input)),
    ...heard.allTimes.troubles.map((trouble) => troubleLine(trouble, input)),
    ...(meaning.assumed ?? []).map((assumed) => `按此理解：${assumed}`),
    ...(meaning.ask ? [askLine(meaning.ask, input.calendar)] : []),
  ];
}

const NOT_SLOTS: ReadonlySet<string> = new Set(['intent', 'time', 'times', 'tasks', 'assumed', 'ask', 'kit']);

function slotLines(meaning: Meaning | SubTask, input: UnderstandInput, indent = ''): string[] {
  const said = Object.entries(meaning).filter(([name, value]) => !NOT_SLOTS.has(name) && value !== undefined);
  const tasks = 'tasks' in meaning ? (meaning.tasks ?? []) : [];
  return [
    ...said.map(([name, value]) => `${indent}${SLOT_WORDS[name] ?? name}：${valueText(value, input)}`),
    ...tasks.flatMap((task, index) =>
      typeof task === 'string' ? [`编号：${task}`] : [`第${index + 1}件`, ...slotLines(task, input, '　')],
    ),
  ];
}

function valueText(value: unknown, input: UnderstandInput): string {
  const { calendar, at, text } = input;
  if (value instanceof Date) return momentText(value, at, calendar);
  if (Array.isArray(value)) return value.map((each) => valueText(each, input)).join('、');
  if (typeof value === 'string') return `${VALUE_WORDS[value] ?? shown(value, input)}${place(text, value)}`;
  if (typeof value === 'object' && value !== null && 'rrule' in value) return String(value.rrule);
  return VALUE_WORDS[String(value)] ?? String(value);
}

function shown(value: string, { calendar, at }: UnderstandInput): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(value, calendar.dayOf(at), calendar) : value;
}

/** Where a slot stands in the text; nothing where it was not taken over as it stands. */
function place(text: string, words: string): string {
  const from = text.indexOf(words);
  return from < 0 ? '' : `　${placeText([from, from + words.length])}`;
}

function placeText([from, to]: ReadTime['span']): string {
  return to - from === 1 ? `[第${to}字]` : `[第${from + 1}至${to}字]`;
}

function timeLines({ read, past, assumed, conventions }: FoundTime, { calendar, at }: UnderstandInput): string[] {
  const moment = (date: Date | undefined) => (date ? momentText(date, at, calendar) : '');
  const value =
    read.kind === 'recurrence'
      ? `${read.recurrence?.rrule}${read.recurrence?.cal ? '（按工作日）' : ''}${nextText(read, moment)}`
      : read.kind === 'range'
        ? `${moment(read.startAt)}至${moment(read.endAt)}`
        : moment(read.dueAt ?? read.startAt);
  const kind = past ? TIME_WORDS.past : TIME_WORDS[read.kind];
  return [
    `时间“${read.words}”${placeText(read.span)}：${kind}　${value}`,
    ...conventions.map((code) => `　依据：${conventionText(code)}`),
    ...assumed.map((each) => `　按此理解：${each}`),
    ...(read.provisional ? ['　放假安排待公布，公布后重算'] : []),
  ];
}

function nextText(read: ReadTime, moment: (date: Date) => string): string {
  return read.next && read.next.length > 0 ? `　下三次：${read.next.map(moment).join('、')}` : '';
}

function troubleLine({ words, kind, choices }: Trouble, { calendar, at }: UnderstandInput): string {
  const offered = choices.map((choice, index) => `${index + 1} ${momentText(choice, at, calendar)}`).join('　');
  return `没有定下的时间“${words}”：${TROUBLE_WORDS[kind]}${offered ? `　可选：${offered}` : ''}`;
}

function askLine({ about, choices }: Doubt, calendar: Calendar): string {
  const named = choices.map((choice) =>
    isInstant(choice) ? momentText(new Date(choice), new Date(choice), calendar) : choice,
  );
  return `要问：${SLOT_WORDS[about] ?? about}${named.length > 0 ? `（${named.join(' / ')}）` : ''}`;
}

function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && text === isoShanghai(new Date(at));
}
