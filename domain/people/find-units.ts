import type { ThingId } from '../thing.ts';
import { type Nearness, nearness, plainName } from './near-name.ts';
import type { Office, Unit, UnitSet } from './office.ts';

/** A unit that might be meant, and why: never taken without asking. */
export interface NearUnit {
  readonly unit: Unit;
  /** The name or alias that comes near. */
  readonly name: string;
  readonly nearness: Nearness;
}

/** Whom a name means. `near` is a proposal to be asked about, never a match. */
export type UnitMatch =
  | { readonly kind: 'one'; readonly unit: Unit }
  | { readonly kind: 'several'; readonly units: readonly Unit[] }
  | { readonly kind: 'near'; readonly proposals: readonly NearUnit[] }
  | { readonly kind: 'none' };

const MOST_PROPOSALS = 3;

export function unitNamed(office: Office, text: string): UnitMatch {
  const units = unitsNamed(office, text);
  if (units.length === 1) return { kind: 'one', unit: units[0]! };
  if (units.length > 1) return { kind: 'several', units };

  const proposals = nearUnits(office, text);
  return proposals.length > 0 ? { kind: 'near', proposals } : { kind: 'none' };
}

/** Every unit with exactly this name or alias, also in its formal shape (区应急局, 青山镇人民政府). Closed units are never meant. */
export function unitsNamed(office: Office, text: string): Unit[] {
  const names = unitNames(office);
  for (const shape of shapesOf(office, plainName(text))) {
    const found = names.get(shape);
    if (found) return [...found];
  }
  return [];
}

/** 各乡镇, 安委会成员单位: the sets of that name or alias. */
export function setsNamed(office: Office, text: string): UnitSet[] {
  const said = plainName(text);
  return [...office.sets.values()].filter((set) => [set.name, ...set.aliases].some((name) => plainName(name) === said));
}

/** The units of a set as they are now, each once, without those that are closed; to be frozen in what is issued. */
export function expandSet(office: Office, set: UnitSet): ThingId[] {
  return [...new Set(set.units)].filter((id) => isOpen(office.units.get(id)));
}

/** 开发区 for 经开区: units whose name comes near what was said, the nearest first; to be asked about. */
export function nearUnits(office: Office, text: string): NearUnit[] {
  const near = [...office.units.values()].filter(isOpen).flatMap((unit) => nearestNameOf(unit, text) ?? []);
  return near.sort((one, other) => one.nearness.localeCompare(other.nearness)).slice(0, MOST_PROPOSALS);
}

function nearestNameOf(unit: Unit, text: string): NearUnit | undefined {
  const names = [unit.name, ...unit.aliases].flatMap((name) => {
    const how = nearness(text, name);
    return how ? [{ unit, name, nearness: how }] : [];
  });
  return names.find((near) => near.nearness === 'part') ?? names[0];
}

/** As said; then without what only makes a name formal: 青山镇人民政府, 安宁区应急局, 区公安局. */
function* shapesOf(office: Office, said: string): Generator<string> {
  const short = said.replace(/(人民政府|政府|办事处|管委会|管理委员会)$/, '');
  const areas = [...office.units.values()]
    .filter((unit) => unit.kind === 'government')
    .map((unit) => plainName(unit.name));
  const prefixes = ['', ...areas.map((area) => area.replace(/(人民政府|政府)$/, '')), '省', '市', '州', '县', '区'];

  for (const form of [said, short]) {
    for (const prefix of prefixes) {
      if (form.startsWith(prefix) && form.length >= prefix.length + 2) yield form.slice(prefix.length);
    }
  }
}

const indexes = new WeakMap<Office, Map<string, Set<Unit>>>();

function unitNames(office: Office): ReadonlyMap<string, ReadonlySet<Unit>> {
  let index = indexes.get(office);
  if (!index) {
    index = new Map();
    for (const unit of office.units.values()) {
      if (!isOpen(unit)) continue;
      for (const name of [unit.name, ...unit.aliases].map(plainName))
        index.set(name, new Set([...(index.get(name) ?? []), unit]));
    }
    indexes.set(office, index);
  }
  return index;
}

function isOpen(unit: Unit | undefined): unit is Unit {
  return unit !== undefined && unit.status !== 'closed';
}
