import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { calendarLinks } from '../../bot/calendar-links.ts';
import type { Codes } from '../../bot/codes.ts';
import { type DispatchContext, dispatch } from '../../bot/dispatch.ts';
import { openTables } from '../../bot/files/open-tables.ts';
import type { FallbackChannel } from '../../bot/gateway/fallback/channel.ts';
import type { SessionState } from '../../bot/gateway/gateway.ts';
import { createNoteSent } from '../../bot/outbox/note-sent.ts';
import { createOvertaken } from '../../bot/outbox/overtaken.ts';
import { createSender, type Sender } from '../../bot/outbox/sender.ts';
import { holidayTables } from '../../config/holidays.ts';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { readPolicy } from '../../config/policy.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { createCalendar } from '../../domain/calendar/create-calendar.ts';
import { decide } from '../../domain/decision.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { IncomingMessage, StoredFile } from '../../domain/message.ts';
import type { Office, OfficeThing } from '../../domain/people/office.ts';
import { planCommit } from '../../domain/plan-commit.ts';
import type { Policy } from '../../domain/policy.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import type { FileStore } from '../../store/files/file-store.ts';
import { fire } from '../../workers/fire.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { ScriptedGateway } from './scripted-gateway.ts';
import { TwinStore } from './twin-store.ts';

const MINUTE_MS = 60_000;
const UNIT_MS = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 24 * 60 * MINUTE_MS } as const;

const CALENDAR = createCalendar(holidayTables(), readPolicy().office);
const SAMPLE_FILE = new URL('../../config/sample-office.yaml', import.meta.url);

/** The things of the sample office, everybody bound who is bound in the local chat. */
export function sampleOffice(): OfficeThing[] {
  const { office, problems } = readOfficeFile(readFileSync(SAMPLE_FILE, 'utf8'));
  if (!office || problems.length > 0) throw new Error(JSON.stringify(problems));
  return officeThings(office, new Date('2025-01-01T00:00:00+08:00'));
}

export interface Said {
  readonly to: string;
  readonly text: string;
  readonly at: Date;
  readonly mentions: readonly string[];
  readonly file?: StoredFile;
}

export interface SayOptions {
  readonly room?: string;
  readonly quote?: Said | string;
  readonly files?: readonly string[];
  /** Said to the bot by name; in a room that is what makes it listen. */
  readonly at?: boolean;
  readonly id?: string;
  readonly sentAt?: Date;
}

/** A whole office with its chat, its clock and its store in memory. Whatever the bot says has to be expected. */
export class World {
  readonly calendar: Calendar = CALENDAR;
  readonly policy: Policy;
  readonly store = new TwinStore();
  readonly gateway: ScriptedGateway;
  /** Everything the bot has said, in order. */
  readonly transcript: Said[] = [];
  now: Date;
  private readonly offices = new OfficeCache();
  private readonly bytes = new Map<string, Uint8Array>();
  private readonly files: FileStore | undefined;
  private readonly sender: Sender;
  private readonly unseen: Said[] = [];
  private readonly starting: Promise<void>;
  private messages = 0;
  private codes = 0;
  private collected = 0;
  private lastOffice: Office | undefined;

  constructor(
    start: string,
    options: {
      office?: readonly OfficeThing[];
      things?: readonly Thing[];
      policy?: unknown;
      /** Where documents that the workers draw are kept. */
      files?: FileStore;
      /** Where things go while the chat is away; nowhere unless given. */
      fallbackChannels?: readonly FallbackChannel[];
    } = {},
  ) {
    this.now = new Date(start);
    this.policy = readPolicy(options.policy);
    this.files = options.files;
    this.gateway = new ScriptedGateway({ clock: { now: () => this.now } });
    this.sender = createSender({
      store: this.store.outbox,
      gateway: this.gateway,
      office: () => this.office(),
      policy: this.policy,
      calendar: this.calendar,
      clock: { now: () => this.now },
      wait: async () => {},
      log: {
        info() {},
        warn() {},
        error: (...details: unknown[]) => {
          throw new Error(`the sender logged an error: ${JSON.stringify(details)}`);
        },
        debug() {},
      },
      onUnreachable: async () => {},
      onSent: (items, at) => createNoteSent(this.dispatching)(items, at),
      overtaken: createOvertaken(this.store),
      newId: () => `envelope.${++this.messages}`,
      random: () => 0,
      fallbackChannels: options.fallbackChannels ?? [],
    });
    this.starting = this.save([...(options.office ?? sampleOffice()), ...(options.things ?? [])]);
  }

