import { readPolicy } from '../../config/policy.ts';
import { parseRung, type Rung, type RungUnit } from '../../domain/calendar/rung.ts';
import type { Policy } from '../../domain/policy.ts';
import { table } from './table.ts';

/** What a step says and to whom, in the manual's words. */
const STEP_WORDS: Readonly<Record<string, string>> = {
  nudge: '私聊联络员，请签收',
  deputy: '私聊该单位分管负责人（没有分管就找主要负责人）',
  office: '私聊安委办',
  'nudge-urgent': '私聊联络员',
  'nudge-stand-in': '联络员和替补一起提醒',
  'phone-list': '把电话名单私发安委办，请人打电话',
  halfway: '私聊联络员',
  'due-soon': '私聊联络员',
  'due-today': '私聊联络员',
  check: '只私下问联络员一句：是不是已报到别处',
  overdue: '私聊联络员和分管负责人',
  'propose-supervision': '请安委办和督查员决定是否督办',
  'weekly-page': '从这天起每周一私聊领导，直到报了为止',
  'review-waiting': '提醒审核人',
};

const UNIT_WORDS: Readonly<Record<Exclude<RungUnit, '%'>, string>> = {
  min: '分钟',
  h: '小时',
  d: '天',
  wh: '个工作小时',
  wd: '个工作日',
};

/** The reminders as the defaults stand, for the manual. Throws where a rung has no words yet. */
export function ladderTable(policy: Policy = readPolicy()): string {
  const { ladder, urgentNoAck, beforeDue } = policy.tasks;
  const rows = [
    ['没签收', stepsText(ladder.noAck, '下达')],
    ['没签收（紧急、特急）', stepsText(urgentNoAck, '下达')],
    ['时限快到，还没报', `私聊联络员。${termsText(beforeDue)}`],
    ['过了时限没报', stepsText(ladder.afterDue, '时限')],
    ['报了没审核', stepsText(ladder.review, '报送')],
  ];
  return table(['什么情况', '什么时候、找谁'], rows);
}

/** Steps that say the same to the same people are named once. */
function stepsText(rungs: readonly string[], anchor: string): string {
  const groups: { words: string; moments: string[] }[] = [];
  for (const rung of rungs.map(parseRung)) {
    const words = wordsOf(rung);
    if (groups.at(-1)?.words !== words) groups.push({ words, moments: [] });
    groups.at(-1)!.moments.push(momentText(rung));
  }
  return groups.map(({ words, moments }) => `${anchor}后${moments.join('、')}：${words}`).join('；');
}

function momentsText(rungs: readonly string[]): string {
  return rungs
    .map((text) => {
      const rung = parseRung(text);
      wordsOf(rung);
      return momentText(rung);
    })
    .join('、');
}

function wordsOf({ step, text }: Rung): string {
  const words = STEP_WORDS[step];
  if (!words) throw new Error(`the manual has no words for the rung "${text}"`);
  return words;
}

/** `-1wd 09:00` → 前1个工作日9:00, `+2wh` → 2个工作小时, `50%` → 期限过半. */
function momentText({ amount, unit, clock = '' }: Rung): string {
  const at = clock.replace(/^0/, '');
  if (unit === '%') return amount === 50 ? '期限过半' : `期限过了${amount}%`;
  if (amount === 0) return `当天${at}`;
  const distance = `${Math.abs(amount)}${UNIT_WORDS[unit]}`;
  if (amount < 0) return `前${distance}${at}`;
  return unit === 'wd' && at ? `第${amount}个工作日${at}` : `${distance}${at}`;
}

function termsText(terms: Policy['tasks']['beforeDue']): string {
  const longestFirst = [...terms].sort((one, other) => other.fromDays - one.fromDays);
  return longestFirst.map(({ fromDays, rungs }) => `${termWords(fromDays)}：${momentsText(rungs)}`).join('；');
}

function termWords(fromDays: number): string {
  if (fromDays === 0) return '更短的';
  return fromDays < 1 ? `期限${Math.round(fromDays * 24)}小时以上` : `期限${fromDays}天以上`;
}
