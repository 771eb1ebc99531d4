import type { Envelope } from '../../domain/ports.ts';
import { fileKits } from '../../workers/periodic/kit-planning.ts';
import { filePeriods } from '../../workers/periodic/period-planning.ts';
import { fileWeeks } from '../../workers/periodic/weekly-planning.ts';
import { calendar } from './builders.ts';
import { planningOf, wrongOn } from './periods.ts';
import { World } from './world.ts';

/** What somebody, or a room, heard in all, and on the fullest day. */
export interface Hearer {
  readonly to: string;
  readonly sent: number;
  readonly most: number;
  /** Without what is spoken at any hour: answers, hand-outs, escalations of duty. */
  readonly mostBudgeted: number;
  readonly budget: number;
}

export interface CountyYear {
  readonly world: World;
  readonly frozen: readonly { readonly envelope: Envelope; readonly at: Date }[];
  readonly hearers: readonly Hearer[];
  /** Days on which a period that should be open is not, or the other way round. */
  readonly wrong: readonly string[];
  readonly confirmed: number;
}

const BUDGETED: ReadonlySet<string> = new Set(['L2', 'L3', 'L4']);

/**
 * A county in which every draft of the kits is handed out on the day it is shown and nobody ever answers anything: the most that
 * the key periods can make the bot say.
 */
export async function playCounty(policy: object, fromDay: string, toDay: string): Promise<CountyYear> {
  const world = new World(`${fromDay}T00:00:00+08:00`, { policy });
  await world.office();
  const frozen = watchFrozen(world);
  const wrong: string[] = [];
  let confirmed = 0;
  for (let day = fromDay; day < toDay; day = calendar.addDays(day, 1)) {
    await world.until(calendar.at(day, '00:05'));
    for (const plan of [filePeriods, fileKits, fileWeeks]) await plan(planningOf(world));
    const seen = world.transcript.length;
    await world.until(calendar.at(day, '10:30'));
    if (world.transcript.slice(seen).some(({ to, text }) => to === '王芳' && text.includes('草稿未下达'))) {
      await world.says('王芳', '全部确认');
      confirmed += 1;
    }
    wrong.push(...(await wrongOn(day, world)));
  }
  await world.until(calendar.at(toDay, '00:00'));
  return { world, frozen, hearers: hearersOf(world, frozen), wrong, confirmed };
}

function watchFrozen(world: World) {
  const frozen: { envelope: Envelope; at: Date }[] = [];
  const { outbox } = world.store;
  const freeze = outbox.freeze.bind(outbox);
  outbox.freeze = async (change) => {
    const done = await freeze(change);
    if (done && change.envelope) frozen.push({ envelope: change.envelope, at: world.now });
    return done;
  };
  return frozen;
}

function hearersOf(world: World, frozen: CountyYear['frozen']): Hearer[] {
  const { people, rooms } = world.officeNow;
  const days = new Map<string, Map<string, { all: number; budgeted: number }>>();
  const { privatePerDay, roomPerWorkday } = world.policy.budget;
  const topics = new Set([...rooms.values()].map(({ topic }) => topic));
  for (const { envelope, at } of frozen) {
    const name = people.get(envelope.to)?.name ?? rooms.get(envelope.to)?.topic ?? envelope.to;
    const own = days.get(name) ?? new Map<string, { all: number; budgeted: number }>();
    days.set(name, own);
    const day = calendar.dayOf(at);
    const { all, budgeted } = own.get(day) ?? { all: 0, budgeted: 0 };
    const counts = envelope.items.some((item) => BUDGETED.has(item.class)) ? 1 : 0;
    own.set(day, { all: all + 1, budgeted: budgeted + counts });
  }
  return [...days]
    .map(([to, own]) => ({
      to,
      sent: [...own.values()].reduce((sum, { all }) => sum + all, 0),
      most: Math.max(...[...own.values()].map(({ all }) => all)),
      mostBudgeted: Math.max(...[...own.values()].map(({ budgeted }) => budgeted)),
      budget: topics.has(to) ? roomPerWorkday : privatePerDay,
    }))
    .sort((one, other) => other.sent - one.sent);
}

/** The figures of a year, as they are printed. */
export async function countySummary(
  title: string,
  { world, hearers, frozen, wrong, confirmed }: CountyYear,
): Promise<string> {
  const counts = await world.store.outbox.counts();
  const off = frozen.filter(
    ({ envelope, at }) =>
      !calendar.isWorkday(calendar.dayOf(at)) && envelope.items.some(({ class: of }) => of === 'L3' || of === 'L4'),
  );
  return [
    `${title}: kits confirmed on ${confirmed} days, nobody answers`,
    `  messages       ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
    `  on days off    ${off.length} reminders; periods not opened or not closed ${wrong.length}`,
    ...hearers.map(
      ({ to, sent, most, mostBudgeted, budget }) =>
        `  ${to.padEnd(12)} sent ${String(sent).padStart(4)}, most in a day ${most}, budgeted ${mostBudgeted} of ${budget}`,
    ),
  ].join('\n');
}
