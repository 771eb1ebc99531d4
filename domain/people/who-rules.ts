import type { Assignment, Task } from '../tasks/task.ts';
import type { Day } from '../thing.ts';
import { holdersOfRole } from './find-people.ts';
import { GRANTS, type Right } from './grants.ts';
import type { Office, Person } from './office.ts';
import { currentTenures } from './posts.ts';

/** Whom to turn to instead: 安委办王芳. The office's dispatcher where he may, else the assigner, else whoever holds a role for it. */
export function whoRules(office: Office, right: Right, day: Day, thing?: Task | Assignment, except?: Person): string {
  const { roles, relations } = GRANTS[right];
  const byRole = ['dispatcher', 'sysadmin', 'leader', 'supervisor', 'observer'] as const;
  const holders = byRole.filter((role) => roles.includes(role)).flatMap((role) => holdersOfRole(office, role, day));
  const assigner = thing && relations.includes('assigner') ? office.people.get(thing.assigner) : undefined;

  const found = [
    ...holders.slice(0, 1),
    ...(assigner ? [assigner] : []),
    ...holders,
    ...holdersOfRole(office, 'dispatcher', day),
  ];
  const person = found.find((one) => one.id !== except?.id);
  return person ? `${unitWord(office, person, day)}${person.name}` : '安委办';
}

function unitWord(office: Office, person: Person, day: Day): string {
  const unit = currentTenures(person, day)[0]?.unit;
  return (unit && office.units.get(unit)?.name) ?? '';
}
