import { decideAndCommit } from '../../domain/decide-and-commit.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { DeliveryCount } from '../../domain/ports.ts';
import { OfficeCache } from '../../domain/reading.ts';
import { morningLine } from '../../workers/periodic/duty-morning.ts';
import { planChecks } from '../../workers/plan-checks.ts';
import { sha256 } from '../../workers/secure-random.ts';
import { calendar } from './builders.ts';
import { DutyBook } from './duty-year-book.ts';
import { Chance } from './duty-year-chance.ts';
import { answerChecks } from './duty-year-checks.ts';
import { judgeChecks, judgeExpiries, judgeGaps, judgeShifts } from './duty-year-judge.ts';
import { judgeMessages, watchMessages } from './duty-year-messages.ts';
import { dutyOffice } from './duty-year-office.ts';
import { drawOutages } from './duty-year-outages.ts';
import { Player } from './duty-year-player.ts';
import { askWhoIsOnDuty } from './duty-year-questions.ts';
import { handInRosters } from './duty-year-rosters.ts';
import { judgeSeals } from './duty-year-seals.ts';
import { goOnDuty } from './duty-year-shifts.ts';
import { swapShifts } from './duty-year-swaps.ts';
import { World } from './world.ts';

export interface DutyYearOptions {
  readonly seed: number;
  /** First and last Shanghai day; the first is that of a month, whose roster is handed in within the days before. */
  readonly fromDay: string;
  readonly toDay: string;
}

export type DutyYear = Awaited<ReturnType<typeof playDutyYear>>;

/** Every ten minutes in the product; here when something may come of it. */
const PLANNING_CLOCKS = ['00:10', '18:00', '18:30', '19:00', '19:30', '19:50'];

/** Plays duty of 31 posts from one day to another, and judges it by what its people said and did. */
export async function playDutyYear({ seed, fromDay, toDay }: DutyYearOptions) {
  const startedMs = Date.now();
  const office = dutyOffice();
  const firstMonth = fromDay.slice(0, 7);
  const begin = calendar.at(calendar.addDays(`${firstMonth}-01`, -20), '09:00');
  const world = new World(begin.toISOString(), { office: office.things });
  await world.office();
  const book = new DutyBook(calendar);
  const chance = new Chance(seed);
  const messages = watchMessages(world, book, office.towns);
  const player = new Player({ world, book, chance, office });
  const asked = answerChecks(player);
  const fromMs = calendar.at(fromDay, '08:30').getTime();
  const toMs = calendar.at(toDay, '23:59').getTime();

  const months: string[] = [];
  const lastMonth = calendar.addMonths(`${toDay.slice(0, 7)}-01`, 1).slice(0, 7);
  for (let month = firstMonth; month <= lastMonth; month = calendar.addMonths(`${month}-01`, 1).slice(0, 7)) {
    months.push(month);
    handInRosters(player, month);
  }
  await player.playUntil(calendar.at(calendar.addDays(fromDay, -1), '12:00'));
  for (const outage of drawOutages(chance, book, fromDay, toDay)) player.addOutage(outage);
  goOnDuty(player, fromDay);
  runPlanners(player, fromDay);
  const swaps = swapShifts(player, toMs);
  const answers = askWhoIsOnDuty(player, 4);
  await player.playUntil(new Date(toMs));

  const [shifts, checks] = [await judgeShifts(player, swaps, months), await judgeChecks(player, asked, fromDay, toDay)];
  const counts: Readonly<Record<DeliveryCount, number>> = await world.store.outbox.counts();
  return {
    ...{ world, player, counts, shifts, checks, swaps, answers, office },
    gaps: judgeGaps(player, shifts.all, fromMs, toMs),
    expiries: judgeExpiries(player, swaps),
    seals: judgeSeals(player),
    messages: judgeMessages(player, messages),
    surprises: player.surprises,
    parked: await world.store.parked(),
    seconds: (Date.now() - startedMs) / 1_000,
  };
}

/** What the calendar asks for in the product: the plans of check-ins and the line of the morning. */
function runPlanners(player: Player, fromDay: string): void {
  const { world, chance, book } = player;
  const { store, policy } = world;
  const offices = new OfficeCache();
  const context = { store, offices, calendar, policy, kinds: KINDS, now: () => world.now };
  const plan = () => planChecks({ ...context, random: chance.bytes, sha256 });
  const sayMorning = () =>
    decideAndCommit('the morning line', context, async (read) => {
      const decision = await morningLine(read);
      return decision && { decision, actor: { system: 'duty-morning' } };
    });
  const each = (clock: string, run: () => Promise<unknown>) => {
    const on = (day: string) => {
      player.at(calendar.at(day, clock).getTime(), async () => {
        on(book.next(day));
        if (player.isDown()) return;
        await run();
        await world.settle();
      });
    };
    on(fromDay);
  };
  for (const clock of PLANNING_CLOCKS) each(clock, plan);
  for (const clock of ['08:20', '08:35', '08:50']) each(clock, sayMorning);
  for (const { toMs } of player.outages) player.at(toMs + 60_000, plan);
}
