import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Name } from '../people/find-names.ts';
import type { Span } from '../span.ts';
import { unknownPersons } from './unknown-persons.ts';

/** Names that stand together: 青山镇、南街镇和石桥乡; 石桥乡马强. */
export interface Group extends Span {
  readonly names: readonly Name[];
}

const JOINT =
  /^(?:\s{0,2}|\s?(?:、|和|及|与|以及|你和|你跟|你与|带上|带着|叫上|喊上|@|、@|\s@|\/)\s?|[\s,、]?(?:还有|外加|连同|再加上?|加上)\s?)$/;
/** 青山镇的陈立. */
const OWNED = gated(/^(?:的|[那这]边(?:的|由|请|让|派)?|由|派)$/);
/** 街道办, 化工园区, 镇政府: written behind a name that is known without it. */
const LONGER = gated(/^(?:办事处|办公室|办|区|党委政府|人民政府|政府|机关)(?=$|[\s、和及与的@/])/);

/** The groups of a stretch, in order. Unknown persons are taken only from places where nothing else can stand. */
export function groupsIn(heard: Heard, stretch: Span): readonly Group[] {
  const place = stretch.from * (heard.text.length + 1) + stretch.to;
  let groups = heard.known.groups.get(place);
  if (!groups) {
    groups = readGroups(heard, stretch);
    heard.known.groups.set(place, groups);
  }
  return groups;
}

function readGroups(heard: Heard, stretch: Span): Group[] {
  const known = heard.names.filter((name) => name.from >= stretch.from && name.to <= stretch.to);
  const names = [...known, ...unknownPersons(heard, stretch, known)].sort((a, b) => a.from - b.from);
  const groups: Name[][] = [];
  let last: Name | undefined;
  for (const name of names) {
    const joint = last !== undefined && joined(heard.text.slice(last.to, name.from), last, name);
    if (joint) groups[groups.length - 1]!.push(name);
    else groups.push([name]);
    last = name;
  }
  return groups.map((members) => ({ names: members, from: members[0]!.from, to: members[members.length - 1]!.to }));
}

/** Whether a unit and the person behind it are said together: 石桥乡马强, 国资委这边请殷浩. */
export function isHomeOf(text: string, unit: Name, person: Name | undefined): boolean {
  if (unit.kind !== 'unit' || person?.kind !== 'person') return false;
  const between = text.slice(unit.to, person.from);
  return between === '' || OWNED.test(LONGER.replaceIn(between, ''));
}

function joined(written: string, last: Name, name: Name): boolean {
  const between = last.kind === 'unit' ? LONGER.replaceIn(written, '') : written;
  return (
    between.length <= 4 &&
    (JOINT.test(between) || (OWNED.test(between) && last.kind !== 'person' && name.kind === 'person'))
  );
}
