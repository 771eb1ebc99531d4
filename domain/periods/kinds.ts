import type { Calendar } from '../calendar/calendar.ts';
import { defineKind } from '../kind.ts';
import type { Step } from '../step.ts';
import { deskAgenda, type PeriodDesk } from './desk.ts';
import { PERIODS, type Period, settlesOn, WARNINGS } from './period.ts';

export const periodKind = defineKind<Period>({
  type: 'period',
  planned: true,
  agenda: (period, { calendar }) => periodAgenda(period, calendar),
  collections: ({ state, warning }) => (state === 'settled' ? [] : warning ? [PERIODS, WARNINGS] : [PERIODS]),
  // Who asks what a day demands depends on when a warning ended.
  touches: ({ warning }) => (warning ? [WARNINGS] : []),
  audited: true,
});

export const periodDeskKind = defineKind<PeriodDesk>({
  type: 'period-desk',
  planned: true,
  agenda: deskAgenda,
  collections: () => [],
  audited: false,
});

/** A period begins and ends at midnight in Shanghai; a warning when a person says so. */
function periodAgenda({ state, fromDay, toDay, warning }: Period, calendar: Calendar): Step[] {
  const turn = (day: string, step: string): Step => ({
    at: calendar.at(day, '00:00'),
    ...{ step, track: 'turn', kind: 'act' },
  });
  if (state === 'settled' || !toDay) return [];
  return [
    ...(state === 'planned' ? [turn(fromDay, 'open')] : []),
    ...(state !== 'closed' && !warning ? [turn(calendar.addDays(toDay, 1), 'close')] : []),
    turn(settlesOn(toDay, calendar.addDays), 'settle'),
  ];
}
