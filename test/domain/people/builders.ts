import { buildOffice } from '../../../domain/people/build-office.ts';
import type {
  Account,
  Office,
  OfficeThing,
  Person,
  Post,
  Role,
  Room,
  Tenure,
  Unit,
  UnitSet,
} from '../../../domain/people/office.ts';
import type { BindingPolicy } from '../../../domain/policy.ts';
import type { Assignment, Task } from '../../../domain/tasks/task.ts';

export const TODAY = '2026-01-15';
export const NOW = new Date('2026-01-15T10:12:00+08:00');
export const BINDING: BindingPolicy = { attempts: 5, hours: 24, codeDigits: 4 };

/** A hash that tests can read: what counts is that salt and code both go in. */
export const hash = (salt: string, code: string) => `#${salt}/${code}#`;
export const fresh = (code = '7731') => ({ code, salt: 's', hash });

export function aUnit(id: string, name: string, other: Partial<Unit> = {}): Unit {
  return { id: `unit.${id}`, type: 'unit', name, aliases: [], kind: 'township', status: 'active', ...other };
}

export function aSet(id: string, name: string, units: readonly string[], other: Partial<UnitSet> = {}): UnitSet {
  return {
    id: `unit-set.${id}`,
    type: 'unit-set',
    name,
    aliases: [],
    units: units.map((unit) => `unit.${unit}`),
    ...other,
  };
}

export function aTenure(unit: string, post: Post, other: Partial<Tenure> = {}): Tenure {
  return { unit: `unit.${unit}`, post, title: '', fromDay: '2025-01-01', ...other };
}

export function anAccount(contactId: string, other: Partial<Account> = {}): Account {
  return { contactId, boundAt: new Date('2025-06-01T09:00:00+08:00'), reachable: true, ...other };
}

interface PersonParts {
  readonly tenures?: readonly Tenure[];
  readonly roles?: readonly Role[];
  readonly granted?: readonly Role[];
  /** Contact ids. */
  readonly accounts?: readonly string[];
  readonly phone?: string;
}

export function aPerson(id: string, name: string, { accounts = [], ...parts }: PersonParts = {}): Person {
  return {
    id: `person.${id}`,
    type: 'person',
    name,
    roles: [],
    tenures: [],
    ...parts,
    accounts: accounts.map((contactId) => anAccount(contactId)),
  };
}

export function aRoom(id: string, topic: string, units: readonly string[], other: Partial<Room> = {}): Room {
  return { id: `room.${id}`, type: 'room', topic, units: units.map((unit) => `unit.${unit}`), ...other };
}

export function anOffice(...things: OfficeThing[]): Office {
  return buildOffice(things);
}

export function aTask(other: Partial<Task> = {}): Task {
  return {
    id: 'task.T0612',
    type: 'task',
    no: 'T0612',
    title: '烟花爆竹零售点排查',
    text: '',
    requirements: [],
    state: 'draft',
    version: 1,
    assigner: 'person.somebody',
    reviewer: 'person.somebody',
    leads: [],
    coops: [],
    executors: [],
    owners: [],
    priority: 'normal',
    openEnded: false,
    assumed: [],
    openPoints: [],
    asked: 0,
    files: [],
    createdAt: NOW,
    ...other,
  };
}

export function anAssignment(unit: string, other: Partial<Assignment> = {}): Assignment {
  return {
    id: `assignment.T0612.${unit}`,
    type: 'assignment',
    task: 'task.T0612',
    no: 'T0612',
    title: '烟花爆竹零售点排查',
    unit: `unit.${unit}`,
    part: 'execute',
    state: 'in-progress',
    assigner: 'person.somebody',
    reviewer: 'person.somebody',
    priority: 'normal',
    issuedAt: NOW,
    reports: [],
    extensions: [],
    returns: 0,
    ladder: { noAck: [], beforeDue: [], afterDue: [], review: [] },
    ...other,
  };
}
