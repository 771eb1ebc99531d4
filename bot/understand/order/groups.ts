import type { Heard } from '../heard.ts';
import type { Name } from '../people/find-names.ts';
import { looksLikePerson } from '../people/guess.ts';
import type { Span } from '../span.ts';

/** Names that stand together: 青山镇、南街镇和石桥乡; 石桥乡马强. */
export interface Group extends Span {
  readonly names: readonly Name[];
}

const JOINT = /^(?:\s{0,2}|\s?(?:、|和|及|与|以及|@|、@|\s@)\s?)$/;
/** 由龙海替, 请刘峰周五前…: a person nobody knows, in a place where only a name can stand. */
const NAMED =
  /(?:由|请|让|叫|麻烦|派|@)([\u4e00-\u9fa5]{2,3}?)(?=把|将|对|于|在|到|去|来|替|代|顶|接|带队|牵头|负责|配合|协助|明天|今天|后天|本周|下周|周[一二三四五六日]|\d|[\s,])|(?:^|[,。;:\s])([\u4e00-\u9fa5]{2,3}?)(?=配合|牵头|带队|替班|顶上)/g;

/** The groups of a stretch, in order. Unknown persons are taken only from places where nothing else can stand. */
export function groupsIn(heard: Heard, stretch: Span): Group[] {
  const known = heard.names.filter((name) => name.from >= stretch.from && name.to <= stretch.to);
  const names = [...known, ...unknownPersons(heard, stretch, known)].sort((a, b) => a.from - b.from);
  const groups: Name[][] = [];
  let last: Name | undefined;
  for (const name of names) {
    const joint = last !== undefined && JOINT.test(heard.text.slice(last.to, name.from));
    if (joint) groups[groups.length - 1]!.push(name);
    else groups.push([name]);
    last = name;
  }
  return groups.map((members) => ({ names: members, from: members[0]!.from, to: members[members.length - 1]!.to }));
}

function unknownPersons({ text }: Heard, stretch: Span, known: readonly Name[]): Name[] {
  const found: Name[] = [];
  for (const match of text.slice(stretch.from, stretch.to).matchAll(NAMED)) {
    const word = (match[1] ?? match[2])!;
    const from = stretch.from + match.index + match[0].indexOf(word);
    const to = from + word.length;
    const taken = known.some((name) => name.from < to && from < name.to);
    if (!taken && looksLikePerson(word)) found.push({ kind: 'person', word, from, to, known: false });
  }
  return found;
}
