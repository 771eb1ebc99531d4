import type { Calendar } from './calendar/calendar.ts';
import { calendarOf } from './holidays/calendar-of.ts';
import { buildOffice } from './people/build-office.ts';
import { OFFICE, type Office, type OfficeThing } from './people/office.ts';
import type { Policy } from './policy.ts';
import type { ReadSet, Snapshot, ThingStore, Wanted } from './ports.ts';
import type { Thing, ThingId, Versioned } from './thing.ts';

/** What commands and reminders see of the world. Everything read is remembered with its revision, for the commit to check. */
export interface Reading {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly policy: Policy;
  office(): Promise<Office>;
  thing<T extends Thing>(id: ThingId): Promise<T | undefined>;
  /** Those of the ids that exist, in the order asked. */
  things<T extends Thing>(ids: readonly ThingId[]): Promise<T[]>;
  /** The things that belong to a collection, by id. */
  members<T extends Thing>(collection: string): Promise<T[]>;
  /** How many belong to a collection: a number to be told, for which nothing is decided again when it changes. */
  count(collection: string): Promise<number>;
  /** Things as they are now, to be told or printed: nothing is decided again when they change. Those of the ids that exist, in order. */
  peek<T extends Thing>(ids: readonly ThingId[]): Promise<T[]>;
  /** The members of a collection in the same way. */
  peekMembers<T extends Thing>(collection: string): Promise<T[]>;
  /** The next number of a series, `T0612`; it is used up only if the decision is committed. */
  nextNumber(series: string): Promise<string>;
}

/**
 * The same reading for what is only told: nothing is decided again when it changes. Where many things speak of each other at one
 * moment (all shifts of a roster that was just published) each would else overtake all the others.
 */
export function onlyTelling(read: Reading): Pick<Reading, 'members'> {
  return { members: (collection) => read.peekMembers(collection) };
}

/** The office as it was last built, shared by the readings of one process. */
export class OfficeCache {
  private known: { readonly rev: number; readonly office: Promise<Office> } | undefined;

  /** The office as it was when last read: enough to guess what will be needed. */
  async last(): Promise<Office | undefined> {
    return this.known?.office.catch(() => undefined);
  }

  /** `knownRev`: where it was just read with other things. */
  async get(store: ThingStore, knownRev?: number): Promise<{ office: Office; rev: number }> {
    const rev = knownRev ?? (await store.collectionRev(OFFICE));
    // Whoever asks while it is being read waits for that reading, or a burst would read it a hundred times over.
    if (this.known?.rev !== rev) this.known = { rev, office: readOffice(store) };
    const { known } = this;
    try {
      return { office: await known.office, rev };
    } catch (error) {
      if (this.known === known) this.known = undefined;
      throw error;
    }
  }
}

/** Members are read after the revision: if the office changes in between, the commit notices the older revision. */
async function readOffice(store: ThingStore): Promise<Office> {
  const { ids } = await store.collection(OFFICE);
  const things = (await store.load(ids)).flatMap(({ thing }) => (thing ? [thing as OfficeThing] : []));
  return buildOffice(things);
}

export interface ReadingContext {
  readonly store: ThingStore;
  readonly offices: OfficeCache;
  /** As the product came; what was entered in the chat is put in its place when the office is read. */
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly now: Date;
}

/** Least digits of a number, by series, where they are not four: what is typed often is short, S019 sooner than S0019. */
const DIGITS: Readonly<Record<string, number>> = { S: 3, J: 3, LX: 2 };

/** A Reading over a store. One per decision; a decision that lost a conflict starts with a new one. */
export class RecordedReading implements Reading {
  readonly now: Date;
  readonly policy: Policy;
  /** Things as they were when first read; what a commit compares with. */
  readonly seen = new Map<ThingId, Thing | undefined>();
  readonly numbers: Record<string, number> = {};
  private readonly revs = new Map<string, number>();
  private readonly context: ReadingContext;
  private ready: Snapshot | undefined;
  private current: { readonly office: Office; readonly rev: number; readonly calendar: Calendar } | undefined;

