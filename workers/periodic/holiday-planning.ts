import { nextWakeMs } from '../../domain/agenda.ts';
import { type CommitContext, decideAndCommit } from '../../domain/decide-and-commit.ts';
import { decide } from '../../domain/decision.ts';
import { calendarFiled } from '../../domain/holidays/calendar-of.ts';
import { planWatch } from '../../domain/holidays/holiday-watch.ts';
import { filed, type HolidayYear } from '../../domain/holidays/holiday-year.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { WakeIndex } from '../../domain/ports.ts';
import { OfficeCache, type RecordedReading } from '../../domain/reading.ts';
import type { Thing, ThingId } from '../../domain/thing.ts';
import { definePeriodic } from './periodic.ts';

const MOST_THINGS = 1_000_000;
const AT_ONCE = 100;

/** Looks every minute whether a year was entered whose days the wakes do not know yet, and who is to be reminded of the next one. */
export const holidayPlanning = definePeriodic({
  name: 'holiday-planning',
  cron: '* * * * *',
  unseen: true,

  async run({ office, settings }) {
    const ground = { store: office.store.things, kinds: KINDS, offices: new OfficeCache() };
    await planHolidays({ ...settings, ...ground, now: () => office.clock.now(), wakes: office.store.wakes });
  },
});

export interface HolidayPlanning extends CommitContext {
  readonly wakes: Pick<WakeIndex, 'dueWakes'>;
}

const ACTOR = { system: 'holiday-planning' };

/** What the tick does, on any store; asked as often as one likes it changes nothing more. */
export async function planHolidays(context: HolidayPlanning): Promise<void> {
  await decideAndCommit('the watch over next year', context, async (read) => {
    const decision = await planWatch(read);
    return decision && { decision, actor: ACTOR };
  });
  await fileWakesAnew(context);
}

/**
 * Files the wakes of all things anew whose agendas lie elsewhere by the days off that were entered, some at a time. A process that
 * ends in between leaves the year marked as not filed, and the next tick begins again; what lies right already is left alone.
 */
async function fileWakesAnew(context: HolidayPlanning): Promise<void> {
  const years = await yearsNotFiled(context);
  if (years.length === 0) return;
  const ids = await context.wakes.dueWakes(Number.MAX_SAFE_INTEGER, MOST_THINGS);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await decideAndCommit('wakes by the new days off', context, async (read) => {
      const save = await misfiled(some, read, context);
      return save.length > 0 ? { decision: decide({ save }), actor: ACTOR } : undefined;
    });
  }
  await decideAndCommit('a year that is filed', context, async (read) => {
    const now = await read.things<HolidayYear>(years.map(({ id }) => id));
    // One that was entered again meanwhile has wakes by the version before it, and is filed by the next tick.
    const done = now.filter(({ version }, index) => version === years[index]?.version);
    return { decision: decide({ save: done.map(filed) }), actor: ACTOR };
  });
}

async function yearsNotFiled({ store, offices }: HolidayPlanning): Promise<HolidayYear[]> {
  const { office } = await offices.get(store);
  return [...office.years.values()].filter(({ version, filedVersion }) => version !== filedVersion);
}

/** Saved as they are, they get the wake that their agenda wants by the new days. */
async function misfiled(ids: readonly ThingId[], read: RecordedReading, context: HolidayPlanning): Promise<Thing[]> {
  const before = calendarFiled(await read.office(), context.calendar);
  const { calendar: after, policy, now } = read;
  return (await read.things<Thing>(ids)).flatMap((thing) => {
    const kind = KINDS.get(thing.type);
    if (!kind) return [];
    const wasMs = nextWakeMs(thing, kind.agenda(thing, { calendar: before, policy }));
    const isMs = nextWakeMs(thing, kind.agenda(thing, { calendar: after, policy }));
    if (wasMs === isMs) return [];
    // A reminder that by the new days should have been spoken already is none: nobody missed it.
    const isOver = isMs !== null && isMs <= now.getTime() && (wasMs === null || wasMs > now.getTime());
    return [isOver ? { ...thing, basisAt: now } : thing];
  });
}
