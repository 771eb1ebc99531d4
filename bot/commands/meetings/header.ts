import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { dayIn } from '../../../domain/meetings/held-day.ts';
import { peopleMeant } from '../../../domain/people/find-people.ts';
import type { Office, Person } from '../../../domain/people/office.ts';
import { rolesOf } from '../../../domain/people/posts.ts';
import type { Day } from '../../../domain/thing.ts';
import { honorific } from '../../../domain/wording/names.ts';
import { meetingWordsEnd } from '../../understand/meeting-words.ts';

/** What somebody says about a meeting when he brings its text. */
export interface MeetingHeader {
  readonly name?: string;
  readonly heldDay?: Day;
  readonly leader?: Person;
}

const LONGEST_BRACKET = 160;
const LONGEST_LINE = 60;
/** A line that tells which meeting it was and not what was said there. */
const TELLS = /会议|\d\s*月\s*\d{1,2}\s*[日号]|^(?:今|昨|前)天/;
const LONGEST_NAME = 40;

/** 讲话转任务（会议：…，1月16日） in front, and the text behind it. Both in the message's own words. */
export function partsOf(text: string): { readonly header: string; readonly body: string } {
  const end = meetingWordsEnd(text);
  if (end === 0) return { header: '', body: text.trim() };
  const behind = text.slice(end).replace(/^[\s,，。:：]+(?=[（(])/, '');
  const bracket = bracketAt(behind);
  const rest = behind.slice(bracket.length).replace(/^[\s:：,，。]+/, '');
  const [line = '', ...more] = rest.split('\n');
  // On a line of its own only what calls itself a meeting: the text begins with its title otherwise.
  const beside = /^[^\S\n]*\S/.test(behind) || /^(?:会议|会议名称|时间|日期)\s*[:：]/.test(line);
  const isHeader = beside && line.length <= LONGEST_LINE && !/[。；;]/.test(line) && TELLS.test(line.normalize('NFKC'));
  if (bracket === '' && isHeader && (more.length > 0 || rest.length <= LONGEST_LINE))
    return { header: line, body: more.join('\n').trim() };
  return { header: bracket.slice(1, -1), body: rest.trim() };
}

/** A bracket right behind the words, with brackets within it. */
function bracketAt(text: string): string {
  if (!/^[（(]/.test(text)) return '';
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, LONGEST_BRACKET); at++) {
    if (/[（(]/.test(text[at]!)) depth++;
    if (/[）)]/.test(text[at]!) && --depth === 0) return text.slice(0, at + 1);
  }
  return '';
}

/** 会议：全区第一季度安全生产工作会议，1月16日，李区长讲话. */
export function readHeader(header: string, office: Office, today: Day, calendar: Calendar): MeetingHeader {
  const pieces = header
    .split(/[，,；;\n]|(?<=[日号])\s+|\s+(?=\d{1,2}\s*月|\d{4}\s*年)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  let found: MeetingHeader = {};
  for (const piece of pieces) {
    const day = daySaid(piece, today, calendar);
    const leader = leaderSaid(piece, office, today);
    const name = piece
      .replace(/^(?:会议名称|会议|名称|会)\s*[:：]?\s*(?=\S)/, (words) => (/[:：]/.test(words) ? '' : words))
      .replace(/^(?:日期|时间|会议时间|会议日期)\s*[:：]?\s*/, '')
      .replace(/[“”"《》]/g, '')
      .replace(/(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号](?:上午|下午|召开的?|的)?/, '')
      .trim();
    if (day && !found.heldDay) found = { ...found, heldDay: day };
    if (leader && !found.leader) found = { ...found, leader };
    else if (!leader && name.length >= 2 && !found.name && !/^(?:今|昨|前)天$/.test(name))
      found = { ...found, name: name.slice(0, LONGEST_NAME) };
  }
  return found;
}

const NEAR_DAYS: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2 };

/** The day of a meeting as somebody says it: 1月16日, 2026年1月16日, 昨天. */
export function daySaid(words: string, today: Day, calendar: Calendar): Day | undefined {
  const near = Object.keys(NEAR_DAYS).find((word) => words.includes(word));
  return near ? calendar.addDays(today, NEAR_DAYS[near]!) : dayIn(words, today, calendar);
}

/** 李区长讲话, 主持：李卫东. */
export function leaderSaid(words: string, office: Office, today: Day): Person | undefined {
  const name = words
    .replace(/^(?:主持人?|讲话人?|领导|由|请|等|报)\s*[:：]?\s*/, '')
    .replace(/(?:同志)?(?:的)?(?:重要)?(?:讲话|主持|出席|签发|确认).{0,6}$/, '')
    .trim();
  if (name.length < 2 || name.length > 8) return undefined;
  const leaders = peopleMeant(office, name, today).filter((person) => rolesOf(person, today).includes('leader'));
  return leaders.length === 1 ? leaders[0] : undefined;
}

const HEAD = 400;

/** The leader whom the head of a text names, by name or as he is spoken to; undefined where it names none or several. */
export function leaderNamedIn(text: string, office: Office, today: Day): Person | undefined {
  const head = text.slice(0, HEAD);
  const leaders = [...office.people.values()].filter((person) => rolesOf(person, today).includes('leader'));
  const named = leaders.filter((person) => head.includes(person.name) || head.includes(honorific(person, today)));
  return named.length === 1 ? named[0] : undefined;
}

/** 在全区第一季度安全生产工作会议上的讲话: the meeting a title names. */
export function nameInText(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const title = lines.find((line) => line !== '');
  if (!title || title.length > 60) return undefined;
  const named = /在(.{2,40}?)上的(?:讲话|发言)/.exec(title)?.[1];
  return (
    named ??
    (/会议|大会|推进会|调度会|部署会/.test(title)
      ? title.replace(/(?:的)?(?:重要)?(?:讲话|发言|纪要)(?:稿|提纲)?$/, '')
      : undefined)
  )?.slice(0, LONGEST_NAME);
}
