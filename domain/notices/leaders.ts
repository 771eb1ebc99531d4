import { holdersOfRole } from '../people/find-people.ts';
import type { Office, Person } from '../people/office.ts';
import { isReachable } from '../people/reach.ts';
import type { Day, ThingId } from '../thing.ts';

/** 领导 of the office who can be written to, without whoever is speaking. Any of them may agree to @所有人, and all hear of a 叫应. */
export function leadersOf(office: Office, day: Day, except: ThingId): Person[] {
  return holdersOfRole(office, 'leader', day).filter((leader) => leader.id !== except && isReachable(leader));
}
