import { type CheckIn, isCounted } from '../../domain/duty/checks/check-in.ts';
import { checksOn, shiftsOfMonth } from '../../domain/duty/collections.ts';
import type { Shift } from '../../domain/duty/shift.ts';
import { unattendedMinutes } from '../../domain/duty/unattended.ts';
import type { Asked } from './duty-year-checks.ts';
import { personIdOf } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';
import type { Swaps } from './duty-year-requests.ts';

const MINUTE_MS = 60_000;
/** The first rung of the ladder; what it is about is no news before. */
const FIRST_RUNG_MS = 10 * MINUTE_MS;
const NIGHT_ENDS = 5.5 * 60;

/** Minutes without anybody responsible, and those of them of which nobody had been told. */
export function judgeGaps(player: Player, shifts: readonly Shift[], fromMs: number, toMs: number) {
  const { book, office, outages, world } = player;
  const notices = new Map<string, number[]>();
  for (const { text, at } of world.transcript) {
    if (!/缺班|空缺|未排人|还没有收到|还没有接班/.test(text)) continue;
    for (const { name } of office.towns)
      if (text.includes(name)) notices.set(name, [...(notices.get(name) ?? []), at.getTime()]);
  }
  let open = 0;
  const unnoticed: string[] = [];
  for (const town of office.towns) {
    for (const span of book.openSpans(town, fromMs, toMs)) {
      open += (span.toMs - span.fromMs) / MINUTE_MS;
      const startMs = book.startMs(span.day);
      const isOpen = book.slot(town, 'officer', span.day)?.planned === undefined;
      const earliestMs = isOpen ? startMs - 62 * 86_400_000 : startMs;
      const toldMs = (notices.get(town.name) ?? []).find((ms) => ms >= earliestMs) ?? Number.POSITIVE_INFINITY;
      const excused = outages.find(
        (outage) => outage.fromMs <= span.fromMs + FIRST_RUNG_MS && span.fromMs < outage.toMs,
      );
      // After an outage the ladder counts from its end, so that what people wrote in it comes in first.
      const dueMs = Math.max(span.fromMs, excused?.toMs ?? 0) + FIRST_RUNG_MS + MINUTE_MS;
      const untold = Math.min(toldMs, span.toMs) - dueMs;
      if (untold > 0) unnoticed.push(`${town.name} ${span.day}: ${Math.round(untold / MINUTE_MS)} min`);
    }
  }
  return { open: Math.round(open), unnoticed, misfigured: misfigured(player, shifts, fromMs, toMs) };
}

/** Units of which the product's own figure (无人值守时长) says something else than the book. */
function misfigured({ book, office }: Player, shifts: readonly Shift[], fromMs: number, toMs: number): string[] {
  const figures = unattendedMinutes(shifts, new Date(fromMs), new Date(toMs));
  return office.towns.flatMap((town) => {
    const spans = book.openSpans(town, fromMs, toMs);
    const minutes = spans.reduce((all, span) => all + span.toMs - span.fromMs, 0) / MINUTE_MS;
    const said = figures.get(town.id) ?? 0;
    return Math.abs(said - minutes) > 1 ? [`${town.name}: ${said} and not ${Math.round(minutes)}`] : [];
  });
}

/** Shifts as the store has them at the end, against those that were published and those that swaps have moved. */
export async function judgeShifts({ world, book, office }: Player, { moved }: Swaps, months: readonly string[]) {
  const names = office.towns.flatMap((town) => months.map((month) => shiftsOfMonth(town.id, month)));
  const ids = await Promise.all(names.map((name) => world.store.collection(name)));
  const found = await world.store.load(ids.flatMap((one) => one.ids));
  const shifts = found.map(({ thing }) => thing as Shift);
  const after = new Map<string, number>();
  for (const { people } of shifts) for (const id of people) after.set(id, (after.get(id) ?? 0) + 1);

  const wrong = [...book.published].flatMap(([name, before]) => {
    const wanted = before + (moved.get(name) ?? 0);
    const is = after.get(personIdOf(name)) ?? 0;
    return is === wanted ? [] : [`${name}: ${before} published, ${wanted} by swaps, ${is} in the store`];
  });
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);
  return {
    all: shifts,
    count: shifts.length,
    before: sum(book.published.values()),
    after: sum(after.values()),
    most: Math.max(...book.published.values()),
    mostAfter: Math.max(...after.values()),
    wrong,
  };
}

