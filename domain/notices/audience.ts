import { peopleMeant, postMeant } from '../people/find-people.ts';
import { expandSet, setsNamed, unitsNamed } from '../people/find-units.ts';
import type { Office, Post } from '../people/office.ts';
import { holdersOf, ownersOf } from '../people/posts.ts';
import type { Day, ThingId } from '../thing.ts';

/** Whom a notice goes to, as far as the names are known. */
export interface Audience {
  /** Each once, in the order in which they were named. */
  readonly people: readonly ThingId[];
  readonly units: readonly ThingId[];
  /** Names that stand for nobody, and words for a post that stand beside no unit. */
  readonly unknown: readonly string[];
}

/** What the author said of the addressees, in the order of the text. */
export interface Addressees {
  readonly units: readonly string[];
  readonly scope: readonly string[];
  readonly people: readonly string[];
}

/**
 * Names to people on that day: units and unit sets stand for their liaison (A before B) unless posts are named beside them,
 * 镇长 or 分管负责人, who are then taken in each of the units; persons stand for themselves.
 */
export function audienceOf(said: Addressees, office: Office, day: Day): Audience {
  const unknown: string[] = [];
  const units: ThingId[] = [];
  for (const name of [...said.scope, ...said.units]) {
    const sets = setsNamed(office, name);
    const named = unitsNamed(office, name);
    if (sets.length === 1) units.push(...expandSet(office, sets[0]!));
    else if (named.length === 1) units.push(named[0]!.id);
    else unknown.push(name);
  }

  const posts: Post[] = [];
  const persons: ThingId[] = [];
  for (const name of said.people) {
    const post = postMeant(name);
    const found = peopleMeant(office, name, day);
    if (post && units.length > 0) posts.push(post);
    else if (found.length === 1) persons.push(found[0]!.id);
    else unknown.push(name);
  }

  const each = [...new Set(units)];
  const held = each.flatMap((unit) =>
    posts.length === 0
      ? ownersOf(office, { unit }, day).slice(0, 1)
      : posts.flatMap((post) => holdersOf(office, unit, post, day).slice(0, 1)),
  );
  return { people: [...new Set([...held.map(({ id }) => id), ...persons])], units: each, unknown };
}
