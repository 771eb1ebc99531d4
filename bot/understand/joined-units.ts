import type { Heard } from './heard.ts';
import type { Opening } from './opening.ts';
import type { Name } from './people/find-names.ts';

/** 石桥乡和高铺镇都通过: all of them. */
export function joinedUnits(heard: Heard, first: Name | undefined): { readonly units?: readonly string[] } {
  const units = joinedTo(heard, first);
  return units.length > 1 ? { units: units.map((unit) => heard.words(unit)) } : {};
}

/** The unit and those that are named with it: 石桥乡、高铺镇和青山镇. */
export function joinedTo({ text, names }: Heard, first: Name | undefined): Name[] {
  const units = first ? [first] : [];
  for (const name of names) {
    const last = units[units.length - 1];
    if (last && name.kind === 'unit' && name.from > last.from && JOINED.test(text.slice(last.to, name.from)))
      units.push(name);
  }
  return units;
}

const JOINED = /^\s?[、,和及与]\s?$/;

/** 石桥乡没有，高铺镇和青山镇都通过: which of them is ruled on is for a person to say. */
export function speaksOfOthers(heard: Heard, { unit }: Opening): boolean {
  const units = heard.names.filter(({ kind }) => kind === 'unit');
  return unit !== undefined && units.length > joinedTo(heard, unit).length;
}
