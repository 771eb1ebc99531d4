import type { Roster } from '../people/roster.ts';
import { todaysName } from './old-names.ts';
import type { UnitNamed } from './row.ts';

/** A unit as written (`plain`: half width and simplified), with the office's own name for it, or today's where the speech uses an old one. */
export function unitNamed(written: string, plain: string, roster: Roster | undefined): UnitNamed {
  const today = todaysName(plain);
  const known = roster && knownAs(today ?? plain, roster);
  const resolved = known ?? today;
  return { written, ...(resolved !== undefined && resolved !== written && { resolved }) };
}

/** Only where one unit of the roster can be meant: 县应急局 for 应急局, never one of two. */
function knownAs(name: string, { units, sets }: Roster): string | undefined {
  const bare = stem(name);
  const meant = [...units, ...sets].filter((unit) =>
    [unit.name, ...unit.aliases].some((alias) => alias === name || stem(alias) === bare),
  );
  return meant.length === 1 ? meant[0]!.name : undefined;
}

function stem(name: string): string {
  return name.replace(/^[省市县区](?=.{2,}[局委办站队])/, '').replace(/管理局$|部门$/, '局');
}
