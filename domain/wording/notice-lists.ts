import type { Notice } from '../notices/notice.ts';
import { isAtPoint } from '../notices/post-said.ts';
import type { Person } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { ThingId } from '../thing.ts';
import { unitName } from './names.ts';
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
  { byOther, units }: { readonly byOther: readonly Answered[]; readonly units: readonly ThingId[] },
  context: TextContext,
): string {
  const lines = waiting.slice(0, MOST_LISTED).map((one) => `${nameAndPhone(one.person, context)}${otherText(one)}`);
  const more = waiting.length > MOST_LISTED ? `等${waiting.length}人` : '';
  return [
    `${no}应答${counts.answered}/${counts.total}，${waiting.length > 0 ? `${waiting.length}人未应答：` : '人都已应答'}`,
    ...(waiting.length > 0 ? [`${lines.join('；')}${more}`] : []),
    ...(units.length > 0 ? [`没有人可发的单位：${unitsText(units, context)}`] : []),
    ...byOtherLines(byOther),
    `电话通知到的请回复“${whoText(waiting.length, units, context)} 已通知”`,
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

/** At once, for whom no private message gets through to, and for units that have nobody to write to. */
export function unreachedText(
  { no, wanted }: Notice,
  { missed, units }: { readonly missed: readonly Person[]; readonly units: readonly ThingId[] },
  context: TextContext,
): string {
  const lines = missed.slice(0, MOST_LISTED).map((person) => nameAndPhone(person, context));
  const more = missed.length > MOST_LISTED ? `等${missed.length}人` : '';
  return [
    ...(missed.length > 0 ? [`${no}有${missed.length}人发不到，请电话通知：`, `${lines.join('；')}${more}`] : []),
    ...(units.length > 0 ? [`${no}没有人可发的单位，请电话通知：${unitsText(units, context)}`] : []),
    ...(wanted ? [`电话通知到的请回复“${whoText(missed.length, units, context)} 已通知”`] : []),
  ].join('\n');
}

/** Whom somebody who has telephoned names. */
function whoText(people: number, units: readonly ThingId[], { office }: TextContext): string {
  if (units.length === 0) return '姓名';
  return people === 0 ? unitName(office, units[0]!) : '姓名（或单位）';
}

/** 新河街道 值班0000-6230119: units without anybody to write to, for somebody with a telephone. */
export function unitsText(units: readonly ThingId[], { office }: TextContext): string {
  const shown = units.slice(0, MOST_LISTED).map((id) => {
    const phone = office.units.get(id)?.dutyPhone;
    return `${unitName(office, id)} ${phone ? `值班${phone}` : '（没有登记值班电话）'}`;
  });
  return `${shown.join('；')}${units.length > MOST_LISTED ? `等${units.length}家` : ''}`;
}

function nameAndPhone(person: Person, { office, calendar, now }: TextContext): string {
  const tenures = currentTenures(person, calendar.dayOf(now));
  // Of two that speak of points the one that names it: 响水水库巡查责任人 beside 水库巡查员.
  const [atPoint] = tenures.filter(isAtPoint).toSorted((one, other) => other.title.length - one.title.length);
  const tenure = atPoint ?? tenures[0];
  const unit = tenure ? unitName(office, tenure.unit) : '';
  return `${unit}${tenure?.title ?? ''} ${person.name}${person.phone ?? '（没有登记电话）'}`.trim();
}
