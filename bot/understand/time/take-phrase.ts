import { ends, letterTable, opens, SPACES } from '../letter-table.ts';
import { withoutAttributes } from './attributes.ts';
import type { Convention } from './conventions.ts';
import type { FoundTime, Trouble } from './found.ts';
import { found } from './make-found.ts';
import { isShiftRule } from './moves.ts';
import { isPlausible } from './plausible.ts';
import { resolvePhrase } from './resolve.ts';
import { looking, type Resolved } from './resolved.ts';
import { isLimited, roleOf } from './roles.ts';
import { type PhraseSaid, phraseWith } from './said.ts';
import { NOTHING, PASSED, type Scene, type Taken, taken } from './scene.ts';
import { type Setting, settle } from './settle.ts';

/** 9月25日前完成（不含当日）: said of the day, though words stand between. */
const EXCLUSIVE_LATER = /^[^。;\n]{0,20}?\(?不(?:含|包括|包含)(?:当日|当天|该日|本日|今天|今日|\d{1,2}[日号])/;
/** （不含6日）: the day is named again, to say whether it counts. */
const NAMED_AGAIN = /\(不?(?:含|包括|包含)$/;

const EVENT_BEFORE = /(?:[\u4e00-\u9fa5](?:之|以)?后的?|[\u4e00-\u9fa5](?:之日|当日)起|发生|发现|接报|事发)\s?$/;
/** 收到通知后, 接任务后, 即日起. */
const FROM_NOW =
  /(?:(?:收到|接到|接|见|本|自|来|收|签收)(?:本|此|该)?(?:通知|任务|文件|消息|信息|电|函|件|文|交办|转办|督办|发文|印发|下发|即日|今日)?[单书令]?(?:发出|下发|印发)?|即日)(?:之日|当日)?(?:之|以)?[后起]的?\s?$/;
/** 不是今天交，是明天交; 不要把今天的活拖到明天: said only to be denied. */
const DENIED =
  /(?<!是)(?:不是|并非|不再是)(?:在|于|说)?\s?$|(?:不要|别|勿|莫|切忌)把\s?$|(?:不要|不能|不得|不可|不准|不许|别|勿|莫)[^,。;!?\n]{0,10}?(?:拖|推|压|留|放)到\s?$/;
const DENIES = letterTable(`是在于说把到${SPACES}`);
/** 没有按周三要求上报的: by which demand, not by when. */
const NOT_AS = /[没未][^,。;!?]{0,4}按照?$/;
const BY_DEMAND = /^的?(?:要求|规定|部署|通知)/;
/** 20号左右 is no limit anybody can be held to. */
const ABOUT = /^\s?(?:左右|前后|上下)/;
const OPENS_ABOUT = letterTable(`左前上${SPACES}`);
/** 12月中旬前后, said alone or offered: whatever it answers, it is no day. */
const SAYS_NO_MORE = /^[\s。!?吧吗]*$|^(?:行|可以|好)[不吗吧]/;
/** 上次说好的周三, 按之前定的15号: whoever was there knows which one; the next one it need not be. */
const AGREED =
  /(?:(?:上次|上回|之前|先前|早先|当时|那天|原来)[^,。;!?\n]{0,6}?(?:说|讲|[约商议]?定|约|确定|要求)[好过了]?|[说讲约商]好|约定)的?[是在到]?\s?$/;
/** 之前说的周三改到周五 names the old day, and then the new one. */
const MOVED = /^前?[\s,]?(?:要|得|先)?(?:改|推|延|提前|挪|换|作废|取消)/;

/** A phrase as a time, as a question, as both (立即), or as nothing where it is a length or a count after all. */
export function takePhrase(phrase: PhraseSaid, scene: Scene): Taken {
  const { text } = scene.normal;
  if (phrase.relation === 'since') return NOTHING;
  const after = text.slice(phrase.to, phrase.to + 48);
  const before = text.slice(Math.max(0, phrase.from - 16), phrase.from);
  const last = before === '' ? '' : before[before.length - 1];
  if ((last === '含' || last === '括') && NAMED_AGAIN.test(before)) return NOTHING;
  if ((last === '至' || last === '到') && isShiftRule(before)) return PASSED;
  if (ends(DENIES, before) && DENIED.test(before)) return PASSED;
  if ((last === '按' || last === '照') && NOT_AS.test(before) && BY_DEMAND.test(after)) return PASSED;
  const written = text.slice(phrase.from, phrase.to);
  const meant = withoutAttributes(phrase, written, before, after);
  if (!meant) return PASSED;
  if (!isPlausible(meant, written, before, after)) return NOTHING;

  const excluded = meant.relation === 'before' && after.includes('不') && EXCLUSIVE_LATER.test(after);
  const setting = settle(excluded ? phraseWith(meant, { exclusive: true }) : meant, scene, before, after);
  return setting.taken ?? take(setting, scene, before, after);
}

function take({ said, kind, before: earlier, unsure }: Setting, scene: Scene, before: string, after: string): Taken {
  const { normal, context } = scene;
  const [start, end] = normal.spanOf(said);
  const words = normal.original.slice(start, end);
  const trouble = (kind: Trouble['kind'], choices: readonly Date[], to = said.to): Taken =>
    taken(said, undefined, { from: said.from, to, kind, words, choices });
  if (said.beyond || countsFromEvent(said, before)) return trouble('unread', []);

  const plain = said.relation === undefined ? words : withoutLimit(words);
  const resolved = resolvePhrase(said, plain, context);
  if ('broken' in resolved) return trouble(resolved.broken, resolved.choices);
  if (unsure && unsure.getTime() !== resolved.byAt.getTime())
    return trouble(
      'ambiguous',
      [resolved.byAt, unsure].sort((a, b) => a.getTime() - b.getTime()),
    );

  const role = kind ?? roleOf(said, resolved, { before, after, at: context.at });
  const sort = said.day ? said.day.sort : 'none';
  if (role === 'none' || (sort === 'hazy' && role !== 'deadline')) return NOTHING;
  const about = said.about || !opens(OPENS_ABOUT, after) ? 0 : (ABOUT.exec(after)?.[0].length ?? 0);
  if (role === 'deadline' && (about > 0 || said.about)) return trouble('ambiguous', [resolved.byAt], said.to + about);
  const vague = said.about && !resolved.past && SAYS_NO_MORE.test(after);
  if (vague || (role === 'deadline' && isAgreed(said, before, after))) return trouble('ambiguous', [resolved.byAt]);
  if (said.about && FEASTS.has(sort)) return trouble('ambiguous', [resolved.byAt]);
  if (resolved.choices && (role === 'deadline' || sort === 'either' || sort === 'beside')) {
    return trouble('ambiguous', resolved.choices);
  }
  if (role === 'told' && !PLANNED.test(before)) {
    const told = toldOf(said, words, resolved, scene);
    if (told) return taken(said, told, undefined);
  }
  const now = said.now ? trouble('now', []).trouble : undefined;
  const extra: readonly Convention[] = earlier === 'given-up' ? ['moved'] : earlier === 'joined' ? ['inherited'] : [];
  const time = found(resolved, role === 'told' ? resolved.kind : role, false, said, words, scene, extra);
  if (now) return taken(said, time, now);
  const implied = role === 'deadline' && resolved.kind !== 'deadline' && !kind && !isLimited(before);
  const without = implied ? found(resolved, resolved.kind, false, said, words, scene, extra) : undefined;
  return taken(said, time, undefined, earlier, without);
}

/** A day that only its place in a week or month names, of which people have spoken before. */
function isAgreed({ day }: PhraseSaid, before: string, after: string): boolean {
  const floats = day?.sort === 'weekday' || day?.sort === 'day-of-month';
  return floats && AGREED.test(before) && !MOVED.test(after);
}

/** 周五 of 周五之前. */
function withoutLimit(words: string): string {
  const last = words[words.length - 1];
  if (last !== '前' && last !== '内') return words;
  const lead = words.length > 1 ? words[words.length - 2] : '';
  return words.slice(0, lead === '之' || lead === '以' ? -2 : -1);
}

const FEASTS: ReadonlySet<string> = new Set(['festival', 'term', 'break', 'season', 'lunar']);

/** 会后3个工作日内 counts from something that has no date yet; 收到后 and 即日起 count from the message. */
function countsFromEvent(said: PhraseSaid, before: string): boolean {
  if (said.day?.sort !== 'count' || said.relation !== 'within') return false;
  return EVENT_BEFORE.test(before) && !FROM_NOW.test(before);
}

/** 原定于, 拟于: still to come. */
const PLANNED = /(?:原定|定|拟|计划|预计|将|准备|原计划|暂定)(?:于|在)?$/;
/** 12月1日召开的, said in November, is next week's meeting rather than last year's. */
const LONG_AGO_MS = 200 * 86_400_000;

/** The same words, looking back; undefined where that is much farther away than looking ahead. */
function toldOf(said: PhraseSaid, words: string, resolved: Resolved, scene: Scene): FoundTime | undefined {
  const back = resolvePhrase(said, words, looking('past', scene.context));
  const told = 'broken' in back ? resolved : back;
  const ago = scene.context.at.getTime() - told.startAt.getTime();
  if (ago > LONG_AGO_MS && ago > 2 * (resolved.startAt.getTime() - scene.context.at.getTime()) && !resolved.past)
    return undefined;
  return found(told, told.kind === 'range' ? 'range' : 'at', true, said, words, scene, []);
}
