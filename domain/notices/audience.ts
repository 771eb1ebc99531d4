import { peopleMeant } from '../people/find-people.ts';
import { expandSet, setsNamed, unitsNamed } from '../people/find-units.ts';
import type { Office, Person } from '../people/office.ts';
import { holdersOf, unitsOf } from '../people/posts.ts';
import { isReachable } from '../people/reach.ts';
import type { Day, ThingId } from '../thing.ts';
import { isEarlier, unitsEarlier } from './earlier-units.ts';
import { type PostSaid, postSaid, titleHolders } from './post-said.ts';

/** A post that nobody holds where it was asked for: 石桥乡 has no 党委书记, at this moment no 值班员. */
export interface Vacancy {
  readonly unit: ThingId;
  /** As the author called it; 联络员 where a unit was to be told through its liaison. */
  readonly post: string;
  readonly onDuty?: true;
}

/** Whom a notice goes to, as far as the names are known. */
export interface Audience {
  /** Each once, in the order in which they were named. */
  readonly people: readonly ThingId[];
  readonly units: readonly ThingId[];
  /** Names that stand for nobody, and words for a post that stand beside no unit. */
  readonly unknown: readonly string[];
  /** Never left out in silence: the author reads them before anything is sent. */
  readonly vacancies: readonly Vacancy[];
}

/** Some of the units with the posts that are asked for in each of them: 青山镇、石桥乡党委书记、镇长. */
export interface GroupSaid {
  /** Units, sets of units, and 三个镇 for those that were named before. */
  readonly of: readonly string[];
  readonly posts: readonly string[];
  readonly people: readonly string[];
}

/** What the author said of the addressees, in the order of the text. */
export interface Addressees {
  readonly units: readonly string[];
  readonly scope: readonly string[];
  readonly people: readonly string[];
  /** Where posts stand beside units; then it is all that counts. */
  readonly groups?: readonly GroupSaid[];
  /** Units that the text names before it comes to its addressees. */
  readonly named?: readonly string[];
}

/** Who is on duty in a unit at the moment that counts, by the roster. */
export type OnDutyIn = (unit: ThingId, layer: 'officer' | 'leader') => readonly ThingId[];

/**
 * Names to people on that day: units and unit sets stand for their liaison (the first who can be written to, A before B) unless
 * posts are named beside them, 镇长 or 分管负责人, which are then taken in each of the units; persons stand for themselves.
 */
export function audienceOf(said: Addressees, office: Office, day: Day, onDuty: OnDutyIn = () => []): Audience {
  const groups = said.groups ?? [oneGroup(said)];
  const found = groups.map((group) => groupOf(group, said.named ?? [], office, day, onDuty));
  const vacancies = found.flatMap((group) => group.vacancies);
  return {
    people: [...new Set([...found.flatMap(({ held }) => held), ...found.flatMap(({ persons }) => persons)])],
    units: [...new Set(found.flatMap(({ units }) => units))],
    unknown: [...new Set(found.flatMap(({ unknown }) => unknown))],
    vacancies: vacancies.filter(({ unit, post }, at) => at === firstOf(vacancies, unit, post)),
  };
}

/** The units that nobody at all is told for. */
export function unitsWithoutAnybody({ people, units, vacancies }: Audience, office: Office, day: Day): ThingId[] {
  const vacant = new Set(vacancies.map(({ unit }) => unit));
  const held = new Set(
    people.flatMap((id) => {
      const person = office.people.get(id);
      return person ? unitsOf(person, day) : [];
    }),
  );
  return units.filter((unit) => vacant.has(unit) && !held.has(unit));
}

function firstOf(vacancies: readonly Vacancy[], unit: ThingId, post: string): number {
  return vacancies.findIndex((one) => one.unit === unit && one.post === post);
}

/** Names in no group: a word for a post is one where it stands beside units, else it may be somebody's name. */
function oneGroup({ units, scope, people }: Addressees): GroupSaid {
  const isPost = (word: string) => {
    const post = postSaid(word);
    return units.length + scope.length > 0 && (post.sort !== 'title' || post.sure);
  };
  return {
    of: [...scope, ...units],
    posts: people.filter(isPost),
    people: people.filter((word) => !isPost(word)),
  };
}

