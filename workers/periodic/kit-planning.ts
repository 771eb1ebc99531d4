import { type CommitContext, decideAndCommit } from '../../domain/decide-and-commit.ts';
import { type Decision, decide } from '../../domain/decision.ts';
import { KINDS } from '../../domain/kinds.ts';
import { KIT_DESK, type KitDesk, kitNews } from '../../domain/periods/kits/desk.ts';
import { OfficeCache, type Reading } from '../../domain/reading.ts';
import { definePeriodic } from './periodic.ts';

/** Looks every half hour what the kits of key periods want: a tick that was missed is made good by the next. */
export const kitPlanning = definePeriodic({
  name: 'kit-planning',
  // After the planner of the periods themselves.
  cron: '5,35 * * * *',

  async run({ office, settings }) {
    const ground = { store: office.store.things, kinds: KINDS, offices: new OfficeCache() };
    await fileKits({ ...settings, ...ground, now: () => office.clock.now() });
  },
});

/** What the tick does, on any store. */
export async function fileKits(context: CommitContext): Promise<void> {
  await decideAndCommit('kits of key periods', context, async (read) => {
    const decision = await kitDecision(read);
    return decision && { decision, actor: { system: 'kit-planning' } };
  });
}

/** The desk's moments as they should be; where something is to be said now, the desk is woken and says it. */
async function kitDecision(read: Reading): Promise<Decision | undefined> {
  const { due, changes, moments } = await kitNews(read);
  const desk = await read.thing<KitDesk>(KIT_DESK);
  const isSame = desk && JSON.stringify(desk.moments) === JSON.stringify(moments);
  const nudge = due.length + changes.length > 0 ? [KIT_DESK] : [];
  if (isSame && nudge.length === 0) return undefined;
  const fresh: KitDesk = { id: KIT_DESK, type: 'kit-desk', handledAt: read.now, moments };
  return decide({ save: isSame ? [] : [desk ? { ...desk, moments } : fresh], nudge });
}
