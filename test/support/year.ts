import { deputyOf, headOf, ownersOf } from '../../domain/people/posts.ts';
import type { DeliveryCount, Envelope } from '../../domain/ports.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import { type Said, World } from './world.ts';

export interface YearOptions {
  readonly seed: number;
  readonly tasks: number;
  readonly from: string;
  readonly to: string;
}

export interface Unanswered {
  readonly no: string;
  readonly unit: string;
  readonly dueAt: Date;
  readonly untilAt: Date;
}

export interface Year {
  readonly said: readonly Said[];
  readonly counts: Readonly<Record<DeliveryCount, number>>;
  readonly unanswered: readonly Unanswered[];
  readonly outsideWorkingTime: readonly string[];
  readonly overBudget: readonly string[];
  readonly summary: string;
  readonly world: World;
}

interface Event {
  readonly at: Date;
  readonly run: () => Promise<unknown>;
}

const TOWNS = ['青山镇', '南街镇', '石桥乡', '高铺镇', '经开区'];
const LIAISONS = ['陈立', '赵敏', '马强', '周洁', '孙浩'];
const WORKS = [
  '报送烟花爆竹零售点排查台账',
  '报送小水库巡查记录',
  '报送校车检查情况',
  '报送用电安全自查情况',
  '报送森林防火值守安排',
];
const DAY_MS = 86_400_000;

/** Plays a seeded year: orders at working hours, some units answer early, some late, many never. */
export async function playYear(options: YearOptions): Promise<Year> {
  const startedMs = Date.now();
  const world = new World(options.from);
  const random = randomFrom(options.seed);
  const envelopes = watchEnvelopes(world);
  const events = orders(world, options, random);
  const target = new Date(options.to);

  while (events.length > 0) {
    events.sort((a, b) => a.at.getTime() - b.at.getTime());
    const next = events.shift()!;
    if (next.at >= target) break;
    if (next.at > world.now) await world.until(next.at);
    await next.run();
  }
  await world.until(target);

  const counts = await world.store.outbox.counts();
  const unanswered = await unansweredIn(world, target);
  const seconds = (Date.now() - startedMs) / 1_000;
  return {
    ...{ world, counts, unanswered },
    said: world.transcript,
    outsideWorkingTime: outside(world, envelopes),
    overBudget: overBudget(world, envelopes),
    summary: `a year of ${options.tasks} tasks in ${seconds.toFixed(1)} s: ${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}; ${unanswered.length} assignments never answered`,
  };
}

function orders(world: World, { tasks, from, to }: YearOptions, random: () => number): Event[] {
  const spanMs = new Date(to).getTime() - new Date(from).getTime() - 45 * DAY_MS;
  const events: Event[] = [];
  for (let index = 0; index < tasks; index++) {
    const wanted = new Date(new Date(from).getTime() + random() * spanMs);
    const at = world.calendar.laterInto(wanted, world.policy.windows.L3);
    events.push({ at, run: () => giveOrder(world, events, random) });
  }
  return events;
}

/** One order by the dispatcher, confirmed at once, and what its units will do about it. */
async function giveOrder(world: World, events: Event[], random: () => number): Promise<void> {
  const { calendar } = world;
  const count = 1 + Math.floor(random() * 3);
  const first = Math.floor(random() * TOWNS.length);
  const towns = Array.from({ length: count }, (_, index) => (first + index) % TOWNS.length);
  const dueDay = calendar.addWorkdays(calendar.dayOf(world.now), 1 + Math.floor(random() * 20));
  const [, month, day] = dueDay.split('-').map(Number);
  const work = WORKS[Math.floor(random() * WORKS.length)]!;
  await world.says('王芳', `请${towns.map((town) => TOWNS[town]).join('、')}${month}月${day}日前${work}`);
  await world.says('王芳', '确认');

  const no = world.transcript.findLast((said) => /T\d{4}/.test(said.text))!.text.match(/T\d{4}/)![0];
  const dueAt = calendar.closing(dueDay);
  for (const town of towns) {
    const part = { no, unit: TOWNS[town]!, liaison: LIAISONS[town]!, dueAt, givenAt: world.now };
    behave(world, events, part, random());
  }
}

