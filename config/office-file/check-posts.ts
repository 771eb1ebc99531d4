import type { UnitKind } from '../../domain/people/office.ts';
import type { ThingId } from '../../domain/thing.ts';
import { SENSE } from '../../domain/wording/office-file.ts';
import { postWords } from '../../domain/wording/office-words.ts';
import type { Draft, DraftPerson, DraftPost } from './draft.ts';
import type { Page } from './page.ts';

/** A post of the file with its unit known. */
export interface PlacedPost {
  readonly person: DraftPerson;
  readonly post: DraftPost;
  readonly unit: ThingId;
}

/** Units to which orders are handed out, and which therefore need somebody who answers. */
const NEEDS_LIAISON: readonly UnitKind[] = ['office', 'department', 'township', 'street', 'park'];

/** 责任人 of what, nobody could say: whoever calls 各水库责任人 would never find him. */
const KEEPER_OF_NOTHING = /^(?:第一|安全|巡查|防汛|包保|监测|管护|看护)?责任人$/;

/** Complains of posts that cannot be as they stand, and of posts that nobody holds. */
export function checkPosts(page: Page, draft: Draft, posts: readonly PlacedPost[]): void {
  for (const person of draft.people) {
    // Somebody with a role and no post is the machine's administrator.
    if (!person.hasPosts && !person.roles.includes('sysadmin'))
      page.complain(person.line, SENSE.noUnit(person.name.text));
  }
  for (const { person, post } of posts) {
    if (KEEPER_OF_NOTHING.test(post.title))
      page.complain(post.line, SENSE.keeperOfNothing(person.name.text, post.title));
    if (post.toDay && post.toDay < post.fromDay) page.complain(post.line, SENSE.reversed(post.fromDay, post.toDay));
  }
  for (const unit of new Set(posts.map((one) => one.unit))) {
    const inUnit = posts.filter((one) => one.unit === unit);
    inUnit.forEach((one, index) => {
      for (const other of inUnit.slice(0, index)) checkPair(page, unitName(draft, unit), one, other);
    });
  }
  checkVacancies(page, draft, posts);
}

function checkPair(page: Page, unit: string, one: PlacedPost, other: PlacedPost): void {
  if (!overlap(one.post, other.post)) return;
  const samePerson = one.person === other.person;

  if (samePerson && one.post.letter && other.post.letter && one.post.letter !== other.post.letter) {
    page.complain(one.post.line, SENSE.ownStandIn(unit));
  }
  if (!samePerson && one.post.letter && one.post.letter === other.post.letter) {
    page.complain(
      one.post.line,
      SENSE.secondLetter(unit, postWords(one.post), other.person.name.text, other.post.line),
    );
  }
  if (!samePerson && one.person.name.text === other.person.name.text && one.post.title === other.post.title) {
    page.complain(one.post.line, SENSE.sameNames(one.person.name.text, unit, other.post.line));
  }
}

function checkVacancies(page: Page, draft: Draft, posts: readonly PlacedPost[]): void {
  for (const unit of draft.units) {
    const needed = unit.status === 'active' && NEEDS_LIAISON.includes(unit.kind);
    const held = posts.some(
      ({ unit: id, post }) => id === `unit.${unit.id.text}` && post.post === 'liaison' && !post.toDay,
    );
    if (needed && !held) page.complain(unit.line, SENSE.noLiaison(unit.name.text));
  }
  const desk = draft.people.filter(
    (person) => person.roles.includes('dispatcher') && person.posts.some((post) => !post.toDay),
  );
  if (desk.length === 0) page.complain(1, SENSE.noDispatcher());
}

function overlap(one: DraftPost, other: DraftPost): boolean {
  return (!other.toDay || one.fromDay <= other.toDay) && (!one.toDay || other.fromDay <= one.toDay);
}

function unitName(draft: Draft, id: ThingId): string {
  return draft.units.find((unit) => `unit.${unit.id.text}` === id)?.name.text ?? id;
}
