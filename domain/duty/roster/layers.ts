import type { Office } from '../../people/office.ts';
import { currentTenures } from '../../people/posts.ts';
import type { Day } from '../../thing.ts';
import { layersQuestion, marksQuestion } from '../../wording/roster-questions.ts';
import type { Entry, RosterDraft, RosterLayer, RosterQuestion } from './draft.ts';
import type { PeopleFinder } from './find-person.ts';

export interface Layers {
  readonly of: (entry: Entry) => RosterLayer;
  readonly questions: readonly RosterQuestion[];
}

/** Where columns or marks do not say who leads and who sits at the post, a question does; until then the likelier holds. */
export function settleLayers(draft: RosterDraft, finder: PeopleFinder, office: Office, today: Day): Layers {
  const columns = new Set(
    draft.entries.flatMap(({ slot, people }) =>
      typeof slot.unsaid === 'number' && !slot.layer && people.length > 0 ? [slot.unsaid] : [],
    ),
  );
  const marked = draft.entries.filter(({ slot, unread }) => slot.unsaid === 'mark' && !unread);
  const leaders = new Set(
    marked.flatMap(({ people }) => people.map(({ name }) => name)).filter((name) => leads(name, finder, office, today)),
  );
  const others = marked.some(({ people }) => people.some(({ name }) => !leaders.has(name)));
  const saysLeaders = draft.entries.some(({ slot }) => slot.layer === 'leader');
  const asksMarks = leaders.size > 0 && others && !saysLeaders;
  const asksColumns = columns.size > 1;

  const [byColumn, byMark] = [draft.answers.layers ?? 'first', draft.answers.marks ?? 'posts'];
  const of = ({ slot, people }: Entry): RosterLayer => {
    if (slot.layer) return slot.layer;
    if (slot.unsaid === 'mark')
      return asksMarks && byMark === 'posts' && people.some(({ name }) => leaders.has(name)) ? 'leader' : 'officer';
    const leading = byColumn === 'first' ? Math.min(...columns) : byColumn === 'last' ? Math.max(...columns) : -1;
    return asksColumns && slot.unsaid === leading ? 'leader' : 'officer';
  };
  return {
    of,
    questions: [
      ...(asksColumns && !draft.answers.layers
        ? [layersQuestion(firstNames(draft, Math.min(...columns)), firstNames(draft, Math.max(...columns)))]
        : []),
      ...(asksMarks && !draft.answers.marks ? [marksQuestion([...leaders])] : []),
    ],
  };
}

function leads(name: string, finder: PeopleFinder, office: Office, today: Day): boolean {
  const found = finder.find({ name }, today);
  if (found.is !== 'one') return false;
  const person = office.people.get(found.person.id) ?? found.person;
  return currentTenures(person, today).some(({ post }) => post === 'head' || post === 'deputy');
}

function firstNames(draft: RosterDraft, column: number): string {
  const entry = draft.entries.find(({ slot, people }) => slot.unsaid === column && people.length > 0);
  return entry?.people.map(({ name }) => name).join('、') ?? '';
}
