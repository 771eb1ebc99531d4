import { wallMs } from '../calendar/civil-day.ts';
import type { ThingId } from '../thing.ts';

/** Names of the collections through which tasks and assignments are found. */
export const OPEN_ASSIGNMENTS = 'assignments.open';
export const OPEN_DRAFTS = 'tasks.drafts';
export const RUNNING_SERIES = 'series.running';

export function assignmentsOf(task: ThingId): string {
  return `assignments.${task}`;
}

export function openAssignmentsOf(unit: ThingId): string {
  return `assignments.open.${unit}`;
}

/** Open assignments that are due, or asked to be due, in a civil year: what a new arrangement of its days off may concern. */
export function duesIn(year: number): string {
  return `assignments.due.${year}`;
}

/** The civil year of a moment in Shanghai. */
export function yearOf(at: Date): number {
  return new Date(wallMs(at)).getUTCFullYear();
}

/** What waits for a reviewer's word: reports, extensions, forwards, claims. */
export function waitingFor(reviewer: ThingId): string {
  return `assignments.waiting.${reviewer}`;
}

export function draftsOf(person: ThingId): string {
  return `drafts.${person}`;
}

export function draftsOfBatch(batch: string): string {
  return `drafts.batch.${batch}`;
}

export function taskId(no: string): ThingId {
  return `task.${no}`;
}

export function assignmentId(no: string, unit: ThingId): ThingId {
  return `assignment.${no}.${unit.slice(unit.indexOf('.') + 1)}`;
}
