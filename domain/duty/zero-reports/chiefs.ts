import type { MessageClass } from '../../message.ts';
import { dispatchers, holdersOfRole } from '../../people/find-people.ts';
import type { Reading } from '../../reading.ts';
import type { ThingId } from '../../thing.ts';
import { chiefDeskOf, chiefOfficers } from '../duty-people.ts';
import { shiftsNear } from '../near.ts';
import { whoIsOnDuty } from '../who.ts';

/**
 * Somebody who hears of a unit's reports for the whole office, and how: who is not on shift is left in peace at night. Of the classes
 * that keep to decent hours on days off too, D alone is never put off for a budget or folded into a list.
 */
export interface Chief {
  readonly person: ThingId;
  readonly class: MessageClass;
}

/** On duty at the chief desk now, else its liaisons, else a dispatcher, else the administrator; nobody in `except`. */
export async function chiefsOf(unit: ThingId, read: Reading, except: readonly ThingId[] = []): Promise<Chief[]> {
  const { now, calendar } = read;
  const office = await read.office();
  const day = calendar.dayOf(now);
  const desk = chiefDeskOf(office, unit);
  const shifts = desk ? await shiftsNear(desk.id, now, read) : [];
  const onShift = desk ? whoIsOnDuty(shifts, { unit: desk.id, layer: 'officer', at: now }) : [];
  const found = chiefOfficers(shifts, { office, unit, at: now, day }, except);
  const others = [...dispatchers(office, day), ...holdersOfRole(office, 'sysadmin', day)].filter(
    ({ id }) => !except.includes(id),
  );
  return (found.length > 0 ? found : others.slice(0, 1)).map(({ id }) => ({
    person: id,
    class: onShift.some(({ people }) => people.includes(id)) ? 'L1' : 'D',
  }));
}
