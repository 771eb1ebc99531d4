import type { Notice } from '../notices/notice.ts';
import type { Person } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { Counts } from './notices.ts';
import type { TextContext } from './tasks.ts';

/** Lines of names; the rest is a number. */
const MOST_LISTED = 12;

/** Somebody who is to be telephoned, and the other of the pair who is asked as well, as far as there is one. */
export interface Waiting {
  readonly person: Person;
  readonly other?: Person;
  /** Asked too, or why not. */
  readonly otherIs?: 'asked' | 'away' | 'unreached';
}

/** Somebody for whom the other of the pair has answered. */
export interface Answered {
  readonly person: Person;
  readonly by: Person;
}

/** For the author, in private only: telephone numbers in full, because a person is to use them. */
export function unansweredText(
  { no }: Notice,
  counts: Counts,
  waiting: readonly Waiting[],
  byOther: readonly Answered[],
  context: TextContext,
): string {
  const lines = waiting.slice(0, MOST_LISTED).map((one) => `${nameAndPhone(one.person, context)}${otherText(one)}`);
  const more = waiting.length > MOST_LISTED ? `等${waiting.length}人` : '';
  return [
    `${no}应答${counts.answered}/${counts.total}，${waiting.length}人未应答：`,
    `${lines.join('；')}${more}`,
    ...byOtherLines(byOther),
    '电话通知到的请回复“姓名 已通知”',
  ].join('\n');
}

function otherText({ other, otherIs }: Waiting): string {
  if (!other) return '';
  if (otherIs === 'asked') return `（已问其AB角 ${other.name}）`;
  return `（其AB角 ${other.name} ${otherIs === 'away' ? '请假' : '私聊发不到'}）`;
}

/** Who has not answered himself, with who of the pair did; nothing where there is nobody. */
export function byOtherLines(byOther: readonly Answered[]): string[] {
  if (byOther.length === 0) return [];
  const shown = byOther.slice(0, MOST_LISTED).map(({ person, by }) => `${person.name}，其AB角 ${by.name} 已应答`);
  return [`本人未应答：${shown.join('；')}${byOther.length > MOST_LISTED ? `等${byOther.length}人` : ''}`];
}

/** At once, for whom no private message gets through to. */
export function unreachedText({ no, wanted }: Notice, missed: readonly Person[], context: TextContext): string {
  const lines = missed.slice(0, MOST_LISTED).map((person) => nameAndPhone(person, context));
  const more = missed.length > MOST_LISTED ? `等${missed.length}人` : '';
  return [
    `${no}有${missed.length}人发不到，请电话通知：`,
    `${lines.join('；')}${more}`,
    ...(wanted ? ['电话通知到的请回复“姓名 已通知”'] : []),
  ].join('\n');
}

function nameAndPhone(person: Person, { calendar, now }: TextContext): string {
  const [tenure] = currentTenures(person, calendar.dayOf(now));
  return `${tenure?.title ?? ''} ${person.name}${person.phone ?? '（没有登记电话）'}`.trim();
}