/** Requests that nobody had settled when the shift began, and of which the one who asked never heard that he stays. */
export function judgeExpiries({ world, nowMs }: Player, { requests }: Swaps) {
  const expired = requests.filter(
    ({ no, state, beginsMs }) => no && state === 'expired' && beginsMs < nowMs - 86_400_000,
  );
  const told = new Set(
    world.transcript.flatMap(({ to, text }) => {
      const no = /(S\d+)到接班时还没有办完，已过期/.exec(text)?.[1];
      return no ? [`${no} ${to}`] : [];
    }),
  );
  const untold = expired.filter(({ no, giver, taker }) => !told.has(`${no} ${giver}`) || !told.has(`${no} ${taker}`));
  return { count: expired.length, untold: untold.map(({ no, giver }) => `${no} ${giver}`) };
}

/** Check-ins as the store has them, and what no random one of them may be. */
export async function judgeChecks(player: Player, asked: readonly Asked[], fromDay: string, toDay: string) {
  const { world, book } = player;
  const checks: CheckIn[] = [];
  for (let day = fromDay; day <= toDay; day = book.next(day)) {
    const { ids } = await world.store.collection(checksOn(day));
    checks.push(...(await world.store.load(ids)).map(({ thing }) => thing as CheckIn));
  }
  const spot = checks.filter(({ kind }) => kind === 'random').sort((a, b) => a.askAt.getTime() - b.askAt.getTime());
  const seals = world.transcript.filter(({ text }) => text.startsWith('【抽查封存】') && text.includes('（夜间）'));
  const nights = new Set<string | undefined>(seals.flatMap(({ text }) => /C\d+/.exec(text) ?? []));
  const lastOf = new Map<string, CheckIn>();
  const forbidden = spot.flatMap((check) => {
    const { askAt, unit, plan } = check;
    const clock = minuteOfDay(player, askAt);
    const last = lastOf.get(unit);
    lastOf.set(unit, check);
    return [
      ...(Math.abs(clock - (8 * 60 + 30)) < 30 ? [`${check.id}: around the hand-over`] : []),
      ...(last && askAt.getTime() - last.askAt.getTime() < 120 * MINUTE_MS ? [`${check.id}: too close`] : []),
      ...(nights.has(plan) !== clock < NIGHT_ENDS ? [`${check.id}: outside its hours`] : []),
    ];
  });
  const outside = asked.filter(({ who, responsible }) => who !== responsible);
  const states = new Map<string, number>();
  for (const { state } of checks) states.set(state, (states.get(state) ?? 0) + 1);
  const voids = checks.filter(({ state, voided }) => state === 'void' && voided?.cause !== 'practice');
  return {
    count: checks.length,
    counted: checks.filter((check) => isCounted(check, new Date(player.nowMs))).length,
    spot: spot.length,
    atNight: spot.filter(({ askAt }) => minuteOfDay(player, askAt) < NIGHT_ENDS).length,
    states,
    forbidden,
    outside: outside.map(
      ({ who, unit, atMs, responsible }) => `${new Date(atMs).toISOString()} ${unit} ${who} and not ${responsible}`,
    ),
    voids: voids.length,
    /** Void without any outage near: somebody's silence would be excused by nothing. */
    voidForNothing: voids.filter(({ askAt }) => !nearOutage(player, askAt)).map(({ id }) => id),
    /** Put before people although the product itself was away in the window. */
    blamed: checks.filter((check) => isBlamed(player, check)).map(({ id, state }) => `${id}: ${state}`),
  };
}

function isBlamed({ outages }: Player, { sentAt, state, ladder }: CheckIn): boolean {
  if (!sentAt || !['late', 'to-human', 'escalated', 'explained', 'stood-in'].includes(state)) return false;
  const fromMs = sentAt.getTime();
  return outages.some((outage) => outage.fromMs < fromMs + ladder.windowMin * MINUTE_MS && outage.toMs > fromMs);
}

function nearOutage({ outages }: Player, askAt: Date): boolean {
  const ms = askAt.getTime();
  return outages.some(({ fromMs, toMs }) => fromMs - 60 * MINUTE_MS <= ms && ms <= toMs + 10 * MINUTE_MS);
}

function minuteOfDay({ world }: Player, at: Date): number {
  const [hours, minutes] = world.calendar.clockOf(at).split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
