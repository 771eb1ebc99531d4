import type { Office, Person } from '../../people/office.ts';
import { belongsTo, currentTenures, holdersOf, isServing } from '../../people/posts.ts';
import type { Day, ThingId } from '../../thing.ts';
import { isValid } from '../duty-line.ts';
import type { Layer, Shift } from '../shift.ts';

export interface CandidatesAsked {
  readonly unit: ThingId;
  readonly layer: Layer;
  /** The first day of the roster. */
  readonly day: Day;
  /** Published shifts of the unit before and in the span. */
  readonly shifts: readonly Shift[];
  readonly office: Office;
}

/** Titles of those who lead, where the post does not say it. */
const LEADS = /(?:长|书记|主任|主席|主委)$/;

/**
 * Whom a roster is shared out among where nobody is named: who was on the unit's roster of that layer in the last three months
 * and still serves; else by post, leaders for 带班 and liaisons and staff for 值班. In the order of the office's people.
 */
export function candidatesFor(asked: CandidatesAsked): ThingId[] {
  const { unit, layer, day, office } = asked;
  const known = rosteredBefore(asked);
  const serving = (id: ThingId) => {
    const person = office.people.get(id);
    return person !== undefined && isServing(person, day);
  };
  const found = known.size > 0 ? [...known].filter(serving) : byPost(unit, layer, day, office);
  const order = [...office.people.keys()];
  return found.toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** Whether somebody may be in charge: head or deputy, a title that leads, or in charge on this unit's roster before. */
export function mayLead(person: Person, { unit, day, shifts, office }: Omit<CandidatesAsked, 'layer'>): boolean {
  const posts = currentTenures(person, day);
  return (
    posts.some(
      ({ post, title }) => post === 'head' || post === 'deputy' || (post !== 'liaison' && LEADS.test(title)),
    ) ||
    person.roles.includes('leader') ||
    rosteredBefore({ unit, layer: 'leader', day, shifts, office }).has(person.id)
  );
}

function rosteredBefore({ unit, layer, shifts }: CandidatesAsked): Set<ThingId> {
  const own = shifts.filter((shift) => shift.unit === unit && shift.layer === layer && isValid(shift));
  return new Set(own.flatMap(({ people }) => people));
}

function byPost(unit: ThingId, layer: Layer, day: Day, office: Office): ThingId[] {
  const posts = layer === 'leader' ? (['head', 'deputy'] as const) : (['liaison', 'staff'] as const);
  const found = posts
    .flatMap((post) => holdersOf(office, unit, post, day))
    .filter((person) => belongsTo(person, unit, day));
  return [...new Set(found.map(({ id }) => id))];
}
