import type { Office, Person } from '../../people/office.ts';
import type { Day, ThingId } from '../../thing.ts';
import { whoQuestion } from '../../wording/roster-questions.ts';
import type { Problem, RosterDraft, RosterQuestion } from './draft.ts';
import type { PeopleFinder } from './find-person.ts';
import type { SaidPerson } from './said-people.ts';
import type { CellRef } from './sheet.ts';
import type { Duty } from './slots.ts';

export interface SettledPeople {
  /** Of a duty: whom it names for certain, and whether names are still open. */
  readonly of: (duty: Duty) => { readonly people: readonly ThingId[]; readonly open: boolean };
  readonly problems: () => Problem[];
  readonly questions: () => RosterQuestion[];
  readonly phones: () => { readonly person: ThingId; readonly phone: string }[];
}

export const LEAVE_EMPTY = 'nobody';

interface OpenName {
  readonly is: 'several' | 'elsewhere' | 'unknown';
  readonly said: SaidPerson;
  readonly people: readonly Person[];
  readonly cell: CellRef | undefined;
  readonly days: Day[];
}

/** Turns names into people; whatever is not certain becomes one question for each name, not for each cell. */
export function settlePeople(draft: RosterDraft, finder: PeopleFinder, office: Office): SettledPeople {
  const open = new Map<string, OpenName>();
  const phones = new Map<ThingId, { phone: string; cell: CellRef | undefined; day: Day }>();
  const seen = new Map<ThingId, { cell: CellRef | undefined; days: Day[] }>();

  /** A person, nobody by an answer, or undefined while it is open. */
  const settle = (
    said: SaidPerson,
    duty: Duty,
    cell: CellRef | undefined,
  ): ThingId | typeof LEAVE_EMPTY | undefined => {
    if (said.person && office.people.has(said.person)) return said.person;
    // A post beside the name tells more than an answer about the name alone.
    const certain = finder.find(said, duty.day);
    if (certain.is === 'one') return certain.person.id;

    const answer = draft.answers[`who.${said.name}`];
    if (answer === LEAVE_EMPTY) return LEAVE_EMPTY;
    if (answer && office.people.has(answer)) return answer;

    const meant = answer ? { ...said, name: answer } : said;
    const found = answer ? finder.find(meant, duty.day) : certain;
    if (found.is === 'one') return found.person.id;
    note(meant, found, duty.day, cell);
    return undefined;
  };

  const note = (said: SaidPerson, found: ReturnType<PeopleFinder['find']>, day: Day, cell: CellRef | undefined) => {
    const known = open.get(said.name);
    if (known) {
      if (known.days.at(-1) !== day) known.days.push(day);
    } else if (found.is !== 'one') {
      const people = found.is === 'unknown' ? finder.near(said.name, day) : found.people;
      open.set(said.name, { is: found.is, said, people, cell, days: [day] });
    }
  };

  const meet = (person: ThingId, said: SaidPerson, duty: Duty, cell: CellRef | undefined) => {
    const known = seen.get(person) ?? { cell, days: [] };
    known.days.push(duty.day);
    seen.set(person, known);
    if (said.phone && !phones.has(person)) phones.set(person, { phone: said.phone, cell, day: duty.day });
  };

  return {
    of(duty) {
      const settled = duty.people.map(({ said, cell }) => {
        const person = settle(said, duty, cell);
        if (person && person !== LEAVE_EMPTY) meet(person, said, duty, cell);
        return person;
      });
      const people = settled.filter((person): person is ThingId => person !== undefined && person !== LEAVE_EMPTY);
      return { people: [...new Set(people)], open: settled.includes(undefined) };
    },
    problems: () => [
      ...[...open.values()].map((name) => nameProblem(name)),
      ...[...seen.entries()].flatMap(([id, at]) => phoneProblems(office.people.get(id)!, at, phones.get(id))),
    ],
    questions: () => [...open.values()].map((name) => whoQuestion(name, office)),
    phones: () =>
      [...phones.entries()].flatMap(([person, { phone }]) =>
        office.people.get(person)?.phone ? [] : [{ person, phone }],
      ),
  };
}

function nameProblem({ is, said, cell, days }: OpenName): Problem {
  const kinds = { several: 'ambiguous-name', elsewhere: 'other-unit-person', unknown: 'unknown-name' } as const;
  return { kind: kinds[is], level: 'error', days, who: said.name, ...(cell && { cell }) };
}

function phoneProblems(
  person: Person,
  { cell, days }: { cell: CellRef | undefined; days: readonly Day[] },
  written: { phone: string; cell: CellRef | undefined; day: Day } | undefined,
): Problem[] {
  if (!person.phone && !written)
    return [{ kind: 'no-phone', level: 'warning', days: days.slice(0, 1), who: person.name, ...(cell && { cell }) }];
  if (!person.phone || !written || person.phone === written.phone) return [];
  const at = written.cell;
  return [
    {
      kind: 'other-phone',
      level: 'warning',
      days: [written.day],
      who: person.name,
      detail: person.phone,
      ...(at && { cell: at }),
    },
  ];
}
