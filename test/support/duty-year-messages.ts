import type { Envelope } from '../../domain/ports.ts';
import type { DutyBook } from './duty-year-book.ts';
import type { DutyOffice, Town } from './duty-year-office.ts';
import type { Player } from './duty-year-player.ts';
import type { World } from './world.ts';

interface Frozen {
  readonly envelope: Envelope;
  readonly at: Date;
}

export interface Messages {
  readonly frozen: readonly Frozen[];
  /** Reminders of shifts to people whom the book does not have on them at that moment. */
  readonly astray: readonly string[];
}

/** Reminders of one thing to one person are so far apart at least; the same words sooner say nothing new. */
const DOUBLED_MS = 2 * 3_600_000;

/** Notes every envelope as it is frozen, and whether reminders of shifts go to who serves by the book. */
export function watchMessages(world: World, book: DutyBook, towns: readonly Town[]): Messages {
  const frozen: Frozen[] = [];
  const astray: string[] = [];
  const { outbox } = world.store;
  const freeze = outbox.freeze.bind(outbox);
  outbox.freeze = async (change) => {
    const done = await freeze(change);
    if (!done || !change.envelope) return done;
    frozen.push({ envelope: change.envelope, at: world.now });
    const who = world.officeNow.people.get(change.envelope.to)?.name;
    for (const { text } of change.envelope.items) {
      const day = ownShiftIn(text, world);
      const town = towns.find(({ name }) => text.includes(name));
      if (!day || !town || !who) continue;
      const isTheirs = (['officer', 'leader'] as const).some((layer) => book.slot(town, layer, day)?.planned === who);
      if (!isTheirs) astray.push(`${world.now.toISOString()} ${who}: ${text}`);
    }
    return done;
  };
  return { frozen, astray };
}

/** The day of the shift that a personal reminder speaks of. */
function ownShiftIn(text: string, world: World): string | undefined {
  const today = world.calendar.dayOf(world.now);
  if (/^(?:（补发）)?8:30起你在/.test(text)) return today;
  const said = /^(?:（补发）)?(?:(?:明天|一周后)?你有班|给你排了班)：(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/.exec(text);
  if (!said) return undefined;
  const [, year, month, day] = said;
  const monthDay = `${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const thisYear = `${year ?? today.slice(0, 4)}-${monthDay}`;
  return year || thisYear >= world.calendar.addDays(today, -2)
    ? thisYear
    : `${Number(today.slice(0, 4)) + 1}-${monthDay}`;
}

/** What was said twice, what was said to people of other units, and how much anybody heard in a day. */
export function judgeMessages({ world, office, townOf }: Player, { frozen, astray }: Messages) {
  const { budget } = world.policy;
  const perDay = new Map<string, number>();
  const budgeted = new Map<string, number>();
  const lastSaid = new Map<string, number>();
  const once = new Set<string>();
  const doubled: string[] = [];
  const unconcerned = [...astray];
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

  for (const { envelope, at } of frozen) {
    const isRoom = envelope.to.startsWith('room.');
    const key = `${envelope.to} ${world.calendar.dayOf(at)}`;
    if (!isRoom) add(perDay, key);
    if (!isRoom && envelope.items.some(({ class: of }) => of === 'L2' || of === 'L3' || of === 'L4'))
      add(budgeted, key);
    const who = world.officeNow.people.get(envelope.to)?.name;
    const town = who && townOf.get(who);
    for (const item of envelope.items) {
      if (once.has(item.once)) doubled.push(`${item.once} at ${at.toISOString()}`);
      once.add(item.once);
      if (item.class === 'R') continue;
      const words = `${envelope.to} ${item.text}`;
      if (at.getTime() - (lastSaid.get(words) ?? Number.NEGATIVE_INFINITY) < DOUBLED_MS)
        doubled.push(`${at.toISOString()} ${words}`);
      lastSaid.set(words, at.getTime());
      if (town && isOfAnother(item.text, town, office)) unconcerned.push(`${at.toISOString()} ${who}: ${item.text}`);
    }
  }
  return {
    doubled,
    unconcerned,
    most: Math.max(...perDay.values()),
    mostBudgeted: Math.max(0, ...budgeted.values()),
    budget: budget.privatePerDay,
    overBudget: [...budgeted]
      .filter(([, count]) => count > budget.privatePerDay)
      .map(([key, count]) => `${key}: ${count}`),
    average: frozen.length / perDay.size,
  };
}

/** The desk and the office look after all; everybody else only after the own unit. */
function isOfAnother(text: string, town: Town, { desk, towns }: DutyOffice): boolean {
  return town !== desk && towns.some(({ name }) => name !== town.name && text.includes(name));
}
