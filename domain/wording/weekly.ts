import type { FeedbackField } from '../notices/feedback/feedback.ts';
import type { Period } from '../periods/period.ts';
import type { WeeklyAudience } from '../periods/weekly/weekly-notice.ts';
import { momentText } from './dates.ts';
import { unitNames } from './names.ts';
import type { TextContext } from './tasks.ts';

const MOST_NAMES = 3;

/** What units read: for which periods, until when, and how to answer. */
export function weeklyText(
  periods: readonly Pick<Period, 'name'>[],
  fields: readonly FeedbackField[],
  dueAt: Date,
  { now, calendar }: TextContext,
): string {
  const names = periods.map(({ name }) => name);
  const named = `${names.slice(0, MOST_NAMES).join('、')}${names.length > MOST_NAMES ? '等' : ''}`;
  const how = fields.map(({ stem }) => `本周${stem} ……`).join('，');
  return `本周${whatText(fields)}（${named}）：请在${momentText(dueAt, now, calendar)}前回复“${how}”，没有新增回复“本周无新增”`;
}

/** To whoever the notice speaks for: units that nobody could be found for, and words of the settings that name none. */
export function weeklyWithoutText(
  no: string,
  { without, unknown }: Pick<WeeklyAudience, 'without' | 'unknown'>,
  { office }: TextContext,
): string {
  const words = unknown.map((word) => `“${word}”`).join('、');
  const parts = [
    ...(without.length > 0 ? [`${unitNames(office, without)}（还没有联络员，要收请电话通知）`] : []),
    ...(unknown.length > 0 ? [`${words}（不知道指哪些单位，请改设置）`] : []),
  ];
  return `${no}没有发给${parts.join('、')}`;
}

/** An outage has swallowed the asking: nobody has heard of it, and nobody is missing. */
export function weeklyMissedText(
  fields: readonly FeedbackField[],
  dueAt: Date,
  { now, calendar }: TextContext,
): string {
  return `值守掉线，没有向各单位收本周${whatText(fields)}（${momentText(dueAt, now, calendar)}前）。还要收请自行发通知`;
}

function whatText(fields: readonly FeedbackField[]): string {
  return fields.map(({ words }) => words).join('和');
}
