import type { HolidayChange } from '../../../domain/holidays/notice.ts';
import { normalise } from '../normalise.ts';
import { datesIn, type SaidDay } from './notice-days.ts';

const FESTIVAL = /^(?:元旦|春节|清明节?|劳动节|五一|端午节?|中秋节?|国庆节?)(?:、(?:元旦|中秋节?|国庆节?))?/;
const MOST = 120;
/** 调整节假日 2027年, before the changes themselves. */
const OPENING =
  /^[\s,:]*(?:请|把|将)?(?:调整|修改|更正|变更)(?:一下)?(?:\d{4}年)?(?:的)?(?:节假日|放假安排|假期)(?:安排)?[\s,:]*/;
const CHANGED = /(?:改为|改成|改到|改|应为|应该是|应是|调整为|不是上班是)/;
const OFF = /^(?:不(?:用)?上班|不(?:用)?补班|放假|休息|正常休息)(?:了)?$/;
const WORK = /^(?:上班|补班|不放假|不休息|正常上班)(?:了)?$/;

/** 调整节假日: whether the days of a year are to be talked about, with or without saying which. */
export function namesHolidays(text: string): boolean {
  return OPENING.test(normalise(text).text);
}

/** The year that is named in front: 调整节假日 2027年…, 2027年2月14日改为…. */
export function yearNamed(text: string): number | undefined {
  const found = /^\D{0,12}(20\d\d)年/.exec(normalise(text).text)?.[1];
  return found ? Number(found) : undefined;
}

/**
 * The corrections that a short message makes to a year's days; undefined as soon as one part of it is none, because half a
 * correction is worse than a question.
 */
export function readHolidayChanges(text: string, year: number): HolidayChange[] | undefined {
  const plain = normalise(text).text.trim();
  if (plain.length > MOST) return undefined;
  const parts = plain
    .replace(OPENING, '')
    .replace(/[。!]+$/, '')
    .split(/[,;。\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const changes = parts.map((part) => changeIn(part, year));
  return changes.length > 0 && changes.every((change) => change !== undefined) ? changes.flat() : undefined;
}

function changeIn(part: string, year: number): HolidayChange[] | undefined {
  const rest = part.replace(/^\d{4}年/, '');
  const festival = FESTIVAL.exec(rest)?.[0];
  if (festival) return breakIn(festival, rest.slice(festival.length), year);

  const days = datesIn(part, year);
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last || part.slice(0, first.at).trim() !== '') return undefined;
  const said = part.slice(last.end).trim();
  const verb = CHANGED.exec(said);
  if (verb?.index !== 0) return undefined;
  const what = said.slice(verb[0].length).trim();
  if (!OFF.test(what) && !WORK.test(what)) return undefined;
  const spans = spansOf(part, days);
  return spans?.map(({ from, to }) => ({ what: OFF.test(what) ? 'off' : 'work', from, to }) as const);
}

/** 春节改为2月4日至10日(放假). */
function breakIn(name: string, rest: string, year: number): HolidayChange[] | undefined {
  const verb = CHANGED.exec(rest);
  if (
    !verb ||
    rest
      .slice(0, verb.index)
      .replace(/假期|放假/, '')
      .trim() !== ''
  )
    return undefined;
  const said = rest.slice(verb.index + verb[0].length);
  const days = datesIn(`${name}${said}`, year);
  const spans = days.length > 0 ? spansOf(`${name}${said}`, days) : undefined;
  const after = days.length > 0 ? `${name}${said}`.slice(days.at(-1)!.end).trim() : '';
  if (spans?.length !== 1 || !/^(?:放假)?(?:调休)?$/.test(after)) return undefined;
  return [{ what: 'break', name, ...spans[0]! }];
}

/** 1日至3日 is one stretch, 1日、3日 are two days; undefined where a day does not exist. */
function spansOf(text: string, days: readonly SaidDay[]): { from: string; to: string }[] | undefined {
  if (days.some(({ exists }) => !exists)) return undefined;
  const spans: { from: string; to: string }[] = [];
  days.forEach((day, index) => {
    const before = days[index - 1];
    const joint = before ? text.slice(before.end, day.at).trim() : '';
    if (before && /^[至到~—-]+$/.test(joint)) spans.push({ from: spans.pop()!.from, to: day.day });
    else spans.push({ from: day.day, to: day.day });
  });
  return spans;
}
