import type { RefusalCode } from '../refusal.ts';
import type { Assignment, Task } from '../tasks/task.ts';
import type { Day, ThingId } from '../thing.ts';
import { GRANTS, type Right } from './grants.ts';
import type { Office, Person, Room } from './office.ts';
import { isServing, rolesOf, unitsOf } from './posts.ts';
import { relationsTo, unitsConcerned } from './relations.ts';
import { whoRules } from './who-rules.ts';

export type { Right } from './grants.ts';

/** What is asked: may this person do this, here, to this? */
export interface RightRequest {
  /** Absent for a sender whom no code has proved. */
  readonly person: Person | undefined;
  readonly right: Right;
  /** Where it was said: absent in a private chat; a room that nobody has bound is a room without units. */
  readonly room?: Room;
  /** The unit it is about, where there is no matter yet. */
  readonly unit?: ThingId;
  readonly thing?: Task | Assignment;
  readonly office: Office;
  readonly day: Day;
}

/** `privately`: the answer holds what this room should not read and goes to the person alone. */
export type Verdict =
  | { readonly allowed: true; readonly privately: boolean }
  | { readonly allowed: false; readonly refusal: RefusalCode; readonly who?: string };

/**
 * The one place that decides who may do what: person × role × room × the object's unit. Strangers may
 * ask for help and bind, nothing else; who has left every post is a stranger again.
 */
export function may(request: RightRequest): Verdict {
  const { person, right, room, office, day } = request;
  const grant = GRANTS[right];

  if (grant.place === 'private' && room) return { allowed: false, refusal: 'PRIVATE_ONLY' };
  if (grant.strangers) return { allowed: true, privately: false };
  if (!person || !isServing(person, day)) return { allowed: false, refusal: 'NOT_BOUND' };
  if (!isGranted(request, person)) return refused(request, person);
  if (grant.place === 'room' && !room) return { allowed: false, refusal: 'ROOM_ONLY' };
  if (right === 'review' && isJudgeInOwnCause(request, person))
    return { allowed: false, refusal: 'NOT_ALLOWED', who: whoRules(office, right, day, request.thing, person) };

  return {
    allowed: true,
    privately: grant.answer !== undefined && room !== undefined && !mayRead(room, request, person),
  };
}

function isGranted(request: RightRequest, person: Person): boolean {
  const { roles, relations } = GRANTS[request.right];
  const held = rolesOf(person, request.day);
  return (
    roles.some((role) => held.includes(role)) ||
    relations.some((relation) => relationsTo(request, person).has(relation))
  );
}

function refused({ right, office, day, thing, unit }: RightRequest, person: Person): Verdict {
  const onlyForUnit = GRANTS[right].roles.length === 0 && (thing !== undefined || unit !== undefined);
  return onlyForUnit
    ? { allowed: false, refusal: 'NOT_YOUR_UNIT' }
    : { allowed: false, refusal: 'NOT_ALLOWED', who: whoRules(office, right, day, thing, person) };
}

/**
 * Nobody accepts his own work: not who wrote a report on it or owns it, and not another of the reporting unit either. A
 * dispatcher may accept what a colleague of his own unit reported, because a small office has nobody else.
 */
function isJudgeInOwnCause({ thing, day }: RightRequest, person: Person): boolean {
  if (thing?.type !== 'assignment') return false;
  if (thing.owner === person.id || thing.reports.some((report) => report.by === person.id)) return true;
  return unitsOf(person, day).includes(thing.unit) && !rolesOf(person, day).includes('dispatcher');
}

/** A room reads details only of the units it is bound to; telephone numbers no room reads. */
function mayRead(room: Room, request: RightRequest, person: Person): boolean {
  if (GRANTS[request.right].answer === 'never-in-rooms') return false;
  const concerned = unitsConcerned(request);
  const units = concerned.length > 0 || request.right === 'query-any' ? concerned : unitsOf(person, request.day);
  return units.length > 0 && units.every((unit) => room.units.includes(unit));
}
