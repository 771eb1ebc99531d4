import type { PeriodLevel } from '../periods/policy.ts';
import type { Run } from '../periods/run.ts';
import type { Day } from '../thing.ts';
import { bandDatesText } from '../wording/year-poster.ts';

/** One key period in the overview of a year; where it runs at both ends of the year, one line with two stretches. */
export interface PosterBand {
  readonly name: string;
  readonly level: PeriodLevel;
  /** Months long; it stands below the others. */
  readonly long: boolean;
  /** `2月5日—8日`, `至3月31日，11月1日起`. */
  readonly dates: string;
  readonly stretches: readonly PosterStretch[];
}

/** Cut off at the ends of the year; both days are included. */
export interface PosterStretch {
  readonly fromDay: Day;
  readonly toDay: Day;
  /** It began in the year before, or goes on in the next. */
  readonly fromBefore: boolean;
  readonly goesOn: boolean;
  readonly provisional: boolean;
}

/** A line for every key period of a year, the short ones first, by their first day. */
export function posterBands(year: number, runs: readonly Run[]): PosterBand[] {
  const byName = new Map<string, Run[]>();
  for (const run of runs) byName.set(run.name, [...(byName.get(run.name) ?? []), run]);
  return [...byName.values()]
    .map((same) => bandOf(year, same))
    .sort((one, other) => Number(one.long) - Number(other.long) || (first(one) < first(other) ? -1 : 1));
}

function bandOf(year: number, runs: readonly Run[]): PosterBand {
  const { name, level, long } = runs[0]!;
  const stretches = runs.map((run) => stretchOf(year, run));
  return { name, level, long, dates: bandDatesText(stretches), stretches };
}

function stretchOf(year: number, { fromDay, toDay, provisional }: Run): PosterStretch {
  const [newYear, lastDay] = [`${year}-01-01`, `${year}-12-31`];
  return {
    fromDay: fromDay < newYear ? newYear : fromDay,
    toDay: toDay > lastDay ? lastDay : toDay,
    fromBefore: fromDay < newYear,
    goesOn: toDay > lastDay,
    provisional,
  };
}

function first({ stretches }: PosterBand): Day {
  return stretches[0]!.fromDay;
}
