import type { Settings } from '../config/settings.ts';
import { decideAndCommit } from '../domain/decide-and-commit.ts';
import { decide } from '../domain/decision.ts';
import { KINDS } from '../domain/kinds.ts';
import { OfficeCache } from '../domain/reading.ts';
import { sealMinutes } from '../store/audit-seals.ts';
import type { OpenOffice } from '../store/open-office.ts';
import type { Ticks } from '../store/ticks.ts';

const MINUTE_MS = 60_000;
/** More waits in no office in which nobody has spoken. */
const MOST_WAITING = 10_000;

/**
 * Begins the office's time at `to`, also where that has passed: what planners filed for the time it was is dropped, and what was
 * written so far is sealed under its own minutes. Only for an office in which nobody has spoken yet.
 */
export async function beginAt(to: Date, office: OpenOffice, settings: Settings, ticks: Ticks): Promise<void> {
  const { store, redis, keys, clock } = office;
  const ground = { store: store.things, kinds: KINDS, offices: new OfficeCache(), now: () => clock.now() };
  await decideAndCommit('begin at another time', { ...settings, ...ground }, async (read) => {
    const waiting = await store.wakes.dueWakes(Number.MAX_SAFE_INTEGER, MOST_WAITING);
    const things = await read.things(waiting);
    const drop = [...things.values()].filter(({ type }) => KINDS.get(type)?.planned).map(({ id }) => id);
    return { decision: decide({ drop }), actor: { system: 'clock' } };
  });
  await sealMinutes(redis, keys, clock.now().getTime() + MINUTE_MS);
  await ticks.startOver();
  await clock.setBack(to.getTime());
  await ticks.ask(clock.now());
}
