import type { Person, Room, Tenure, Unit, UnitSet } from '../../domain/people/office.ts';
import type { OwnKit } from '../../domain/periods/kits/kit.ts';
import type { OwnPeriod } from '../../domain/periods/own-period.ts';
import { SENSE } from '../../domain/wording/office-file.ts';
import { checkNames } from './check-names.ts';
import { checkPosts, type PlacedPost } from './check-posts.ts';
import type { Draft, DraftPerson, DraftRoom, DraftUnit } from './draft.ts';
import { type LocalChat, localChat } from './local-chat.ts';
import { Names } from './names.ts';
import type { Page } from './page.ts';

/** An office file whose names have all been found. */
export interface OfficeFile {
  readonly name: string;
  readonly units: readonly Unit[];
  readonly sets: readonly UnitSet[];
  readonly people: readonly FilePerson[];
  readonly rooms: readonly Room[];
  readonly periods: readonly OwnPeriod[];
  readonly kits: readonly OwnKit[];
  readonly chat: LocalChat;
}

export interface FilePerson extends Person {
  /** The contact that this person is in the local chat. */
  readonly chat?: string;
}

/** Puts things in place of names; what does not fit together is complained of on the page. */
export function resolveDraft(page: Page, draft: Draft): OfficeFile {
  checkNames(page, draft);
  const names = new Names(page, draft);
  const posts = draft.people.flatMap((person) => placedPosts(names, person));
  checkPosts(page, draft, posts);

  const units = draft.units.map((unit) => unitFrom(names, unit));
  checkCircles(page, draft, units);
  return {
    name: draft.name,
    units,
    sets: draft.sets.map((set) => {
      if (set.units.length === 0) page.complain(set.line, SENSE.emptySet(set.name.text));
      const members = names.unitList(set.units, [set]);
      return {
        id: `unit-set.${set.id.text}`,
        type: 'unit-set',
        name: set.name.text,
        aliases: set.aliases.map((alias) => alias.text),
        units: members,
      };
    }),
    people: draft.people.map((person) => personFrom(person, posts)),
    rooms: draft.rooms.map((room) => roomFrom(page, names, room)),
    periods: draft.periods.map(({ period }) => period),
    kits: draft.kits,
    chat: localChat(names, draft),
  };
}

function placedPosts(names: Names, person: DraftPerson): PlacedPost[] {
  return person.posts.flatMap((post) => {
    const unit = names.unit(post.unit);
    return unit ? [{ person, post, unit }] : [];
  });
}

function unitFrom(names: Names, unit: DraftUnit): Unit {
  const parent = unit.parent && names.unit(unit.parent);
  return {
    id: `unit.${unit.id.text}`,
    type: 'unit',
    name: unit.name.text,
    aliases: unit.aliases.map((alias) => alias.text),
    kind: unit.kind,
    ...(parent && { parent }),
    ...(unit.phone && { dutyPhone: unit.phone.text }),
    status: unit.status,
  };
}

function personFrom(person: DraftPerson, posts: readonly PlacedPost[]): FilePerson {
  const tenures = posts
    .filter((placed) => placed.person === person)
    .map(
      ({ unit, post: { post, letter, title, fromDay, toDay } }): Tenure => ({
        unit,
        post,
        title,
        fromDay,
        ...(toDay && { toDay }),
        ...(letter && { letter }),
      }),
    );
  return {
    id: `person.${person.id.text}`,
    type: 'person',
    name: person.name.text,
    ...(person.phone && { phone: person.phone.text }),
    roles: person.roles,
    tenures,
    accounts: [],
    ...(person.chat && { chat: person.chat.text }),
  };
}

function roomFrom(page: Page, names: Names, room: DraftRoom): Room {
  if (room.units.length === 0) page.complain(room.line, SENSE.roomWithoutUnits(room.topic.text));
  return { id: `room.${room.id.text}`, type: 'room', topic: room.topic.text, units: names.unitList(room.units) };
}

function checkCircles(page: Page, draft: Draft, units: readonly Unit[]): void {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  units.forEach((unit, index) => {
    const above = [unit];
    for (let next = unit.parent && byId.get(unit.parent); next; next = next.parent && byId.get(next.parent)) {
      if (next === unit) page.complain(draft.units[index]!.line, SENSE.circle([...above, unit].map((one) => one.name)));
      if (above.includes(next)) break;
      above.push(next);
    }
  });
}
