import type { Calendar } from '../../calendar/calendar.ts';
import { defineKind } from '../../kind.ts';
import type { Step } from '../../step.ts';
import type { Day, Thing, ThingId } from '../../thing.ts';
import type { WeeklyTerms } from '../policy.ts';
import type { Week } from './week.ts';

/** The one asking of a week, for all key periods that run in it together. What is asked is worked out when its moment has come. */
export interface WeeklyAsk extends Thing, Week {
  readonly type: 'weekly-ask';
  /** As they were when it was filed. */
  readonly terms: WeeklyTerms;
  /** It has been settled: units were asked, or it was too late, or nothing asked for it any more. Never a second time. */
  readonly doneAt?: Date;
  readonly notice?: ThingId;
}

export function weeklyAskId(friday: Day): ThingId {
  return `weekly-ask.${friday}`;
}

export function askAtOf({ askDay, terms }: Pick<WeeklyAsk, 'askDay' | 'terms'>, calendar: Calendar): Date {
  return calendar.at(askDay, terms.ask);
}

export function dueAtOf({ dueDay, terms }: Pick<WeeklyAsk, 'dueDay' | 'terms'>, calendar: Calendar): Date {
  return calendar.at(dueDay, terms.due);
}

function weeklyAskAgenda(ask: WeeklyAsk, calendar: Calendar): Step[] {
  return ask.doneAt ? [] : [{ at: askAtOf(ask, calendar), step: 'ask', track: 'ask', kind: 'act' }];
}

export const weeklyAskKind = defineKind<WeeklyAsk>({
  type: 'weekly-ask',
  agenda: (ask, { calendar }) => weeklyAskAgenda(ask, calendar),
  collections: () => [],
  audited: true,
  planned: true,
});