interface Found {
  readonly units: readonly ThingId[];
  readonly held: readonly ThingId[];
  readonly persons: readonly ThingId[];
  readonly unknown: readonly string[];
  readonly vacancies: readonly Vacancy[];
}

function groupOf(
  { of, posts, people }: GroupSaid,
  named: readonly string[],
  office: Office,
  day: Day,
  onDuty: OnDutyIn,
): Found {
  const unknown: string[] = [];
  const units = [...new Set(of.flatMap((name) => unitsMeant(office, name, named) ?? unknownName(name, unknown)))];
  const persons: ThingId[] = [];
  for (const name of people) {
    const found = peopleMeant(office, name, day);
    if (found.length === 1) persons.push(found[0]!.id);
    else unknown.push(name);
  }

  const context = { office, day, onDuty };
  if (posts.length === 0) return { ...liaisonsOf(units, context), units, persons, unknown };
  const held: ThingId[] = [];
  const vacancies: Vacancy[] = [];
  for (const word of posts) {
    const post = postSaid(word);
    const all = of.length === 0 && post.sort === 'title' ? titleHolders(office, post, day) : [];
    const there = units.map((unit) => ({ unit, people: holders(unit, post, context) }));
    const nobody = all.length === 0 && there.every((one) => one.people.length === 0);
    const isSure = post.sort !== 'title' || post.sure;
    if (of.length > 0 && units.length === 0) continue;
    if (nobody && (units.length === 0 || !isSure)) unknown.push(word);
    else vacancies.push(...there.filter((one) => one.people.length === 0).map(({ unit }) => vacancy(unit, word, post)));
    held.push(...all.map(({ id }) => id), ...there.flatMap((one) => one.people));
  }
  return { units, held, persons, unknown, vacancies };
}

function vacancy(unit: ThingId, post: string, { sort }: PostSaid): Vacancy {
  return { unit, post, ...(sort === 'on-duty' && { onDuty: true as const }) };
}

interface Where {
  readonly office: Office;
  readonly day: Day;
  readonly onDuty: OnDutyIn;
}

function liaisonsOf(units: readonly ThingId[], { office, day }: Where): Pick<Found, 'held' | 'vacancies'> {
  const there = units.map((unit) => ({ unit, liaison: firstToAsk(holdersOf(office, unit, 'liaison', day)) }));
  return {
    held: there.flatMap(({ liaison }) => liaison?.id ?? []),
    vacancies: there.filter(({ liaison }) => !liaison).map(({ unit }) => ({ unit, post: '联络员' })),
  };
}

/** Of a pair one, who hands it on; heads and deputies each for himself. */
function holders(unit: ThingId, post: PostSaid, { office, day, onDuty }: Where): ThingId[] {
  if (post.sort === 'on-duty') {
    const people = onDuty(unit, post.layer);
    const instead = people.length === 0 && post.layer === 'leader' ? holdersOf(office, unit, 'deputy', day) : [];
    return [...people, ...instead.slice(0, 1).map(({ id }) => id)];
  }
  if (post.sort === 'title') return titleHolders(office, post, day, unit).map(({ id }) => id);
  const held = holdersOf(office, unit, post.post, day);
  const one = post.post === 'head' || post.post === 'deputy' ? held : [firstToAsk(held)];
  return one.flatMap((person) => person?.id ?? []);
}

function firstToAsk(people: readonly Person[]): Person | undefined {
  return people.find(isReachable) ?? people[0];
}

/** Undefined where the name stands for no unit. */
function unitsMeant(office: Office, name: string, named: readonly string[]): readonly ThingId[] | undefined {
  const sets = setsNamed(office, name);
  if (sets.length === 1) return expandSet(office, sets[0]!);
  const units = unitsNamed(office, name);
  if (units.length === 1) return [units[0]!.id];
  return isEarlier(name) ? unitsEarlier(office, name, named) : undefined;
}

function unknownName(name: string, unknown: string[]): never[] {
  unknown.push(name);
  return [];
}
