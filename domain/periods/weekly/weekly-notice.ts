import { asking } from '../../notices/feedback/ask-feedback.ts';
import type { FeedbackField } from '../../notices/feedback/feedback.ts';
import type { Notice } from '../../notices/notice.ts';
import type { NoticePolicy } from '../../notices/policy.ts';
import { writeNotice } from '../../notices/write-notice.ts';
import type { Office } from '../../people/office.ts';
import { ownersOf } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import { isClassWord, kitAudience } from '../kits/audience.ts';
import type { KitTable } from '../kits/kit.ts';
import type { Period } from '../period.ts';
import type { WeeklyTerms } from '../policy.ts';

/** Whom the words of the settings stand for on a day. */
export interface WeeklyAudience {
  readonly units: readonly ThingId[];
  /** One liaison of each, A before B. */
  readonly people: readonly ThingId[];
  /** Units that have nobody who could be asked. */
  readonly without: readonly ThingId[];
  /** Words of the settings that stand for nobody here. */
  readonly unknown: readonly string[];
}

/** What is collected: of everything that the periods of a week want, each once. */
export const WEEKLY_FIELDS: Readonly<Record<'ledger' | 'progress', FeedbackField>> = {
  ledger: { words: '隐患台账', stem: '台账', kind: 'text', weekly: true },
  progress: { words: '工作进展', stem: '进展', kind: 'text', weekly: true },
};

/** Units on trial are reminded of nothing that counts; whoever asks is not asked himself. */
export function weeklyAudience(
  { to }: WeeklyTerms,
  author: ThingId,
  {
    office,
    day,
    departments,
  }: { readonly office: Office; readonly day: Day; readonly departments: KitTable['departments'] },
): WeeklyAudience {
  const named = kitAudience(to, office, departments);
  const meant = named.units.filter((unit) => office.units.get(unit)?.status === 'active');
  const asked = meant.map((unit) => ({ unit, person: ownersOf(office, { unit }, day)[0]?.id }));
  const others = asked.filter(({ person }) => person !== author);
  const known = others.filter(({ person }) => person !== undefined);
  return {
    units: known.map(({ unit }) => unit),
    people: [...new Set(known.map(({ person }) => person!))],
    without: others.filter(({ person }) => person === undefined).map(({ unit }) => unit),
    unknown: named.unknown.filter((word) => !isClassWord(word)),
  };
}

/** What these periods ask to be told together, 台账 before 进展. */
export function weeklyFields(periods: readonly Pick<Period, 'ladder'>[]): FeedbackField[] {
  return (['ledger', 'progress'] as const)
    .filter((what) => periods.some(({ ladder }) => ladder.weekly === what))
    .map((what) => WEEKLY_FIELDS[what]);
}

export interface WeeklyNotice {
  readonly no: string;
  readonly author: ThingId;
  readonly text: string;
  readonly fields: readonly FeedbackField[];
  readonly dueAt: Date;
  readonly terms: WeeklyTerms;
}

/** A notice like any other, which wants no 收到 and one answer of each unit. */
export function weeklyNotice(
  { no, author, text, fields, dueAt, terms }: WeeklyNotice,
  { people, units }: WeeklyAudience,
  {
    office,
    day,
    policy,
    now,
  }: { readonly office: Office; readonly day: Day; readonly policy: NoticePolicy; readonly now: Date },
): Notice {
  const written = writeNotice('notice', { text }, people, { no, author, at: now }, policy);
  const asked = asking(written, { fields, dueAt }, units, { office, day, policy });
  return { ...asked, feedback: { ...asked.feedback!, remind: terms.remind } };
}
