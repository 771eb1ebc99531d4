import { enclosedIn } from './enclosed.ts';
import { endsLikeOne, goesOn, isAttribute, listedAt, listGoesOn, mayGoOn, OWNS } from './name-ends.ts';
import { officesAt } from './office-names.ts';
import { type Beginning, beginnings } from './subject-begins.ts';
import { GROUP_TAIL, MAY_BEGIN, unitsIn } from './unit-list.ts';
import { ABOVE, COMES_HERE, EVERYBODY, FAULTED, ORDERED_ABOVE, OTHERS } from './unit-words.ts';
import { VERB } from './work-words.ts';

/** Whom a clause is about. Places count from the clause's beginning. */
export interface Subject {
  readonly from: number;
  readonly to: number;
  /** One for each unit in the list, as written. */
  readonly units: readonly string[];
  readonly sort: 'units' | 'everybody' | 'faulted' | 'above';
  /** Named as the one who does it: 由A负责. */
  readonly by: boolean;
  /** How the clause goes on behind it. */
  readonly rest: string;
}

/** A subject stands near the head of its clause, a list of units may be long. */
const REACH = 120;

/** Whom a clause is about, if it is about units, groups of people, or all and nobody. */
export function subjectOf(clause: string): Subject | undefined {
  if (BEFORE_THEY_COME.test(clause) || MESSENGER.test(clause)) return undefined;
  const head = clause.slice(0, REACH);
  const all = beginnings(head);
  const first = all[0]!.at;
  const doer = all.find((one) => one.by && one.at > first && !COMMANDS.test(head.slice(first, one.at)));
  for (const beginning of doer ? [doer, ...all] : all) {
    const found = atBeginning(clause, head, beginning, first, true);
    if (found) return found;
  }
  for (const beginning of all) {
    const found =
      beginning.at === first || beginning.by ? atBeginning(clause, head, beginning, first, false) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** 督导组进驻前: when, and nobody's work. */
const BEFORE_THEY_COME =
  /^[^,要把]{2,12}(?:来|到|到来|进驻|检查|验收|督导|入驻|下来|反馈|抵达|结束|开始)(?:之|以)?[前后时]$/;

/** 你回去跟你们局长说: whoever is told, what follows is the order. */
const MESSENGER =
  /^[^,]{0,8}(?:回去|下去|会后|散会后)?(?:就|再|先)?(?:跟|给|向|告诉|转告|捎话给)(?:你们|他们)?[^,]{1,6}(?:说|讲|汇报|报告|带个?话)(?:一[声下]|清楚|明白)?$/;

/** 责任单位为县局: names them, and is none. */
const LABEL = /^(?:责任|牵头|配合|主责|承办|协办)(?:单位|部门)$/;

/** 水库调度由县防指下令 has its doer behind 由; 要建立由村支书负责的机制 has not. */
const COMMANDS = /要|必须|务必|应当|须|负责|牵头|建立|成立|组成|制定|实行|把|将|对/;

function atBeginning(clause: string, head: string, beginning: Beginning, first: number, strict: boolean) {
  const { at, by, atEnd } = beginning;
  const rest = head.slice(at);
  // 由乡镇负责的: what is spoken of
  if (by && clause.endsWith('的')) return undefined;
  const faulted = FAULTED.exec(rest);
  if (faulted) return subject(clause, at, at + faulted[0].length, [], 'faulted', false);
  if (at === first && (OTHERS.test(rest) || ORDERED_ABOVE.test(rest) || COMES_HERE.test(rest)))
    return subject(clause, at, at, [], 'above', false);
  const offices = officesAt(rest, listedAt);
  const after = rest.slice(offices?.to);
  if (
    offices &&
    (by || OWNS.test(after) || !isAttribute(after)) &&
    !(isEnd(after) && !atEnd && isMention(rest.slice(0, offices.to), at, first))
  )
    return subject(clause, at, at + offices.to, offices.units, sortOf(offices.units), by);
  return offices ? undefined : subjectAt(clause, head, beginning, first, strict);
}

function subject(
  clause: string,
  from: number,
  to: number,
  units: readonly string[],
  sort: Subject['sort'],
  by: boolean,
): Subject {
  return { from, to, units, sort, by, rest: clause.slice(to) };
}

function subjectAt(
  clause: string,
  head: string,
  { at, by, atEnd }: Beginning,
  first: number,
  strict: boolean,
): Subject | undefined {
  const rest = head.slice(at);
  const inside = enclosedIn(rest);
  let found: Subject | undefined;
  for (let to = 1; to <= rest.length; to++) {
    if (inside[to - 1] && inside[to]) continue;
    if (found && listGoesOn(rest, found.to - at)) found = undefined;
    if (found && !mayGoOn(rest, found.to - at, to)) break;
    const name = rest.slice(0, to);
    if (rest[to] === '(' || !endsLikeOne(name, rest.slice(to))) continue;
    const tail = GROUP_TAIL.exec(rest.slice(to))?.[0] ?? '';
    const after = rest.slice(to + tail.length).replace(THEIR_SIDE, '');
    if (!goesOn(after, name, by, strict)) continue;
    if (EVERYBODY.test(name)) return subject(clause, at, at + to, [], 'everybody', by);
    if (LABEL.test(name) && /^[:为是]/.test(after)) continue;
    const units = unitsIn(name + tail);
    if (!units || (isEnd(after) && !atEnd && (isMention(name, at, first) || isWork(name)))) continue;
    found = subject(clause, at, at + to + tail.length, units, sortOf(units), by);
  }
  return found;
}

/** 刘镇长这边负责桥头: whoever is on that side. */
const THEIR_SIDE = /^(?:这边|那边|这一?块|这一家)(?=[负牵抓盯要把先来])/;

function sortOf(units: readonly string[]): Subject['sort'] {
  return units.every((unit) => ABOVE.test(unit)) ? 'above' : 'units';
}

/** 紧盯商场、宾馆: a clause that is nothing but a list, and begins with what is to be done. */
function isWork(name: string): boolean {
  return VERB.test(name) && !MAY_BEGIN.test(name) && !FIELDED.test(name);
}

const FIELDED =
  /^(?:宣传|监督|管理|执法|服务|教育|监测|审批|调查|统计|建设|应急|整治|督查|调度|救援|保障|协调|指导|巡)[^,、]{0,8}[部局委办所站队组中心室员司]/;

function isEnd(after: string): boolean {
  return /^(?:$|[,:])/.test(after);
}

/** 情况书面报区防汛办: a clause that ends in a unit has it for an object, unless it is nothing but the unit. */
function isMention(name: string, at: number, first: number): boolean {
  return at !== first || /[报送给到进带向]|交(?![通警管运投易流])/.test(name);
}
