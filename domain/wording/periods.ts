import type { Calendar } from '../calendar/calendar.ts';
import type { DueStep } from '../periods/desk.ts';
import type { PeriodStep } from '../periods/steps.ts';
import type { Day } from '../thing.ts';
import { dayText } from './dates.ts';
import type { TextContext } from './tasks.ts';

/** Lines of one chat message, the heading included. */
const MOST_LINES = 6;

/** In the order in which an office works them off. */
const STEP_WORDS: Readonly<Record<PeriodStep['step'], string>> = {
  ledger: '值守今天通知单位报隐患台账',
  progress: '值守今天通知单位报进展',
  rally: '发动员通知，要回执',
  notify: '发通知',
  roster: '值班表收齐公示',
  inspect: '安排检查、收值班表',
  plan: '定方案',
  prompt: '提前准备',
  summary: '写小结',
  file: '台账归口存档',
};

const STEPS = Object.keys(STEP_WORDS) as PeriodStep['step'][];

/** Steps of which one must know how far off the period is. */
const BEFORE: readonly PeriodStep['step'][] = ['rally', 'notify', 'roster', 'inspect', 'plan', 'prompt'];

/** Units are asked by themselves on this day, and answer until the next working day. */
const WEEKLY: readonly PeriodStep['step'][] = ['ledger', 'progress'];

/** What the office has to do today for all key periods together: one line for each kind of work. */
export function dayOfPeriodsText(due: readonly DueStep[], today: Day, { calendar }: TextContext): string {
  const lines = STEPS.flatMap((step) => {
    const own = due.filter((one) => one.step === step);
    if (own.length === 0) return [];
    const isAhead = BEFORE.includes(step);
    const named = own.map(({ period }) => (isAhead ? aheadText(period, today, calendar) : period.name));
    const until = WEEKLY.includes(step) ? `（${dayText(calendar.addWorkdays(today, 1), today, calendar)}报齐）` : '';
    return [`${STEP_WORDS[step]}${until}：${named.join(isAhead ? '；' : '、')}`];
  });
  return [`重点时段提醒 ${dayText(today, today, calendar)}`, ...fitted(lines, MOST_LINES - 1, '；')].join('\n');
}

/** `定方案、安排检查、收值班表`. */
export function stepsText(steps: readonly PeriodStep['step'][]): string {
  return STEPS.filter((step) => steps.includes(step))
    .map((step) => STEP_WORDS[step])
    .join('、');
}

/** A key period as a text names it. */
interface Named {
  readonly name: string;
  readonly level: string;
  readonly fromDay: Day;
  readonly toDay?: Day;
  readonly provisional: boolean;
}

/** `春节 A级 2月15日（周日）—2月23日（周一），还有15天`. */
function aheadText(period: Named, today: Day, calendar: Calendar): string {
  return `${periodText(period, today, calendar)}，还有${calendar.daysBetween(today, period.fromDay)}天`;
}

/** `春节 A级 2月15日（周日）—2月23日（周一）`, with a mark where it rests on days off that are not announced. */
export function periodText(period: Named, today: Day, calendar: Calendar): string {
  return `${period.name} ${period.level}级 ${spanOfDaysText(period, today, calendar)}${provisionalText(period)}`;
}

/** `2月15日（周日）—2月23日（周一）`; one day once. */
export function spanOfDaysText(
  { fromDay, toDay }: Pick<Named, 'fromDay' | 'toDay'>,
  today: Day,
  calendar: Calendar,
): string {
  const from = dayText(fromDay, today, calendar);
  if (!toDay) return `${from}起`;
  return fromDay === toDay ? from : `${from}—${dayText(toDay, today, calendar)}`;
}

export function provisionalText({ provisional }: Pick<Named, 'provisional'>): string {
  return provisional ? '（放假安排待公布）' : '';
}

/** No more lines than there is room for; what is too much goes into the last of them. */
export function fitted(lines: readonly string[], most: number, joint: string): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), lines.slice(most - 1).join(joint)];
}
