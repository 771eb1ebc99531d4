import type { Reading } from '../reading.ts';
import type { ThingId } from '../thing.ts';
import type { PeriodEntry } from './entry.ts';
import { closed, type Period, WARNINGS } from './period.ts';
import { periodId } from './run.ts';
import type { NamedWarning } from './warning.ts';

/** Who said it, and when. */
interface Said {
  readonly by: ThingId;
  readonly at: Date;
}

/** Warnings that are in force now. */
export async function warningsInForce(read: Reading): Promise<Period[]> {
  return (await read.members<Period>(WARNINGS)).filter(({ state }) => state === 'open');
}

/**
 * A warning begins a key period at once, from the moment it was said. One of the same hazard that is in force is raised or
 * lowered instead: it keeps its id, its beginning and who started it, and notes what it was before.
 */
export async function startWarning(
  { title, hazard }: NamedWarning,
  kind: PeriodEntry,
  said: Said,
  running: Period | undefined,
  read: Reading,
): Promise<Period> {
  const { calendar, policy, now } = read;
  const level = policy.keyPeriods.levels[kind.id] ?? kind.level;
  if (running) {
    const change = { name: running.name, level: running.level, at: said.at, by: said.by };
    return {
      ...{ ...running, name: title, level, asks: kind.asks, ladder: policy.keyPeriods.ladders[level], basisAt: now },
      warning: { ...running.warning!, changes: [...(running.warning!.changes ?? []), change] },
    };
  }
  const shown = { name: title, aliases: [], level, asks: kind.asks, ladder: policy.keyPeriods.ladders[level] };

  const fromDay = calendar.dayOf(said.at);
  const minute = calendar.clockOf(said.at).replace(':', '');
  return {
    ...{ id: await freeId(kind.id, `${fromDay.replaceAll('-', '')}t${minute}`, read), type: 'period', ...shown },
    ...{ long: false, fromDay, provisional: false, state: 'open', openedAt: now },
    warning: { hazard, startedAt: said.at, startedBy: said.by },
    ...{ handledAt: now, basisAt: now },
  };
}

/** 暴雨 and 台风 may begin in the same minute, and are two. */
async function freeId(entry: string, stamp: string, read: Reading): Promise<ThingId> {
  for (let ordinal = 1; ; ordinal++) {
    const id = periodId(entry, stamp, ordinal);
    if ((await read.thing(id)) === undefined) return id;
  }
}

/** The warning is over: from now on nothing is asked for it, and the closing work begins. */
export function endWarning(period: Period, said: Said, read: Reading): Period {
  const { calendar, now } = read;
  return {
    ...closed(period, now),
    toDay: calendar.dayOf(said.at),
    warning: { ...period.warning!, endedAt: said.at, endedBy: said.by },
    basisAt: now,
  };
}
