import type { CheckPolicy } from '../duty/checks/policy.ts';
import { actingLevel, type DutyTerms, nightDraws } from '../duty/checks/set-checks.ts';
import type { PeriodLevel } from '../periods/policy.ts';
import type { Day } from '../thing.ts';
import { dayText } from './dates.ts';
import { periodText, provisionalText } from './periods.ts';
import type { TextContext } from './tasks.ts';

/** A key period as a list shows it; a warning in force has no last day. */
export interface ListedPeriod {
  readonly name: string;
  readonly level: PeriodLevel;
  readonly fromDay: Day;
  readonly toDay?: Day;
  readonly provisional: boolean;
}

export interface PeriodsOn {
  /** The day that was asked about. */
  readonly day: Day;
  readonly running: readonly ListedPeriod[];
  /** Those that begin later, the next first. */
  readonly coming: readonly ListedPeriod[];
  readonly terms: DutyTerms;
}

/** Coming periods that find room in one chat message. */
const COMING_LINES = 3;

/** Which key periods run on a day, what that asks of duty, and which come next. */
export function periodsText(asked: PeriodsOn, checks: CheckPolicy, { calendar, now }: TextContext): string {
  const { day, running, coming, terms } = asked;
  const today = calendar.dayOf(now);
  const head = dayText(day, today, calendar);
  const runs = running.map(
    (period) =>
      `${period.name}（${period.level}级，${period.toDay ? `到${Number(period.toDay.slice(5, 7))}月${Number(period.toDay.slice(8))}日` : '到解除为止'}）${provisionalText(period)}`,
  );
  const lines = coming.slice(0, COMING_LINES).map((period) => `接下来：${periodText(period, today, calendar)}`);
  const others = coming.slice(COMING_LINES).map(({ name }) => name);
  return [
    runs.length > 0 ? `${head}重点时段：${runs.join('、')}` : `${head}没有重点时段`,
    termsText(terms, checks),
    ...lines,
    ...(others.length > 0 ? [`再往后：${others.join('、')}`] : []),
  ].join('\n');
}

/** What a day asks of everybody on duty. */
export function termsText(terms: DutyTerms, checks: CheckPolicy): string {
  const level = actingLevel(terms);
  const clocks = checks.levels[level].setClocks.join('、');
  if (level === 'ordinary') return `值班按平时要求：接班${clocks ? `和${clocks}点名` : ''}`;
  const draws = nightDraws(terms, checks);
  const night = draws > 0 ? `，夜间抽查每晚${draws}次` : '';
  return `值班按${level}级要求：${clocks}点名${night}，每天零报告`;
}
