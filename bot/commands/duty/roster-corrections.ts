import type { Correction, RosterLayer, RosterResult } from '../../../domain/duty/roster/draft.ts';
import { shiftName } from '../../../domain/duty/roster/headings.ts';
import { type IsName, readPeople } from '../../../domain/duty/roster/said-people.ts';
import type { Day } from '../../../domain/thing.ts';

/** 2026年2月9日, 2月9日, 9日, 2.9, 2/9. */
const DAY = /\s*(?:(\d{4})[年./-])?(?:(\d{1,2})[月./-])?(\d{1,2})([日号]?)/y;
const BETWEEN = /\s*[、和及]\s*(?=\d)/y;
const AFTER_DAY = /\s*(?:[(（]?(?:周|星期)[一二三四五六日天][)）]?)?\s*(?:的|那天|当天)?\s*/y;
const PART = /\s*([白夜早晚日中]班)\s*/y;
const LAYER = /\s*(带班领导|带班人员|带班|值班领导|值班人员|值班员|值班|备班人员|备班)的?(?:人|是谁)?\s*/y;
const VERB =
  /\s*(?:请|就|应该?)?\s*(补上|补充|补|改成|改为|改|换成|换为|换|安排|由|还是让|让|还是|定为|定|是|只留|留|用|排|为|就|[:：,，])\s*/y;
const TAIL = /\s*(?:来)?(?:值班|带班|值|顶|吧|了)?[。!！\s]*$/;
const NAMES = /^[\p{Script=Han}·•、\s]{2,30}$/u;
/** 何勇补2月9日, 陈立值2月9日夜班. */
const NAME_FIRST = /^([\p{Script=Han}·•]{2,12}?)(补上|补|值班|值|顶|带班|带)(?=\d)/u;

/** `undefined`: no correction at all · `no-day`: of a day that the roster does not have. */
export type SaidCorrection = readonly Correction[] | 'no-day' | undefined;

/** What puts a roster right in words: 2月9日补 何勇, 2月9日、11日带班改周强, 9日夜班 何勇. Only what is understood to its end. */
export function readCorrection(said: string, result: RosterResult, isName: IsName): SaidCorrection {
  const text = said
    .normalize('NFKC')
    .trim()
    .replace(/^(?:把|将|请)\s*/, '');
  const nameFirst = NAME_FIRST.exec(text);
  if (nameFirst && isName(nameFirst[1]!)) {
    const rest = text.slice(nameFirst[0].length);
    const layer = nameFirst[2]!.startsWith('带') ? '带班' : '';
    return readDayFirst(`${rest}${layer}补${nameFirst[1]}`, result, isName);
  }
  return readDayFirst(text, result, isName);
}

function readDayFirst(text: string, result: RosterResult, isName: IsName): SaidCorrection {
  const take = taker(text);
  const days: (Day | undefined)[] = [];
  do {
    const said = take(DAY);
    if (!said) return undefined;
    // 2.9 names a month; 9 alone could be anything.
    if (!said[2] && !said[4]) return undefined;
    const month = said[2] ?? monthOf(days.at(-1));
    days.push(dayIn(result, said[1], month, said[3]!));
  } while (take(BETWEEN));

  take(AFTER_DAY);
  const part = take(PART)?.[1];
  const layer = layerOf(take(LAYER)?.[1]);
  const name = part ?? take(PART)?.[1];
  const verb = take(VERB)?.[1];
  const people = take.rest().replace(TAIL, '').trim();
  if (!isPeople(people, isName, verb !== undefined || layer !== undefined)) return undefined;
  if (days.includes(undefined)) return 'no-day';

  const shift = name && shiftName(name);
  return days.map((day) => ({ day: day!, ...(layer && { layer }), ...(shift && { shift }), name: people }));
}

function taker(text: string) {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  return Object.assign(take, { rest: () => text.slice(at) });
}

/** A name that nobody has is asked about later, but only where words say that somebody is put on duty. */
function isPeople(words: string, isName: IsName, isSaid: boolean): boolean {
  if (!NAMES.test(words)) return false;
  const { people, unread } = readPeople(words, isName);
  return people.length > 0 && !unread && (isSaid || people.every(({ name }) => isName(name)));
}

function layerOf(word: string | undefined): RosterLayer | undefined {
  if (!word) return undefined;
  if (word.startsWith('备')) return 'reserve';
  return word.startsWith('带') || word === '值班领导' ? 'leader' : 'officer';
}

function monthOf(day: Day | undefined): string | undefined {
  return day && String(Number(day.slice(5, 7)));
}

/** The roster's only day of that date. */
function dayIn({ span, rows }: RosterResult, year: string | undefined, month: string | undefined, date: string) {
  if (!span) return undefined;
  const fits = (day: Day) =>
    Number(day.slice(8)) === Number(date) &&
    (!month || Number(day.slice(5, 7)) === Number(month)) &&
    (!year || day.startsWith(year));
  const found = [...new Set([...eachDay(span.from, span.to), ...rows.map(({ day }) => day)])].filter(fits);
  return found.length === 1 ? found[0] : undefined;
}

const DAY_MS = 86_400_000;

function eachDay(from: Day, to: Day): Day[] {
  const count = Math.min((Date.parse(to) - Date.parse(from)) / DAY_MS, 400);
  return Array.from({ length: count + 1 }, (_, index) =>
    new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10),
  );
}
