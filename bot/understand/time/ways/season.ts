import type { DaySaid, Read, Way, YearSaid } from '../said.ts';
import { kindAt, type Run, type TokenKind } from '../token.ts';
import { day, yearAt } from './helpers.ts';

/** With these the name of a key period is a time: 汛期前, 春运期间; bare, what follows has to say so. */
const LIMITS: ReadonlySet<TokenKind | 'none'> = new Set<TokenKind>([
  'before',
  'after',
  'period',
  'within',
  'since',
  'about',
]);

/** 入汛前, 汛期开始前, 汛期结束前, 两会期间, 春运结束后, 明年汛期前. */
export const season: Way<DaySaid> = (run, at) => {
  const { year, next } = yearAt(run, at);
  const named = run[next];
  if (named?.kind !== 'season') return undefined;
  // 七下八上防汛关键期: one season by two of its names.
  const twice = run[next + 1]?.kind === 'season' && run[next + 1]!.value === named.value;
  return seasonAt(run, twice ? next + 1 : next, year);
};

function seasonAt(run: Run, next: number, year: YearSaid): Read<DaySaid> | undefined {
  const first = run[next]!;
  const word = kindAt(run, next + 1);
  // 两会召开期间 is all of it.
  const opens = word === 'begun' && kindAt(run, next + 2) !== 'period';
  const edge = word === 'ended' ? 1 : opens || word === 'from' ? -1 : 0;
  const end = edge === 0 && word !== 'begun' ? next + 1 : next + 2;
  if (!LIMITS.has(kindAt(run, end)) && (edge !== 0 || first.text.length === 1 || first.shift !== 0)) return undefined;
  const own = first.shift === 1 ? 1 : first.shift === -1 ? -1 : edge;
  return day({ sort: 'season', year: year.year, years: year.years, season: first.value, edge: own }, end);
}
