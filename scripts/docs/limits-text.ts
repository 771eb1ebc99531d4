import { readPolicy } from '../../config/policy.ts';
import type { Window } from '../../domain/calendar/calendar.ts';
import type { Policy } from '../../domain/policy.ts';

/** When reminders may be said and how many, as the defaults stand, for the manual. */
export function limitsText({ windows, budget, tasks }: Policy = readPolicy()): string {
  return [
    `- 一般提醒只在${windowWords(windows.L3)}发；当天到期的${windowWords(windows.L2)}发；紧急、特急催签收随时发。`,
    `- 同一件事两次提醒至少隔${tasks.minGapMinutes}分钟（紧急、特急${tasks.urgentMinGapMinutes}分钟），期限很短的按期限的四分之一。`,
    `- 一个人一天最多${budget.privatePerDay}条提醒，一个群工作日${budget.roomPerWorkday}条、休息日${budget.roomPerDayOff}条；${budget.digestMinutes}分钟内的合成一条，多的往后放。`,
    `- 第一次催签收后约${tasks.ackSummaryMinutes}分钟，群里说一次签收了几家，以后不再说；还差谁只告诉安委办。`,
    `- 草稿${tasks.draftMinutes}分钟（上班时间）没人确认，转给安委办。${windowWords(windows.D)}以外确认的（紧急、特急除外），先问立即下达还是上班再下达。`,
  ].join('\n');
}

/** `09:00-11:45,14:30-17:30` on working days → 工作日9:00—11:45、14:30—17:30 */
function windowWords({ hours, workdays }: Window): string {
  const clocks = hours
    .replaceAll(/\b0(\d:)/g, '$1')
    .replaceAll('-', '—')
    .replaceAll(',', '、');
  return `${workdays ? '工作日' : '每天'}${clocks}`;
}
