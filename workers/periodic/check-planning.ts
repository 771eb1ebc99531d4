import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { planChecks } from '../plan-checks.ts';
import { secureRandom, sha256 } from '../secure-random.ts';
import { definePeriodic } from './periodic.ts';

/** Looks every half hour whether check-ins are to be planned: a tick that was missed is made good by the next. */
export const checkPlanning = definePeriodic({
  name: 'check-planning',
  cron: '*/30 * * * *',

  async run({ office, settings }) {
    const ground = { store: office.store.things, kinds: KINDS, offices: new OfficeCache() };
    await planChecks({ ...settings, ...ground, now: () => office.clock.now(), random: secureRandom, sha256 });
  },
});
