import type { Weekday } from '../../../../domain/calendar/calendar.ts';
import type { DaySaid, Way } from '../said.ts';
import { day } from './helpers.ts';

/** 本周, 下周 as a whole, 周末, 下周末, 下周的周五, and 周内. */
export const week: Way<DaySaid> = (run, at) => {
  const token = run[at]!;
  const end = run[at + 1];
  if (token.kind === 'weekend') return day({ sort: 'weekend' }, at + 1);
  if (token.kind === 'weekWord') {
    return token.text === '周' && end?.kind === 'within' ? day({ sort: 'week', weeks: 0 }, at + 1) : undefined;
  }
  if (end?.kind === 'monthEnd' && end.text === '末') return day({ sort: 'weekend', weeks: token.value }, at + 2);
  const of = end?.kind === 'of' ? at + 2 : at + 1;
  const named = run[of];
  if (named?.kind === 'weekend') return day({ sort: 'weekend', weeks: token.value }, of + 1);
  if (named?.kind === 'weekday' && named.shift === undefined) {
    return day({ sort: 'weekday', weeks: token.value, weekday: named.value as Weekday }, of + 1);
  }
  return day({ sort: 'week', weeks: token.value }, at + 1);
};
