import type { DaySaid, Way } from '../said.ts';

/** 15日, 十五号, 下月10日, 本月15号. Not 3日内, which counts days, and not 3日后. */
export const dayOfMonth: Way<DaySaid> = (run, at) => {
  const ref = run[at]?.kind === 'monthRef' ? run[at] : undefined;
  const start = ref ? at + 1 : at;
  const [day, suffix, after] = run.slice(start, start + 3);
  if (day?.kind !== 'number' || suffix?.kind !== 'day' || day.text.length > 3) return undefined;
  if (!ref && (after?.kind === 'within' || after?.kind === 'after')) return undefined;
  return {
    said: { sort: 'day-of-month', ...(ref && { months: ref.value }), day: day.value },
    next: start + 2,
  };
};
