import { decide } from '../../domain/decision.ts';
import { KINDS } from '../../domain/kinds.ts';
import type { OfficeThing } from '../../domain/people/office.ts';
import { planCommit } from '../../domain/plan-commit.ts';
import { OfficeCache, RecordedReading } from '../../domain/reading.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import type { Thing, ThingId } from '../../domain/thing.ts';
import { type FireContext, fire } from '../../workers/fire.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { aPerson, aRoom, aTenure, aUnit } from '../domain/people/builders.ts';
import { at, calendar, policy } from '../support/builders.ts';
import { TwinStore } from '../support/twin-store.ts';

/** 青山镇 with liaisons A and B and a deputy in charge, 石桥乡 with a liaison, and the office that watches them. */
export const OFFICE: readonly OfficeThing[] = [
  aUnit('anweiban', '安委办', { kind: 'office' }),
  aUnit('qingshan', '青山镇', { dutyPhone: '0000-6230119' }),
  aUnit('shiqiao', '石桥乡'),
  aPerson('wangfang', '王芳', { accounts: ['c-wang'], roles: ['dispatcher'], tenures: [aTenure('anweiban', 'staff')] }),
  aPerson('hejing', '何静', { accounts: ['c-he'], roles: ['supervisor'], tenures: [aTenure('anweiban', 'staff')] }),
  aPerson('liweidong', '李卫东', { accounts: ['c-li'], roles: ['leader'], tenures: [aTenure('anweiban', 'head')] }),
  aPerson('chenli', '陈立', {
    accounts: ['c-chen'],
    phone: '13800001102',
    tenures: [aTenure('qingshan', 'liaison', { letter: 'A' })],
  }),
  aPerson('lvgang', '吕刚', { accounts: ['c-lv'], tenures: [aTenure('qingshan', 'liaison', { letter: 'B' })] }),
  aPerson('zhengwei', '郑伟', { accounts: ['c-zheng'], tenures: [aTenure('qingshan', 'deputy')] }),
  aPerson('maqiang', '马强', { accounts: ['c-ma'], tenures: [aTenure('shiqiao', 'liaison', { letter: 'A' })] }),
  aRoom('anweihui', '安委会成员单位', ['qingshan', 'shiqiao']),
];

/** The same office in which nobody of 青山镇 below the given posts can be reached. */
export function officeWithout(...ids: readonly string[]): OfficeThing[] {
  return OFFICE.map((thing) =>
    thing.type === 'person' && ids.includes(thing.id) ? { ...thing, accounts: [] } : thing,
  );
}

export interface Heard {
  readonly to: string;
  readonly at: string;
  readonly text: string;
}

/** The firing code on the store twin with a clock of its own; what is said is read off the outbox, before any pacing. */
export class Firing {
  readonly store = new TwinStore();
  readonly parked: ThingId[] = [];
  now: Date;
  private readonly offices = new OfficeCache();
  private read = 0;

  private constructor(start: Date) {
    this.now = start;
  }

  static async at(start: string, ...things: readonly Thing[]): Promise<Firing> {
    const firing = new Firing(at(start));
    const office = things.some((thing) => thing.type === 'person') ? [] : OFFICE;
    await firing.save(...office, ...things);
    return firing;
  }

  get context(): FireContext {
    return {
      store: this.store,
      wakes: this.store,
      kinds: KINDS,
      offices: this.offices,
      calendar,
      policy,
      now: () => this.now,
      reminderFor,
      onParked: (id) => this.parked.push(id),
    };
  }

  /** Commits things as a person's command would. */
  async save(...things: readonly Thing[]): Promise<void> {
    await this.commit(decide({ save: things }));
  }

  async commit(decision: ReturnType<typeof decide>): Promise<void> {
    const reading = new RecordedReading({ ...this.context, now: this.now });
    await this.store.commit(await planCommit(decision, reading, { system: 'test' }, this.context));
  }

  async thing<T extends Thing = Assignment>(id: ThingId): Promise<T> {
    const [found] = await this.store.load([id]);
    return found!.thing as T;
  }

  /** Time passes with the workers at work: each wake is taken at its own moment. */
  async until(moment: string): Promise<this> {
    const target = at(moment);
    for (
      let next = await this.store.nextWakeMs();
      next !== undefined && next <= target.getTime();
      next = await this.store.nextWakeMs()
    ) {
      if (next > this.now.getTime()) this.now = new Date(next);
      await this.fireDue();
    }
    this.now = target;
    return this;
  }

  /** Time passes with nobody at work. */
  away(moment: string): this {
    this.now = at(moment);
    return this;
  }

  /** Takes the wakes that are due now. */
  async fireDue(): Promise<this> {
    for (const id of await this.store.dueWakes(this.now.getTime(), 100)) await fire(id, this.context);
    return this;
  }

  /** What was said since the last look: when, to whom, and what. */
  heard(): Heard[] {
    const fresh = this.store.outbox.said.slice(this.read);
    this.read = this.store.outbox.said.length;
    return fresh.map((message) => {
      const since = new Date(message.sinceMs);
      return { to: message.to, at: `${calendar.dayOf(since).slice(5)} ${calendar.clockOf(since)}`, text: message.text };
    });
  }
}
