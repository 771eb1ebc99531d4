import type { DaySaid, Way } from '../said.ts';

/** Stems of the official breaks' names, by the value their words carry. */
const NAMES = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];

/** 国庆节前, 春节期间, 五一假期, and 节前, 放假前 without a name; 年前 in January and February is read elsewhere. */
export const officialBreak: Way<DaySaid> = (run, at) => {
  const [first, second] = run.slice(at, at + 2);
  if (first?.kind === 'holiday') {
    const next = second?.kind === 'breakOf' ? at + 2 : at + 1;
    return { said: { sort: 'break', name: NAMES[first.value]! }, next };
  }
  if (first?.kind !== 'breakOf') return undefined;
  const relation = second?.kind;
  if (relation !== 'before' && relation !== 'after' && relation !== 'period') return undefined;
  return { said: { sort: 'break' }, next: at + 1 };
};
