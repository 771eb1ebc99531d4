import { nearestWord, plainName } from '../../domain/people/near-name.ts';
import type { ThingId } from '../../domain/thing.ts';
import { SENSE } from '../../domain/wording/office-file.ts';
import type { Draft, DraftSet } from './draft.ts';
import type { Written } from './entry.ts';
import type { Page } from './page.ts';

/** Whom the names in a file mean. Units answer to name, alias and id; people to name and id. */
export class Names {
  private readonly page: Page;
  private readonly units = new Map<string, ThingId[]>();
  private readonly people = new Map<string, ThingId[]>();
  private readonly sets = new Map<string, DraftSet>();

  constructor(page: Page, draft: Draft) {
    this.page = page;
    for (const { id, name } of draft.units) add(this.units, [name, id], `unit.${id.text}`);
    for (const { id, aliases } of draft.units) add(this.units, aliases, `unit.${id.text}`);
    for (const { id, name } of draft.people) add(this.people, [name, id], `person.${id.text}`);
    for (const set of draft.sets) {
      for (const word of [set.name, ...set.aliases, set.id]) this.sets.set(plainName(word.text), set);
    }
  }

  /** The unit of that name, or a complaint and undefined. Of two with that name, which is complained of elsewhere, the first. */
  unit(written: Written): ThingId | undefined {
    const found = this.units.get(plainName(written.text))?.[0];
    if (!found)
      this.page.complain(
        written.line,
        SENSE.unknownUnit(written.text, nearestWord(written.text, [...this.units.keys()])),
      );
    return found;
  }

  /** Units and sets by name, sets within sets too, each unit once. */
  unitList(written: readonly Written[], within: readonly DraftSet[] = []): ThingId[] {
    const found = written.flatMap((word) => {
      const set = this.sets.get(plainName(word.text));
      if (!set) return this.unit(word) ?? [];
      if (!within.includes(set)) return this.unitList(set.units, [...within, set]);
      this.page.complain(word.line, SENSE.circle([...within, set].map((one) => one.name.text)));
      return [];
    });
    return [...new Set(found)];
  }

  /** The person of that name, or undefined; `others` are names known besides. */
  person(written: Written, others: ReadonlySet<string>): ThingId | undefined {
    const found = this.people.get(plainName(written.text)) ?? [];
    if (found.length === 1) return found[0];
    if (found.length > 1) this.page.complain(written.line, SENSE.twoOfThatName(written.text));
    else if (!others.has(written.text)) {
      this.page.complain(
        written.line,
        SENSE.unknownPerson(written.text, nearestWord(written.text, [...this.people.keys()])),
      );
    }
    return undefined;
  }
}

function add(index: Map<string, ThingId[]>, words: readonly Written[], id: ThingId): void {
  for (const word of words.map((written) => plainName(written.text))) {
    const known = index.get(word) ?? [];
    if (!known.includes(id)) index.set(word, [...known, id]);
  }
}
