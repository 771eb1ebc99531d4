import type { Env } from '../config/env.ts';
import type { Settings } from '../config/settings.ts';
import type { Decision } from '../domain/decision.ts';
import { KINDS } from '../domain/kinds.ts';
import { OFFICE, type OfficeThing } from '../domain/people/office.ts';
import { planCommit } from '../domain/plan-commit.ts';
import { OfficeCache, RecordedReading } from '../domain/reading.ts';
import { type OpenOffice, openOffice } from '../store/open-office.ts';
import { redisFor } from './redis-for.ts';

/** Opens the office for a command that runs beside the product or without it, and closes everything it opened. */
export async function withOffice<T>(env: Env, work: (office: OpenOffice) => Promise<T>): Promise<T> {
  const redis = await redisFor(env, { borrow: true });
  try {
    const office = await openOffice({
      url: redis.url,
      office: env.ZHISHOU_OFFICE,
      onTrouble: () => {},
      onSkew: () => {},
    });
    try {
      return await work(office);
    } finally {
      await office.close();
    }
  } finally {
    await redis.stop();
  }
}

export async function officeThingsIn(office: OpenOffice): Promise<OfficeThing[]> {
  const { ids } = await office.store.things.collection(OFFICE);
  const found = await office.store.things.load(ids);
  return found.flatMap(({ thing }) => (thing ? [thing as OfficeThing] : []));
}

/** Commits an import as the system's own act. Rejects where somebody changed the office meanwhile; then nothing was done. */
export async function commitAsSystem(
  decision: Decision,
  office: OpenOffice,
  settings: Settings,
  system: string,
): Promise<void> {
  const store = office.store.things;
  const reading = new RecordedReading({ ...settings, store, offices: new OfficeCache(), now: office.clock.now() });
  await reading.office();
  const outcome = await store.commit(
    await planCommit(decision, reading, { system }, { ...settings, calendar: reading.calendar, kinds: KINDS }),
  );
  if (outcome.kind === 'conflict') throw new Error('the office was changed by somebody else meanwhile; try again');
}
