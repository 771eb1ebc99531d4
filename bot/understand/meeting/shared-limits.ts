import type { Span } from '../span.ts';
import type { Limits } from './evidence.ts';
import type { Assignment } from './orders.ts';
import { segmentsOf } from './segments.ts';
import type { Sentence } from './sentences.ts';

/** 以上三项, 这两项工作, 上述任务: what was told before. */
const THOSE =
  /^(?:以上|上述|上面|前面|这)(?:讲的|说的|提到的)?([两二三四五六七八九几\d]{1,2}|些)?(?:项|件|条|点|个|样)?(?:工作|任务|事项|事情?|要求|问题|都)?/;
const NUMBERS = '零一二三四五六七八九';
/** 时间节点是, 完成时限：, 什么时候完成？, 这个事不复杂: what is said of when, and not of what. */
const OF_WHEN =
  /^(?:完成|办结|整改|具体|总的|最后|报送)?(?:的)?(?:时间|时限|期限|工期|节点|时间节点|时间要求|截止日期|什么时候|啥时候)|^给(?:你们|大家|他们)|^我(?:只)?给|^(?:最迟|最晚|至迟)|^(?:这|此)(?:件|项|个)?(?:事情?|工作|任务|活)(?!.{0,6}由)/;
const ASKS_WHEN = /^(?:这[^,]{0,6})?(?:什么时候|啥时候|何时|几时|多长时间|多久|几天)[^。]{0,10}[?]$/;
/** A sentence that only says when has no more words than that. */
const LONGEST = 34;
const BARE = 4;

/**
 * Gives a limit that is said on its own to what it is said of: the order before it, or as many as it counts. False where
 * the sentence is something else.
 */
export function sharesLimit(sentence: Sentence, found: Assignment[], first: number, limits: Limits): boolean {
  const words = sentence.clauses.map(({ text, mark }) => text + mark).join('');
  if (found.length === first) return false;
  const span = { from: sentence.from, to: sentence.to };
  const those = THOSE.exec(words);
  if (ASKS_WHEN.test(words)) return extendsLast(found, span);
  if (words.length > LONGEST || !limits.any(span) || NAMES_DOER.test(words)) return false;
  if (those && (those[1] || /^[以上]/.test(words)) && !/^这(?:个|件|项)?(?:事情?|工作|任务|问题)/.test(words)) {
    share(found, first, those[1], span);
    return true;
  }
  if (THIS_WORK_OF.test(words) && namesOthers(sentence, found)) return false;
  if (OF_WHEN.test(words) || isBare(words)) return extendsLast(found, span);
  return false;
}

/** 这项工作民政局月底前要见底: somebody else's. */
const THIS_WORK_OF = /^(?:这|此)(?:件|项|个)?(?:事情?|工作|任务|活)/;

function namesOthers(sentence: Sentence, found: readonly Assignment[]): boolean {
  const last = found[found.length - 1]!;
  return segmentsOf(sentence).some(
    ({ subject }) => subject?.sort === 'units' && subject.units.some((unit) => !last.units.includes(unit)),
  );
}

const NAMES_DOER = /(?:牵头|责任)(?:单位|部门)?(?:是|为|:)|由[^,]{2,12}(?:负责|牵头)/;

/** 12月15日。 */
function isBare(words: string): boolean {
  return (
    words.replace(/[\d年月日号前底之以周星期一二三四五六七八九十上下午点今明本。,:节假春元旦国庆中秋末旬内]/g, '')
      .length <= BARE && words.length <= 14
  );
}

function extendsLast(found: Assignment[], { to }: Span): true {
  const last = found[found.length - 1]!;
  found[found.length - 1] = { ...last, span: { from: last.span.from, to } };
  return true;
}

function share(found: Assignment[], first: number, count: string | undefined, span: Span): void {
  const many =
    count === '两' ? 2 : count === undefined ? 0 : NUMBERS.indexOf(count) > 0 ? NUMBERS.indexOf(count) : Number(count);
  const from = many > 0 ? Math.max(0, found.length - many) : first;
  for (let at = from; at < found.length; at++) found[at] = withLimit(found[at]!, span);
}

/** 县应急局制定办法，县财政局落实经费，均于12月20日前完成: of all that the sentence tells. */
export function sharesWithin(sentence: Sentence, found: Assignment[], first: number, limits: Limits): void {
  const last = sentence.clauses[sentence.clauses.length - 1]!;
  if (found.length - first < 2 || !limits.any(last) || !FOR_EACH.test(last.text)) return;
  for (let at = first; at < found.length; at++) {
    const { span } = found[at]!;
    if (last.from >= span.to || last.to <= span.from) found[at] = withLimit(found[at]!, last);
  }
}

const FOR_EACH =
  /^(?:以上|上述|这[两三四几]|[两三四]项)?[^,]{0,6}?(?:均|都(?=[要在于须必应是]|\d|[本下今明年月])|全部(?=[在于\d]|要))/;

export function withLimit(assignment: Assignment, { from, to }: Span): Assignment {
  return { ...assignment, limits: [...(assignment.limits ?? []), { from, to }] };
}