  async office(): Promise<Office> {
    await this.starting;
    this.lastOffice = (await this.offices.get(this.store)).office;
    return this.lastOffice;
  }

  /** The office as it was last seen. */
  get officeNow(): Office {
    if (!this.lastOffice) throw new Error('nobody has looked at the office yet');
    return this.lastOffice;
  }

  /** The chat goes away or comes back, and the sender hears of it. */
  async chatBecomes(state: SessionState): Promise<void> {
    this.gateway.become(state);
    await this.sender.sessionChanged(state);
  }

  /** Puts things into the store as if they had always been there. */
  async save(things: readonly Thing[]): Promise<void> {
    const reading = new RecordedReading({
      store: this.store,
      offices: this.offices,
      calendar: this.calendar,
      policy: this.policy,
      now: this.now,
    });
    const batch = await planCommit(decide({ save: things }), reading, { system: 'test' }, this.planning);
    const outcome = await this.store.commit(batch);
    if (outcome.kind !== 'done') throw new Error(`saving failed: ${outcome.kind}`);
  }

  async thing<T extends Thing>(id: string): Promise<T> {
    const [found] = await this.store.load([id]);
    if (!found?.thing) throw new Error(`there is no ${id}`);
    return found.thing as T;
  }

  /** Somebody writes, privately to the bot or in a room, and everything that follows at once has happened when this returns. */
  async says(who: string, text: string, options: SayOptions = {}): Promise<IncomingMessage> {
    const office = await this.office();
    const person = [...office.people.values()].find((one) => one.name === who);
    const room = options.room ? [...office.rooms.values()].find((one) => one.topic.includes(options.room!)) : undefined;
    if (options.room && !room) throw new Error(`there is no room ${options.room}`);
    const [file, ...more] = options.files ?? [];
    const quote =
      typeof options.quote === 'string'
        ? { from: '值守', text: options.quote }
        : options.quote && { from: '值守', text: options.quote.text };

    const message: IncomingMessage = {
      id: options.id ?? `m.${++this.messages}`,
      sentAt: options.sentAt ?? this.now,
      receivedAt: this.now,
      from: { contactId: person?.accounts[0]?.contactId ?? `stranger-${who}`, name: who },
      ...(room && { room: { channelId: room.channelId ?? room.id, topic: room.topic } }),
      kind: file && !text ? fileFrom(file).kind : 'text',
      text: text.replace(/^@值守\s*/, ''),
      mentionsMe: options.at ?? text.startsWith('@值守'),
      mentionsAll: false,
      mentions: [],
      ...(quote && { quote: { ...quote, mine: true } }),
      ...(file && { file: fileFrom(file) }),
    };
    await this.receive(message);
    for (const another of more) await this.says(who, '', { ...options, files: [another] });
    return message;
  }

  /** What is in a file of this name when somebody sends it; without this it is empty. */
  holds(name: string, bytes: Uint8Array): void {
    this.bytes.set(fileFrom(name).sha256, bytes);
  }

  async receive(message: IncomingMessage): Promise<void> {
    await this.office();
    await dispatch(message, this.dispatching);
    await this.settle();
  }

  /** Time passes; everything that falls due on the way happens at its own moment. */
  async fastForward(amount: number, unit: keyof typeof UNIT_MS): Promise<void> {
    await this.until(new Date(this.now.getTime() + amount * UNIT_MS[unit]));
  }

  async until(moment: Date | string): Promise<void> {
    await this.office();
    const target = new Date(moment);
    for (;;) {
      const next = await this.nextDueMs();
      if (next === undefined || next > target.getTime()) break;
      if (next > this.now.getTime()) this.now = new Date(next);
      await this.settle();
    }
    this.now = target;
    await this.settle();
  }

  /** Workers and bot are away: time passes and nothing happens until they are back. */
  async away(until: Date | string): Promise<void> {
    await this.office();
    this.now = new Date(until);
  }