interface Part {
  readonly no: string;
  readonly unit: string;
  readonly liaison: string;
  readonly dueAt: Date;
  readonly givenAt: Date;
}

function behave(world: World, events: Event[], { no, unit, liaison, dueAt, givenAt }: Part, fate: number): void {
  const says = (atMs: number, text: string, who = liaison) => {
    const at = world.calendar.laterInto(new Date(atMs), world.policy.windows.L3);
    events.push({ at, run: () => world.says(who, text) });
  };
  const reports = (atMs: number) => {
    says(atMs, `报 ${no} 已全部完成，台账附后`);
    says(atMs + (fate > 0.8 ? 5 : 1) * DAY_MS, `通过 ${no} ${unit}`, '王芳');
  };
  const termMs = dueAt.getTime() - givenAt.getTime();
  if (fate < 0.45) return;
  says(givenAt.getTime() + 3_600_000, `${no}收到`);
  if (fate < 0.55) return;
  if (fate < 0.65) says(givenAt.getTime() + termMs / 3, `进展 ${no} 已查15家还剩6家`);
  if (fate < 0.9) reports(givenAt.getTime() + termMs * 0.7);
  else reports(dueAt.getTime() + 2 * DAY_MS);
}

async function unansweredIn(world: World, end: Date): Promise<Unanswered[]> {
  const { ids } = await world.store.collection('assignments.open');
  const found = await world.store.load(ids);
  return found
    .map(({ thing }) => thing as Assignment)
    .filter((assignment) => !assignment.ackAt && assignment.dueAt)
    .map((assignment) => ({
      no: assignment.no,
      unit: assignment.unit,
      dueAt: assignment.dueAt!,
      untilAt: world.calendar.closing(world.calendar.addWorkdays(world.calendar.dayOf(assignment.dueAt!), 3)),
    }))
    .filter((one) => one.untilAt < end);
}

/** Whether this person of an unanswered assignment heard of it between the deadline and three working days later. */
export function holderSays(year: Year, one: Unanswered, who: 'owner' | 'deputy' | 'dispatcher'): boolean {
  const office = year.world.officeNow;
  const day = year.world.calendar.dayOf(one.dueAt);
  const people =
    who === 'owner'
      ? ownersOf(office, one, day)
      : who === 'deputy'
        ? [deputyOf(office, one.unit, day) ?? headOf(office, one.unit, day)]
        : [...office.people.values()].filter((person) => person.roles.includes('dispatcher'));
  const names = people.flatMap((person) => person?.name ?? []);
  return year.said.some(
    (said) => names.includes(said.to) && said.at > one.dueAt && said.at <= one.untilAt && said.text.includes(one.no),
  );
}

interface Frozen {
  readonly envelope: Envelope;
  readonly at: Date;
}

function watchEnvelopes(world: World): Frozen[] {
  const frozen: Frozen[] = [];
  const { outbox } = world.store;
  const freeze = outbox.freeze.bind(outbox);
  outbox.freeze = async (change) => {
    const done = await freeze(change);
    if (done && change.envelope) frozen.push({ envelope: change.envelope, at: world.now });
    return done;
  };
  return frozen;
}

function outside(world: World, frozen: readonly Frozen[]): string[] {
  return frozen.flatMap(({ envelope, at }) =>
    envelope.items
      .filter((item) => item.class === 'L3' && !world.calendar.isWithin(at, world.policy.windows.L3))
      .map((item) => `${at.toISOString()} ${item.once}`),
  );
}

function overBudget(world: World, frozen: readonly Frozen[]): string[] {
  const counts = new Map<string, number>();
  for (const { envelope, at } of frozen) {
    if (!envelope.items.some((item) => ['L2', 'L3', 'L4'].includes(item.class))) continue;
    const key = `${envelope.to} ${world.calendar.dayOf(at)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { budget } = world.policy;
  return [...counts]
    .filter(([key, count]) => count > (key.startsWith('room.') ? budget.roomPerWorkday : budget.privatePerDay))
    .map(([key, count]) => `${key}: ${count}`);
}

/** A small seeded generator (mulberry32): the same year every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
