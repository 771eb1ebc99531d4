import { moveAudit } from '../../store/move-audit.ts';
import { definePeriodic } from './periodic.ts';

/** So many whole months of the ledger stay in Redis beside the running one. */
const MONTHS_KEPT = 3;

/** Older months of the ledger move to files, at an hour when little happens. */
export const moveOldAudit = definePeriodic({
  name: 'move-audit',
  cron: '40 3 * * *',
  unseen: true,

  async run({ office, files }) {
    const now = office.clock.now();
    const before = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS_KEPT, 1);
    await moveAudit(office.redis, office.keys, files, before);
  },
});