  /** Asserts that this was said to a person or in a room, and takes it off the list of what nobody expected. */
  expectSaid(to: string, pattern: RegExp | string): Said {
    const index = this.unseen.findIndex((said) => said.to.includes(to) && matches(said.text, pattern));
    if (index < 0) throw new Error(`expected to ${to}: ${pattern}\nunseen:\n${this.unseenText()}`);
    return this.unseen.splice(index, 1)[0]!;
  }

  expectSilence(): void {
    if (this.unseen.length > 0) throw new Error(`nobody expected:\n${this.unseenText()}`);
  }

  /** Forgets what has been said so far: the test is about what comes next. */
  ignoreSoFar(): void {
    this.unseen.length = 0;
  }

  /** Runs whatever is due at this moment until nothing is. */
  async settle(): Promise<void> {
    for (let rounds = 0; ; rounds++) {
      if (rounds > 1_000) throw new Error('this moment never comes to rest');
      const nowMs = this.now.getTime();
      const wakes = await this.store.dueWakes(nowMs, 1_000);
      for (const id of wakes) await fire(id, this.firing);
      const conversations = await this.store.outbox.dueConversations(nowMs, 1_000);
      for (const to of conversations) await this.sender.lookAt(to);
      await this.collect();
      if (wakes.length === 0 && conversations.length === 0) return;
    }
  }

  private async nextDueMs(): Promise<number | undefined> {
    const moments = [await this.store.nextWakeMs(), await this.store.outbox.nextConversationMs()];
    const known = moments.filter((moment): moment is number => moment !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  }

  private async collect(): Promise<void> {
    const office = await this.office();
    for (const sent of this.gateway.tried.slice(this.collected)) {
      const person = sent.target.contactId ? office.byContact.get(sent.target.contactId) : undefined;
      const room = sent.target.roomChannelId ? office.byChannel.get(sent.target.roomChannelId) : undefined;
      const said: Said = {
        to: room?.topic ?? person?.name ?? sent.target.contactId ?? 'nobody',
        text: sent.text,
        at: this.now,
        mentions: sent.mentions.map((mention) => mention.name),
        ...(sent.file && { file: sent.file }),
      };
      this.transcript.push(said);
      this.unseen.push(said);
    }
    this.collected = this.gateway.tried.length;
  }

  private unseenText(): string {
    return (
      this.unseen.map((said) => `  ${said.at.toISOString()} → ${said.to}: ${said.text}`).join('\n') || '  (nothing)'
    );
  }

  private get planning() {
    return { kinds: KINDS, calendar: this.calendar, policy: this.policy };
  }

  private get firing() {
    return {
      ...this.planning,
      store: this.store,
      wakes: this.store,
      offices: this.offices,
      now: () => this.now,
      reminderFor,
      ...(this.files && { files: this.files }),
      onParked: (id: string, reason: string) => {
        throw new Error(`${id} was parked: ${reason}`);
      },
    };
  }

  private get dispatching(): DispatchContext {
    return {
      ...this.planning,
      store: this.store,
      offices: this.offices,
      now: () => this.now,
      codes: this.countedCodes,
      freshLink: calendarLinks('https://duty.example.cn'),
      tables: openTables({ get: async (sha256) => this.bytes.get(sha256) ?? new Uint8Array() }),
      log: {
        debug() {},
        error: (fields: object) => {
          throw (fields as { err: unknown }).err;
        },
      },
    };
  }

  /** Codes that a test can foresee: 7778, 7779 … */
  private readonly countedCodes: Codes = {
    fresh: (digits) => ({ code: String(77 + ++this.codes).padStart(digits, '7'), salt: 'salt', hash: plainHash }),
    hash: plainHash,
  };
}

function plainHash(salt: string, code: string): string {
  return createHash('sha256').update(`${salt}${code}`).digest('hex');
}

function fileFrom(name: string): StoredFile {
  const kind = /\.(png|jpe?g|gif|webp)$/i.test(name) ? 'image' : 'file';
  return { sha256: createHash('sha256').update(name).digest('hex'), name, size: 1, kind };
}

function matches(text: string, pattern: RegExp | string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}
