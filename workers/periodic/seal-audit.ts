import { sealMinutes } from '../../store/audit-seals.ts';
import { definePeriodic } from './periodic.ts';

/** Chains what the finished minutes wrote into the ledger, so that it cannot be rewritten unnoticed. */
export const sealAudit = definePeriodic({
  name: 'seal-audit',
  cron: '* * * * *',
  unseen: true,

  async run({ office }) {
    await sealMinutes(office.redis, office.keys, office.clock.now().getTime());
  },
});
