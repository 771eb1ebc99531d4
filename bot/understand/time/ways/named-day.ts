import type { DaySaid, Way } from '../said.ts';

/** 今天, 明天, 大后天, 昨天; the part of the day in 今晚 and 明早 is read as the clock. */
export const namedDay: Way<DaySaid> = (run, at) => {
  const token = run[at];
  return token?.kind === 'namedDay' ? { said: { sort: 'shifted', days: token.value }, next: at + 1 } : undefined;
};
