import type { Sheet } from '../../../domain/duty/roster/sheet.ts';
import { unitsNamed } from '../../../domain/people/find-units.ts';
import type { Office, Unit, UnitKind } from '../../../domain/people/office.ts';
import { unitsOf } from '../../../domain/people/posts.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { ThingId } from '../../../domain/thing.ts';
import { unitName } from '../../../domain/wording/names.ts';
import { WHICH_UNIT_OF_ROSTER } from '../../../domain/wording/roster-publish.ts';
import { type CommandContext, WhichOne } from '../command.ts';
import { assertMayFor } from '../rights.ts';

const TITLE_ROWS = 3;
/** 青山 names a place wherever it stands; 应急 and 公安 are words of every roster. */
const PLACES: readonly UnitKind[] = ['township', 'street', 'park', 'village'];

/** The unit a roster is for: the one named in the message, the file's name or the title, else the speaker's own. */
export function rosterUnit(context: CommandContext, sheets: readonly Sheet[]): ThingId {
  const { meaning, message, office, speaker, read } = context;
  const chosen = meaning.unit ? unitsNamed(office, meaning.unit).map(({ id }) => id) : [];
  const titles = sheets.flatMap(({ name, rows }) => [
    name,
    ...rows
      .slice(0, TITLE_ROWS)
      .flat()
      .map(({ text }) => text),
  ]);
  const said = message.file ? message.text : '';
  const found =
    [chosen, ...[said, message.file?.name ?? '', titles.join('\n')].map((text) => unitsIn(text, office))].find(
      (units) => units.length > 0,
    ) ?? unitsOf(speaker, read.calendar.dayOf(read.now));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new Refusal('NO_SUCH_UNIT', { unit: '' });
  throw new WhichOne(
    'unit',
    WHICH_UNIT_OF_ROSTER,
    found.slice(0, 9).map((unit) => ({ label: unitName(office, unit), value: unitName(office, unit) })),
  );
}

/** Only whoever may plan the duty of a unit brings, corrects or publishes its roster. */
export function assertPlans(context: CommandContext, unit: ThingId): void {
  assertMayFor(context, 'plan-duty', unit);
}

/** Units named in a text; of a unit and those above it only the nearest: 安宁区梅林镇 is 梅林镇. */
function unitsIn(text: string, office: Office): ThingId[] {
  const named = [...office.units.values()].filter((unit) => unit.status !== 'closed' && isNamed(unit, text));
  const above = new Set(named.flatMap((unit) => parentsOf(unit, office)));
  return named.filter(({ id }) => !above.has(id)).map(({ id }) => id);
}

function isNamed({ name, aliases, kind }: Unit, text: string): boolean {
  return [name, ...aliases].some(
    (word) => text.includes(word) && (word.length >= 3 || (word.length === 2 && PLACES.includes(kind))),
  );
}

function parentsOf({ parent }: Unit, office: Office): ThingId[] {
  const found: ThingId[] = [];
  for (let id = parent; id && !found.includes(id); id = office.units.get(id)?.parent) found.push(id);
  return found;
}
