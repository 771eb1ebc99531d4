import type { Calendar } from '../../calendar/calendar.ts';
import type { Reading } from '../../reading.ts';
import type { Day, ThingId } from '../../thing.ts';
import { PERIODS, type Period } from '../period.ts';
import { LEAD_STEPS, type LeadStep } from '../policy.ts';
import { stepsOf } from '../steps.ts';
import { KIT_DESK, type KitDesk, kitSource } from './desk.ts';
import { type DueItem, itemsAhead } from './due-items.ts';
import { KIT_SHEETS, type KitSheet } from './sheet.ts';

/** What the office itself has to do for a period on the day on which the kit's drafts are put before it. */
export interface StepBeside {
  readonly name: string;
  readonly step: LeadStep;
}

/** What the drafts say themselves: 提前准备 always, 安排检查、收值班表 where there is a task among them. */
const SAID_BY_ANY: readonly LeadStep[] = ['prompt'];
const SAID_BY_TASKS: readonly LeadStep[] = ['inspect'];

/**
 * Periods of which the dispatchers read drafts on a day, at whatever clock: what they are to do for these on the same day stands
 * with the drafts, so that a period is one message a day. None where nobody shows kits.
 */
export async function shownOn(day: Day, read: Reading): Promise<ReadonlySet<ThingId>> {
  const { calendar } = read;
  if (!(await read.thing<KitDesk>(KIT_DESK))) return new Set();
  const periods = await read.members<Period>(PERIODS);
  const sheets = await read.members<KitSheet>(KIT_SHEETS);
  const ahead = itemsAhead(periods, sheets, kitSource(read, await read.office()), calendar);
  const coming = ahead.filter(({ leadAt }) => calendar.dayOf(leadAt) <= day).map(({ run }) => run.id);
  const shown = sheets
    .filter(({ shownAt }) => calendar.dayOf(shownAt) === day)
    .flatMap(({ entries }) => entries.flatMap(({ runs }) => runs.map(({ id }) => id)));
  return new Set([...coming, ...shown]);
}

/** What stands beside drafts that are shown now: of each period, what is due since its kit's lead, unless the drafts say it. */
export function stepsBeside(
  due: readonly DueItem[],
  periods: readonly Period[],
  today: Day,
  calendar: Calendar,
): StepBeside[] {
  return periods.flatMap((period) => {
    const own = due.filter(({ runs }) => runs.some(({ id }) => id === period.id));
    const [from] = own.map(({ leadAt }) => calendar.dayOf(leadAt)).toSorted();
    if (!from) return [];
    const said = [...SAID_BY_ANY, ...(own.some(({ item }) => item.kind === 'task') ? SAID_BY_TASKS : [])];
    const steps = stepsOf(period, calendar).filter(
      ({ day, at }) => from <= day && day <= today && (!period.basisAt || at > period.basisAt),
    );
    return steps.flatMap(({ step }) => {
      const lead = LEAD_STEPS.find((one) => one === step);
      return lead && !said.includes(lead) && isWithDrafts(lead) ? [{ name: period.name, step: lead }] : [];
    });
  });
}

/** 动员通知 and 通知 have their own hour in the afternoon, and are never put off to a list of drafts. */
export function isWithDrafts(step: LeadStep): boolean {
  return step !== 'rally' && step !== 'notify';
}
