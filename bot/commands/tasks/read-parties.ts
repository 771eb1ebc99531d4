import type { Meaning } from '../../../domain/meaning.ts';
import { peopleMeant } from '../../../domain/people/find-people.ts';
import { expandSet, nearUnits, setsNamed, unitsNamed } from '../../../domain/people/find-units.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import type { OpenPoint } from '../../../domain/tasks/task.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import type { CommandContext } from '../command.ts';

/** Who an order is for, as far as names are known; the rest are open points. */
export interface Parties {
  readonly leads: readonly ThingId[];
  readonly coops: readonly ThingId[];
  readonly executors: readonly ThingId[];
  readonly owners: readonly ThingId[];
  readonly openPoints: readonly OpenPoint[];
}

type Part = NonNullable<OpenPoint['part']>;

/** Names to units and persons of the office. A name that is not known, or known twice, is asked about and never guessed. */
export function partiesNamed(context: CommandContext, meaning: Meaning): Parties {
  const leads = resolve(context, meaning.lead ?? [], 'lead');
  const coops = resolve(context, meaning.coop ?? [], 'coop');
  const doers = resolve(
    context,
    asSaid(context, [...(meaning.units ?? []), ...(meaning.scope ?? []), ...(meaning.assignees ?? [])]),
    'execute',
  );

  // Who leads or helps does not also stand in the list of those who do it.
  const executors = doers.units.filter((unit) => !leads.units.includes(unit) && !coops.units.includes(unit));
  const openPoints = [...doers.openPoints, ...leads.openPoints, ...coops.openPoints];
  const nobody = executors.length === 0 && leads.units.length === 0 && openPoints.length === 0;

  return {
    leads: leads.units,
    coops: coops.units,
    executors,
    owners: [...new Set([...doers.owners, ...leads.owners])],
    openPoints: nobody ? [{ about: 'unit', choices: [], part: 'execute' }] : openPoints,
  };
}

/** In the order in which they stand in the text: 各乡镇、经开区. */
function asSaid({ message }: CommandContext, names: readonly string[]): string[] {
  return names.toSorted((a, b) => message.text.indexOf(a) - message.text.indexOf(b));
}

interface Resolved {
  readonly units: readonly ThingId[];
  readonly owners: readonly ThingId[];
  readonly openPoints: readonly OpenPoint[];
}

function resolve(context: CommandContext, names: readonly string[], part: Part): Resolved {
  const found = names.map((name) => resolveName(context, name, part));
  return {
    units: [...new Set(found.flatMap((one) => one.units))],
    owners: found.flatMap((one) => one.owners),
    openPoints: found.flatMap((one) => one.openPoints),
  };
}

function resolveName(context: CommandContext, name: string, part: Part): Resolved {
  const { office, read } = context;
  const day = read.calendar.dayOf(read.now);

  const sets = setsNamed(office, name);
  if (sets.length === 1) return { units: expandSet(office, sets[0]!), owners: [], openPoints: [] };

  const units = unitsNamed(office, name);
  if (units.length === 1) return { units: [units[0]!.id], owners: [], openPoints: [] };
  if (units.length > 1)
    return {
      units: [],
      owners: [],
      openPoints: [
        point(
          context,
          name,
          units.map((unit) => unit.id),
          part,
        ),
      ],
    };

  const people = peopleMeant(office, name, day);
  if (people.length === 1)
    return { units: unitsOf(people[0]!, day).slice(0, 1), owners: [people[0]!.id], openPoints: [] };
  const candidates =
    people.length > 1
      ? people.flatMap((person) => unitsOf(person, day).slice(0, 1))
      : nearUnits(office, name).map((near) => near.unit.id);
  return { units: [], owners: [], openPoints: [point(context, name, candidates, part)] };
}

function point({ office }: CommandContext, written: string, units: readonly ThingId[], part: Part): OpenPoint {
  return {
    about: 'unit',
    written,
    part,
    choices: units.slice(0, 5).map((unit) => ({ label: unitName(office, unit), value: unit })),
  };
}
