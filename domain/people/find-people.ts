import type { Day, ThingId } from '../thing.ts';
import { plainName } from './near-name.ts';
import type { Office, Person, Post, Role } from './office.ts';
import { currentTenures, isServing, rolesOf } from './posts.ts';

/** Everybody of that name who serves on that day, within one unit if it is given: the same name may mean several. */
export function peopleNamed(office: Office, name: string, day: Day, unit?: ThingId): Person[] {
  const said = plainName(name);
  return serving(office, day, unit).filter((person) => plainName(person.name) === said);
}

/** 李区长 for 李卫东, 副区长: everybody of that surname (or full name) who is addressed so; those whose title it is in full come first. */
export function leadersTitled(office: Office, text: string, day: Day, unit?: ThingId): Person[] {
  const said = plainName(text);
  const found = serving(office, day, unit).flatMap((person) => {
    const fit = fitOf(said, person, day, unit);
    return fit ? [{ person, fit }] : [];
  });
  return found.sort((one, other) => other.fit - one.fit).map(({ person }) => person);
}

/** What people may have written for a person: a name or, where nobody has that name, surname and title. */
export function peopleMeant(office: Office, text: string, day: Day, unit?: ThingId): Person[] {
  const named = peopleNamed(office, text, day, unit);
  return named.length > 0 ? named : leadersTitled(office, text, day, unit);
}

export function dispatchers(office: Office, day: Day): Person[] {
  return holdersOfRole(office, 'dispatcher', day);
}

export function supervisors(office: Office, day: Day): Person[] {
  return holdersOfRole(office, 'supervisor', day);
}

export function leaders(office: Office, day: Day): Person[] {
  return holdersOfRole(office, 'leader', day);
}

/** In the order of the office's people; the first dispatcher is the one who speaks for the office. */
export function holdersOfRole(office: Office, role: Role, day: Day): Person[] {
  return bearersOf(office, role).filter((person) => rolesOf(person, day).includes(role));
}

const bearers = new WeakMap<Office, Map<Role, readonly Person[]>>();

/** Whoever was ever given a role: few among many people, found once per state of the office. */
function bearersOf(office: Office, role: Role): readonly Person[] {
  const known = bearers.get(office) ?? new Map<Role, readonly Person[]>();
  bearers.set(office, known);
  const found = known.get(role) ?? [...office.people.values()].filter(({ roles }) => roles.includes(role));
  known.set(role, found);
  return found;
}

/** The post that words like 主要负责同志 or 分管领导 address. */
export function postMeant(text: string): Post | undefined {
  const said = plainName(text);
  if (/^(主要负责(人|同志)|主要领导|一把手|负责人)$/.test(said)) return 'head';
  if (/^(分管负责(人|同志)|分管领导|主管(副职|领导)|带班领导)$/.test(said)) return 'deputy';
  return /^(安全)?联络员$/.test(said) ? 'liaison' : undefined;
}

function serving(office: Office, day: Day, unit?: ThingId): Person[] {
  return [...office.people.values()].filter(
    (person) => isServing(person, day) && (!unit || currentTenures(person, day).some((tenure) => tenure.unit === unit)),
  );
}

/** 2: the title in full · 1: the title as it is shortened in speech (区长 for 副区长, 局 for 局长) · 0: not addressed so. */
function fitOf(said: string, person: Person, day: Day, unit?: ThingId): number {
  const titles = currentTenures(person, day).filter((tenure) => !unit || tenure.unit === unit);
  const fits = namePartsOf(person.name)
    .filter((part) => said.startsWith(part))
    .flatMap((part) => titles.map((tenure) => titleFit(said.slice(part.length), plainName(tenure.title))));
  return Math.max(0, ...fits);
}

function titleFit(said: string, title: string): number {
  const spoken = /^[局处科队所站]$/.test(said) ? `${said}长` : said;
  if (spoken.length < 2) return 0;
  if (title === spoken) return 2;
  return title.endsWith(spoken) || title.replaceAll('副', '').endsWith(spoken) ? 1 : 0;
}

const COMPOUND_SURNAMES = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '司徒',
  '东方',
  '令狐',
  '尉迟',
  '慕容',
  '夏侯',
  '端木',
]);

function namePartsOf(name: string): string[] {
  const plain = plainName(name);
  const pair = plain.slice(0, 2);
  const surname = COMPOUND_SURNAMES.has(pair) && plain.length > 2 ? pair : plain.slice(0, 1);
  return plain === surname ? [surname] : [plain, surname];
}
