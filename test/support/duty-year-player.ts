import { DueIndex } from './due-index.ts';
import type { DutyBook } from './duty-year-book.ts';
import type { Chance } from './duty-year-chance.ts';
import type { DutyOffice, Town } from './duty-year-office.ts';
import type { World } from './world.ts';

export interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
  /** Everything of ours stands still, or only the chat does not take anything. */
  readonly kind: 'away' | 'offline';
}

interface Written {
  readonly who: string;
  readonly text: string;
  readonly sentMs: number;
  readonly files: readonly string[];
  readonly onReply: (replies: readonly string[]) => void;
}

type Hearing = (who: string, text: string) => void;

/** Leads a world through its time: what people do, what falls due, and the outages in which neither hears of the other. */
export class Player {
  readonly world: World;
  readonly book: DutyBook;
  readonly chance: Chance;
  readonly office: DutyOffice;
  readonly townOf: ReadonlyMap<string, Town>;
  readonly outages: Outage[] = [];
  /** What went otherwise than anybody in the simulation expected. */
  readonly surprises: string[] = [];
  private readonly due = new DueIndex();
  private readonly events = new Map<string, () => unknown>();
  private readonly hearings: Hearing[] = [];
  private readonly unheard: Written[] = [];
  private count = 0;
  private down: Outage | undefined;
  nowMs: number;

  constructor(parts: { world: World; book: DutyBook; chance: Chance; office: DutyOffice }) {
    this.world = parts.world;
    this.book = parts.book;
    this.chance = parts.chance;
    this.office = parts.office;
    this.nowMs = parts.world.now.getTime();
    this.townOf = new Map(
      parts.office.towns.flatMap((town) => [...town.officers, ...town.leaders].map((name) => [name, town] as const)),
    );
    this.world.gateway.onShown = ({ target, text }) => {
      const who = this.world.officeNow.byContact.get(target.contactId ?? '')?.name;
      if (who) for (const hear of this.hearings) hear(who, text);
    };
  }

  /** To be told of everything that the product says to a person, as soon as it is read. */
  onHeard(hear: Hearing): void {
    this.hearings.push(hear);
  }

  at(ms: number, run: () => unknown): void {
    const id = String(++this.count).padStart(9, '0');
    this.events.set(id, run);
    this.due.set(id, Math.max(ms, this.nowMs));
  }

  afterMinutes(from: number, to: number, run: () => unknown): void {
    this.at(this.nowMs + this.chance.between(from, to) * 60_000 + this.chance.between(0, 59) * 1_000, run);
  }

  isDown(ms = this.nowMs): boolean {
    return this.outages.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
  }

  addOutage(outage: Outage): void {
    this.outages.push(outage);
    this.at(outage.fromMs, () => {
      this.down = outage;
      return outage.kind === 'offline' ? this.world.chatBecomes('offline') : undefined;
    });
    this.at(outage.toMs, () => this.comeBack(outage));
  }

  /** Somebody writes in private; in an outage it arrives when that is over, with the time at which it was written. */
  async says(
    who: string,
    text: string,
    { files = [], onReply = () => {} }: { files?: readonly string[]; onReply?: Written['onReply'] } = {},
  ): Promise<void> {
    const written = { who, text, sentMs: this.nowMs, files, onReply };
    if (this.down) this.unheard.push(written);
    else await this.deliver(written);
  }

  async playUntil(target: Date): Promise<void> {
    const targetMs = target.getTime();
    for (;;) {
      const eventMs = this.due.next() ?? Number.POSITIVE_INFINITY;
      const worldMs = this.down?.kind === 'away' ? Number.POSITIVE_INFINITY : await this.worldDueMs();
      const nextMs = Math.min(eventMs, worldMs);
      if (nextMs > targetMs) break;
      this.nowMs = Math.max(this.nowMs, nextMs);
      if (this.down?.kind !== 'away') await this.world.until(new Date(this.nowMs));
      if (worldMs > eventMs) await this.runEvent();
      this.world.ignoreSoFar();
    }
    this.nowMs = targetMs;
  }

  private async runEvent(): Promise<void> {
    const [id] = this.due.due(this.nowMs, 1);
    const run = id && this.events.get(id);
    if (!id || !run) return;
    this.due.delete(id);
    this.events.delete(id);
    await run();
  }

  private async comeBack({ kind, toMs }: Outage): Promise<void> {
    this.down = undefined;
    if (kind === 'offline') await this.world.chatBecomes('online');
    else await this.world.away(new Date(toMs));
    // Sometimes what fell due is looked at first, sometimes what people wrote.
    if (this.chance.is(0.5)) await this.world.settle();
    for (const written of this.unheard.splice(0)) await this.deliver(written);
    await this.world.settle();
  }

  private async deliver({ who, text, sentMs, files, onReply }: Written): Promise<void> {
    const { transcript } = this.world;
    const before = transcript.length;
    await this.world.says(who, text, { sentAt: new Date(sentMs), files });
    onReply(transcript.slice(before).flatMap((said) => (said.to === who ? [said.text] : [])));
  }

  private async worldDueMs(): Promise<number> {
    const { store } = this.world;
    const moments = [await store.nextWakeMs(), await store.outbox.nextConversationMs()];
    return Math.max(this.nowMs, Math.min(...moments.map((moment) => moment ?? Number.POSITIVE_INFINITY)));
  }
}
