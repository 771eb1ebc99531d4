import type { Office, Person } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { Day, ThingId } from '../thing.ts';

/** `青山镇`; a unit that is gone from the office shows its id, so that nothing disappears from a text. */
export function unitName(office: Office, unit: ThingId): string {
  return office.units.get(unit)?.name ?? unit;
}

export function unitNames(office: Office, units: readonly ThingId[]): string {
  return units.map((unit) => unitName(office, unit)).join('、');
}

export function personName(office: Office, person: ThingId | undefined): string {
  return (person && office.people.get(person)?.name) ?? '';
}

/** `安委办 王芳`. */
export function personWithUnit(office: Office, person: ThingId | undefined, day: Day): string {
  const found = person ? office.people.get(person) : undefined;
  if (!found) return '';
  const [tenure] = currentTenures(found, day);
  return tenure ? `${unitName(office, tenure.unit)} ${found.name}` : found.name;
}

/** How an office speaks to somebody: `李区长` for 李卫东, 副区长; the bare name where there is no such title. */
export function honorific(person: Person, day: Day): string {
  const title = currentTenures(person, day)[0]?.title.replace(/^副/, '');
  // 监督科科长 says what somebody is, not how he is spoken to.
  const spoken = title && title.length <= 3 && /(长|主任|书记)$/.test(title);
  return spoken ? `${person.name.slice(0, 1)}${title}` : person.name;
}

/** `138****1102`: telephone numbers in rooms and in anything that more than one person reads. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
