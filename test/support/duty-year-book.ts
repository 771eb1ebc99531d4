import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { Layer } from '../../domain/duty/shift.ts';
import type { Town } from './duty-year-office.ts';

/** One day of one layer, as the people of the simulation know it. */
export interface Slot {
  /** Nobody where the roster leaves it open. */
  planned: string | undefined;
  takenMs?: number;
  /** Who has stood at the post from when on; the last counts. */
  readonly holders: { readonly fromMs: number; readonly who: string }[];
}

export interface Responsible {
  readonly who: string | undefined;
  /** At the post, staying on past the end, or only on the roster. */
  readonly how: 'there' | 'staying' | 'roster';
  /** Of somebody who stays on: who should have come. */
  readonly awaited?: string | undefined;
}

const START = '08:30';
const EARLIEST_MS = 30 * 60_000;

/**
 * What is true in the simulated year, kept by what people have said and done and not by what the product has stored: whom the
 * rosters name, who came when, who stood in. Written from the rules of duty, without any code of the product.
 */
export class DutyBook {
  private readonly slots = new Map<string, Slot>();
  private readonly calendar: Calendar;
  /** Places on rosters, by person, as they were published. */
  readonly published = new Map<string, number>();

  constructor(calendar: Calendar) {
    this.calendar = calendar;
  }

  plan(town: Town, layer: Layer, day: string, planned: string | undefined): void {
    this.slots.set(keyOf(town, layer, day), { planned, holders: [] });
    if (planned) this.published.set(planned, (this.published.get(planned) ?? 0) + 1);
  }

  slot(town: Town, layer: Layer, day: string): Slot | undefined {
    return this.slots.get(keyOf(town, layer, day));
  }

  startMs(day: string): number {
    return this.calendar.at(day, START).getTime();
  }

  endMs(day: string): number {
    return this.startMs(this.next(day));
  }

  /** The day whose shift runs at a moment. */
  dayAt(ms: number): string {
    const day = this.calendar.dayOf(new Date(ms));
    return ms < this.startMs(day) ? this.calendar.addDays(day, -1) : day;
  }

  next(day: string, days = 1): string {
    return this.calendar.addDays(day, days);
  }

  /** Somebody says that he is at the post of this day; whether that is right. */
  takeOver(town: Town, day: string, who: string, ms: number): boolean {
    const slot = this.slot(town, 'officer', day);
    if (!slot || ms < this.startMs(day) - EARLIEST_MS || ms >= this.endMs(day)) return false;
    if (slot.takenMs === undefined) slot.takenMs = ms;
    else if (slot.planned !== who || slot.holders.at(-1)?.who === who) return false;
    slot.holders.push({ fromMs: ms, who });
    return true;
  }

  standIn(town: Town, day: string, who: string, ms: number): void {
    this.slot(town, 'officer', day)!.holders.push({ fromMs: ms, who });
  }

  /** Who answers for the post: the outgoing person until the successor is there, for one whole shift at most. */
  responsible(town: Town, layer: Layer, ms: number): Responsible {
    const day = this.dayAt(ms);
    if (layer === 'leader') return { who: this.slot(town, layer, day)?.planned, how: 'roster' };
    for (const one of [this.next(day), day, this.next(day, -1)]) {
      const slot = this.slot(town, layer, one);
      if (slot?.takenMs === undefined || slot.takenMs > ms) continue;
      if (ms >= this.untilMs(town, one)) break;
      const who = slot.holders.filter(({ fromMs }) => fromMs <= ms).at(-1)!.who;
      if (ms < this.endMs(one)) return { who, how: 'there' };
      return { who, how: 'staying', awaited: this.slot(town, layer, day)?.planned };
    }
    return { who: this.slot(town, layer, day)?.planned, how: 'roster' };
  }

  /** Officers' days without anybody who had come, by unit: from and until in milliseconds, and the day whose shift it is. */
  openSpans(town: Town, fromMs: number, toMs: number): { day: string; fromMs: number; toMs: number }[] {
    const found: { day: string; fromMs: number; toMs: number }[] = [];
    for (let day = this.dayAt(fromMs); this.startMs(day) < toMs; day = this.next(day)) {
      let openMs = Math.max(fromMs, this.startMs(day));
      const endMs = Math.min(toMs, this.endMs(day));
      const before = this.slot(town, 'officer', this.next(day, -1));
      const own = this.slot(town, 'officer', day);
      const after = this.slot(town, 'officer', this.next(day));
      if (before?.takenMs !== undefined) openMs = Math.max(openMs, this.untilMs(town, this.next(day, -1)));
      const cameMs = Math.min(own?.takenMs ?? endMs, after?.takenMs ?? endMs, endMs);
      if (openMs < cameMs) found.push({ day, fromMs: openMs, toMs: cameMs });
    }
    return found;
  }

  private untilMs(town: Town, day: string): number {
    const relief = this.slot(town, 'officer', this.next(day));
    const later = this.slot(town, 'officer', this.next(day, 2));
    const last = relief ? this.endMs(this.next(day)) : this.endMs(day);
    return Math.min(relief?.takenMs ?? last, later?.takenMs ?? last, last);
  }
}

function keyOf(town: Town, layer: Layer, day: string): string {
  return `${town.id} ${layer} ${day}`;
}
