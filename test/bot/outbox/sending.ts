import type { SessionState } from '../../../bot/gateway/gateway.ts';
import type { CrashPoint } from '../../../bot/outbox/delivery-parts.ts';
import { createSender, type Sender, type SenderParts } from '../../../bot/outbox/sender.ts';
import { holidayTables } from '../../../config/holidays.ts';
import { readPolicy } from '../../../config/policy.ts';
import { createCalendar } from '../../../domain/calendar/create-calendar.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import type { OfficeThing, Person } from '../../../domain/people/office.ts';
import type { PendingMessage } from '../../../domain/ports.ts';
import type { ScriptedChannel } from '../../support/scripted-channel.ts';
import { type ScriptedChat, ScriptedGateway } from '../../support/scripted-gateway.ts';
import { TwinStore } from '../../support/twin-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const policy = readPolicy();
const calendar = createCalendar(holidayTables(), policy.office);

export const ROOM = 'room.all';
export const CHEN = 'person.chenli';
export const ZHOU = 'person.zhoujie';
export const WANG = 'person.wangfang';

export class Crash extends Error {}

function mortal<T extends object>(part: T, isAlive: () => boolean): T {
  return new Proxy(part, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...rest: unknown[]) => {
        if (!isAlive()) throw new Crash('dead');
        return value.apply(target, rest);
      };
    },
  });
}

function aPerson(id: string, name: string, part: Partial<Person>): Person {
  const accounts = [{ contactId: `wx-${id}`, boundAt: new Date(0), reachable: true }];
  return { id: `person.${id}`, type: 'person', name, roles: [], tenures: [], accounts, ...part };
}

function sampleOffice(): OfficeThing[] {
  const inUnit = (unit: string) => [
    { unit: `unit.${unit}`, post: 'liaison' as const, title: '联络员', fromDay: '2025-01-01' },
  ];
  const unit = (id: string, name: string, dutyPhone: string) =>
    ({ id: `unit.${id}`, type: 'unit', name, aliases: [], kind: 'township', status: 'active', dutyPhone }) as const;
  return [
    unit('qingshan', '青山镇', '0000-6230119'),
    unit('gaopu', '高铺镇', '0000-6280119'),
    { id: ROOM, type: 'room', topic: '安委会成员单位', channelId: 'ch-all', units: ['unit.qingshan', 'unit.gaopu'] },
    aPerson('chenli', '陈立', { tenures: inUnit('qingshan') }),
    aPerson('zhoujie', '周洁', { tenures: inUnit('gaopu'), phone: '13800001102' }),
    aPerson('wangfang', '王芳', { roles: ['dispatcher'] }),
    aPerson('admin', '赵工', { roles: ['sysadmin'] }),
  ];
}

/** Store, chat and clock of one office; senders come and go. */
export class Sending {
  readonly time: VirtualTime;
  readonly store = new TwinStore();
  readonly chat: ScriptedGateway;
  readonly things = new Map(sampleOffice().map((thing) => [thing.id, thing]));
  readonly unreachable: string[] = [];
  readonly logged: string[] = [];
  /** Fall-back channels; a sender gets those that are here when it is made. */
  channels: readonly ScriptedChannel[] = [];
  sender: Sender;
  private counter = 0;

  constructor(chat: Partial<ScriptedChat> = {}, start = new Date('2026-01-14T10:00:00+08:00')) {
    this.time = new VirtualTime(start);
    this.chat = new ScriptedGateway({ clock: this.time, ...chat });
    this.sender = this.newSender();
  }

  newSender(part: Partial<SenderParts> = {}): Sender {
    const note = (level: string) => (_: object, message: string) => this.logged.push(`${level}: ${message}`);
    this.sender = createSender({
      ...{ store: this.store.outbox, gateway: this.chat, policy, calendar, clock: this.time, wait: this.time.wait },
      office: async () => buildOffice([...this.things.values()]),
      log: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
      onUnreachable: async (person) => this.markUnreachable(person),
      random: () => 0.5,
      newId: () => `envelope.${++this.counter}`,
      fallbackChannels: this.channels,
      ...part,
    });
    const sender = this.sender;
    this.chat.onShown = (own) => sender.noteOwn(own);
    return sender;
  }

  /** A sender that dies when it comes to this point for the n-th time: from then on it reaches neither store nor chat. */
  doomedSender(point: CrashPoint, nth = 1): Sender {
    let left = nth;
    return this.newSender({
      store: mortal(this.store.outbox, () => left > 0),
      gateway: mortal(this.chat, () => left > 0),
      fallbackChannels: this.channels.map((channel) => mortal(channel, () => left > 0)),
      crashPoint: (name) => {
        if (name === point) left -= 1;
        if (left <= 0) throw new Crash(point);
      },
    });
  }

  say(to: string, text: string, part: Partial<PendingMessage> = {}): PendingMessage {
    this.counter += 1;
    const sinceMs = this.time.now().getTime();
    const message: PendingMessage = { to, text, class: 'R', once: `m.${this.counter}`, sinceMs, ...part };
    this.store.outbox.add([message], 1_000_000 + this.counter, sinceMs);
    return message;
  }

  look(to: string): Promise<void> {
    return this.time.until(this.sender.lookAt(to));
  }

  /** As the relay does: looks at every conversation when its time has come, until nothing is due before then. */
  async relayUntil(end: Date): Promise<void> {
    for (;;) {
      const next = await this.store.outbox.nextConversationMs();
      if (next === undefined || next > end.getTime()) return this.time.moveTo(end);
      this.time.moveTo(new Date(next));
      const due = await this.store.outbox.dueConversations(this.time.now().getTime(), 100);
      await this.time.until(Promise.all(due.map((to) => this.sender.lookAt(to))));
    }
  }

  relayFor(minutes: number): Promise<void> {
    return this.relayUntil(new Date(this.time.now().getTime() + minutes * 60_000));
  }

  async waiting(to: string): Promise<string[]> {
    return (await this.store.outbox.conversation(to)).items.map((item) => item.text);
  }

  /** The chat goes away or comes back, and the sender hears of it. */
  async chatBecomes(state: SessionState): Promise<void> {
    this.chat.become(state);
    await this.time.until(this.sender.sessionChanged(state));
  }

  bind(id: string, part: Partial<Person>): void {
    this.things.set(id, { ...(this.things.get(id) as Person), ...part });
  }

  private markUnreachable(id: string): void {
    this.unreachable.push(id);
    const { accounts } = this.things.get(id) as Person;
    this.bind(id, { accounts: accounts.map((account) => ({ ...account, reachable: false })) });
  }
}