  constructor(context: ReadingContext) {
    this.context = context;
    this.now = context.now;
    this.policy = context.policy;
  }

  get reads(): ReadSet {
    return this.revs;
  }

  /**
   * The days off that hold in this office at this reading. They stand with the office: a decision made by an arrangement that is
   * replaced meanwhile does not stand. Before `prepare` it is the calendar the product came with.
   */
  get calendar(): Calendar {
    if (!this.current) return this.context.calendar;
    this.note(`collection ${OFFICE}`, this.current.rev);
    return this.current.calendar;
  }

  /**
   * Fetches in one round trip what will probably be read, unless that was fetched already. Only what is read in the end counts
   * for the commit.
   */
  async prepare(wanted: Wanted | { readonly fetched: Snapshot }): Promise<void> {
    this.ready = 'fetched' in wanted ? wanted.fetched : await this.context.store.snapshot(wanted);
    await this.currentOffice();
  }

  async office(): Promise<Office> {
    const { office, rev } = await this.currentOffice();
    this.note(`collection ${OFFICE}`, rev);
    return office;
  }

  /** One office for the whole reading, so that its calendar never changes under a decision. */
  private async currentOffice() {
    if (!this.current) {
      const { store, offices, calendar } = this.context;
      const { office, rev } = await offices.get(store, this.ready?.revs.get(OFFICE));
      this.current = { office, rev, calendar: calendarOf(office, calendar) };
    }
    return this.current;
  }

  async thing<T extends Thing>(id: ThingId): Promise<T | undefined> {
    await this.fetch([id]);
    return this.seen.get(id) as T | undefined;
  }

  async things<T extends Thing>(ids: readonly ThingId[]): Promise<T[]> {
    await this.fetch(ids);
    return ids.flatMap((id) => (this.seen.get(id) as T | undefined) ?? []);
  }

  async members<T extends Thing>(collection: string): Promise<T[]> {
    const look = this.ready?.collections.has(collection)
      ? this.ready
      : await this.context.store.snapshot({ collections: [collection] });
    const { ids, rev } = look.collections.get(collection)!;
    this.note(`collection ${collection}`, rev);
    for (const id of ids) this.see(id, look.things.get(id)!);
    return this.things<T>([...ids].sort());
  }

  count(collection: string): Promise<number> {
    return this.context.store.collectionSize(collection);
  }

  async peek<T extends Thing>(ids: readonly ThingId[]): Promise<T[]> {
    const found = await this.context.store.load(ids);
    return found.flatMap(({ thing }) => (thing as T | undefined) ?? []);
  }

  async peekMembers<T extends Thing>(collection: string): Promise<T[]> {
    const { ids } = await this.context.store.collection(collection);
    return this.peek<T>([...ids].sort());
  }

  async nextNumber(series: string): Promise<string> {
    const last = this.numbers[series] ?? (await this.context.store.lastNumber(series));
    if (!(series in this.numbers)) this.note(`series ${series}`, last);
    this.numbers[series] = last + 1;
    return `${series}${String(last + 1).padStart(DIGITS[series] ?? 4, '0')}`;
  }

  private async fetch(ids: readonly ThingId[]): Promise<void> {
    const missing = new Set<ThingId>();
    for (const id of ids) {
      const prepared = this.ready?.things.get(id);
      if (prepared) this.see(id, prepared);
      else if (!this.seen.has(id)) missing.add(id);
    }
    if (missing.size === 0) return;

    const asked = [...missing];
    const found = await this.context.store.load(asked);
    asked.forEach((id, index) => {
      this.see(id, found[index]!);
    });
  }

  /** What was seen first stays: a later look would hide that the premise changed while we were reading. */
  private see(id: ThingId, { thing, rev }: Versioned): void {
    if (this.seen.has(id)) return;
    this.seen.set(id, thing);
    this.note(`thing ${id}`, rev);
  }

  /** The first revision counts: a later one would hide that the premise changed while we were reading. */
  private note(key: string, rev: number): void {
    if (!this.revs.has(key)) this.revs.set(key, rev);
  }
}
