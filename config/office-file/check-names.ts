import { plainName } from '../../domain/people/near-name.ts';
import { SENSE } from '../../domain/wording/office-file.ts';
import type { Draft } from './draft.ts';
import type { Written } from './entry.ts';
import type { Page } from './page.ts';

/** Complains of everything that is there twice, and of names that mean two units. */
export function checkNames(page: Page, draft: Draft): void {
  const { units, sets, people, rooms, contacts, chatRooms, periods } = draft;
  const allRooms = [...rooms, ...chatRooms];
  for (const list of [units, sets, people, allRooms, periods])
    noneTwice(
      page,
      'id',
      list.map((one) => one.id),
    );
  noneTwice(
    page,
    '群名',
    allRooms.map((room) => room.topic),
  );
  noneTwice(page, '聊天账号', [
    ...people.flatMap((person) => person.chat ?? []),
    ...contacts.map((contact) => contact.id),
  ]);
  noneTwice(
    page,
    '名称',
    [...units, ...sets].map((one) => one.name),
  );
  noneTwice(
    page,
    '重点时段',
    periods.map((one) => one.name),
  );
  checkAliases(page, draft);
}

function noneTwice(page: Page, what: string, words: readonly Written[]): void {
  const seen = new Map<string, Written>();
  for (const word of words) {
    const before = seen.get(plainName(word.text));
    if (before) page.complain(word.line, SENSE.twice(what, word.text, before.line));
    else seen.set(plainName(word.text), word);
  }
}

/** An alias may be nobody else's name or alias, neither a unit's nor a set's. */
function checkAliases(page: Page, { units, sets }: Draft): void {
  const owners = new Map<string, { name: string; line: number }>();
  for (const { name } of [...units, ...sets]) owners.set(plainName(name.text), { name: name.text, line: name.line });

  for (const { name, aliases } of [...units, ...sets]) {
    for (const alias of aliases) {
      const owner = owners.get(plainName(alias.text));
      if (!owner) owners.set(plainName(alias.text), { name: name.text, line: alias.line });
      else if (owner.name !== name.text)
        page.complain(alias.line, SENSE.aliasOfTwo(alias.text, owner.name, owner.line));
    }
  }
}
