import type { DaySaid, Way } from '../said.ts';

/** 年前 (before the Spring Festival), 年底, 2026年底, 今年底, 年内, 今年内, 明年年底. */
export const year: Way<DaySaid> = (run, at) => {
  const [first, second] = run.slice(at, at + 2);
  if (first?.kind === 'yearEnd') return { said: { sort: 'year', years: 0, end: true }, next: at + 1 };
  if (first?.kind === 'year' && second?.kind === 'within') {
    return { said: { sort: 'year', years: 0, end: false }, next: at + 1 };
  }
  if (first?.kind === 'year' && second?.kind === 'before')
    return { said: { sort: 'break', name: '春节', winter: true }, next: at + 1 };
  if (first?.kind === 'yearRef') {
    const end = second?.kind === 'yearEnd' || (second?.kind === 'monthEnd' && second.text.length === 1);
    if (!end && second?.kind !== 'within') return undefined;
    return { said: { sort: 'year', years: first.value, end }, next: end ? at + 2 : at + 1 };
  }
  if (first?.kind === 'number' && first.value >= 2000 && first.value <= 2099 && second?.kind === 'yearEnd') {
    return { said: { sort: 'year', year: first.value, end: true }, next: at + 2 };
  }
  return undefined;
};
