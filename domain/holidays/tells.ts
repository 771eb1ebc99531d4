import { plannersOf } from '../duty/planners.ts';
import { dispatchers } from '../people/find-people.ts';
import type { Office, Person } from '../people/office.ts';
import { ownerToAsk, reachable } from '../people/reach.ts';
import type { Period } from '../periods/period.ts';
import type { Assignment, Task } from '../tasks/task.ts';
import type { Day, ThingId } from '../thing.ts';

/** One thing that a new arrangement changes for a person. */
export type HolidayTell =
  | {
      readonly what: 'due' | 'draft';
      readonly no: string;
      readonly title: string;
      readonly fromAt: Date;
      readonly toAt: Date;
    }
  | {
      readonly what: 'asks';
      readonly no: string;
      readonly title: string;
      readonly dueAt: Date;
      readonly wantedAt?: Date;
    }
  | { readonly what: 'day-off'; readonly no: string; readonly title: string; readonly dueAt: Date }
  | { readonly what: 'period'; readonly before: Period; readonly after: Period }
  | { readonly what: 'shifts'; readonly unit: ThingId; readonly days: readonly FlippedDay[] };

/** A day that was worked and is off now, or the other way round. */
export interface FlippedDay {
  readonly day: Day;
  readonly off: boolean;
}

/** Gathers what each person has to know, each thing once. */
export class Tells {
  readonly all = new Map<ThingId, HolidayTell[]>();
  private readonly office: Office;
  private readonly day: Day;

  constructor(office: Office, day: Day) {
    this.office = office;
    this.day = day;
  }

  /** The unit, whoever gave the order, and whoever accepts the report. */
  toAllOf(assignment: Assignment, tell: HolidayTell): void {
    const owner = ownerToAsk(this.office, assignment, this.day);
    const others = reachable(this.office, [assignment.assigner, assignment.reviewer]);
    this.add([...(owner ? [owner] : []), ...others], tell);
  }

  toAssigner({ assigner }: Pick<Task, 'assigner'>, tell: HolidayTell): void {
    const own = reachable(this.office, [assigner]);
    this.add(own.length > 0 ? own : this.desk().slice(0, 1), tell);
  }

  toDesk(tell: HolidayTell): void {
    this.add(this.desk(), tell);
  }

  toPlanner(unit: ThingId, tell: HolidayTell): void {
    this.add(plannersOf(this.office, unit, this.day), tell);
  }

  private desk(): Person[] {
    return reachable(
      this.office,
      dispatchers(this.office, this.day).map(({ id }) => id),
    );
  }

  private add(people: readonly Person[], tell: HolidayTell): void {
    for (const { id } of people) {
      const known = this.all.get(id) ?? [];
      if (!known.some((one) => JSON.stringify(one) === JSON.stringify(tell))) this.all.set(id, [...known, tell]);
    }
  }
}
