import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { letterTable, SPACES } from '../letter-table.ts';
import { matchesOf } from '../matches.ts';
import type { Name } from '../people/find-names.ts';
import { beginsLikePerson, guessed, looksLikePerson, mustBePerson } from '../people/guess.ts';
import type { Span } from '../span.ts';

/** 请, 由, 让, @: behind it somebody is named. */
const CALLS = gated(
  /(?:由|请|让|叫|麻烦|劳烦|拜托|有劳|劳驾|派|通知(?:到|给)?|转告|告诉|安排|责成|交给|换|找|@)(?:你们?)?\s?/g,
);
/** Behind these a clause, a list item or what is in brackets begins. */
const STARTS_BEHIND = letterTable(`${SPACES},。;:、.)①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳@`);
/** What may stand behind the name of somebody who is called. */
const BEHIND_CALLED =
  /^(?:$|[\s,、:@()/]|和|与|及|同志|同|把|将|对|于|在|到|去|来|替|代|顶|接|带|牵|负责|配合|协[助同]|参[与加]|要|须|应|务必|尽快|抓紧|立即|马上|你|您|每|具体|全程|赶|报|交|填|写|发|送|提|完|核|检|组织|准备|整|跟|盯|联|落实|做|办|起草|统计|汇|牵头|上|下|打|看|查|陪|拟|通知|收|清|处|走|回|继续|抽|现场|过)/;
/** The same where nobody is called: only what cannot follow an ordinary word. */
const BEHIND_BARE =
  /^(?:配合|协助|牵头|带队|替班|顶上|负责|把|将(?![来要])|你|您|[:](?=\s?\S)|(?:来|去)?(?:办理?|做|弄|落实|跟进|盯着?)[\s。!]*$)/;
const JOINED = /^(?:、|和|与|及|以及|\/)$/;

/** Surnames that mostly go on with the sentence: 青山镇于收到通知后…. */
const NO_NAME = gated(/[于应和时都从向全经通成解及同与由]/);

/** People nobody knows, found by where they stand: 请张三、李四…, 由龙海替, 石桥乡马强, 周洁 9月22日前报…. */
export function unknownPersons(heard: Heard, stretch: Span, known: readonly Name[]): Name[] {
  const { text } = heard;
  const piece = text.slice(stretch.from, stretch.to);
  const found: Name[] = [];
  const add = (from: number, called: boolean): void => {
    const name = personAt(heard, from, called, stretch.to);
    if (!name || [...known, ...found].some((other) => other.from < name.to && name.from < other.to)) return;
    found.push(name);
    const joint = /^(?:、|和|与|及|\/)/.exec(text.slice(name.to, name.to + 2));
    if (joint && JOINED.test(joint[0])) add(name.to + joint[0].length, true);
  };

  for (const match of matchesOf(CALLS, piece)) add(stretch.from + match.index + match[0].length, true);
  for (const { kind, to, post } of known) {
    if (to >= stretch.to) continue;
    if ((kind === 'unit' || post) && !NO_NAME.test(text[to]!)) add(to, true);
    const joint = /^(?:、|和|与|及|\/|的(?=[\u4e00-\u9fa5]{2,3}))/.exec(text.slice(to, to + 5));
    if (joint && (kind === 'person' || joint[0] === '的')) add(to + joint[0].length, kind === 'person');
  }
  for (let at = stretch.from; at < stretch.to; at++)
    if (at === stretch.from || STARTS_BEHIND[text.charCodeAt(at - 1)] === 1) add(at, false);
  return found;
}

/** 何静、吴平10月12日前…: the last of several decides for all. */
const NEXT = gated(/^(?:、|和|与|及|\/)/);

/** No list of names is longer; it keeps the search linear. */
const MOST_LISTED = 8;

function personAt(heard: Heard, from: number, called: boolean, end: number, listed = 0): Name | undefined {
  const { text } = heard;
  if (!beginsLikePerson(text, from)) return undefined;
  for (const length of [2, 3, 4]) {
    const to = from + length;
    const word = text.slice(from, to);
    if (to > end || !(called ? looksLikePerson(word) : mustBePerson(word))) continue;
    const behind = text.slice(to, to + 4);
    const time = timeAt(heard, to);
    const inList = !called && listed < MOST_LISTED && NEXT.test(behind);
    const last = inList && personAt(heard, to + 1, false, end, listed + 1) !== undefined;
    const fits = time || last || (called ? BEHIND_CALLED : BEHIND_BARE).test(behind);
    if (fits && !timeInside(heard, from, to)) return guessed('person', word, from);
  }
  return undefined;
}

/** A time begins there, perhaps behind a space. */
function timeAt({ times, text }: Heard, at: number): boolean {
  const begin = text[at] === ' ' ? at + 1 : at;
  const begins = ({ from }: Span) => from === begin || from === at;
  return times.times.some(begins) || times.troubles.some(begins);
}

function timeInside({ times }: Heard, from: number, to: number): boolean {
  return times.times.some((time) => time.from < to && from < time.to);
}
