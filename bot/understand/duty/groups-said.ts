import type { GroupSaid } from '../../../domain/notices/audience.ts';
import { type Gated, gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { type RosterWord, rosterWords } from '../people/roster.ts';
import type { Span } from '../span.ts';

/** 三个镇, 这两个乡镇, 上述乡镇, 以上三地. */
const EARLIER =
  /(?:以上|上述|这些|这|那|该|前述)?(?:[两二三四五六七八九十\d]{1,2}(?:个|家)?|各|几个|(?<=上述|以上|这些|前述))(?:乡镇|镇街|镇乡|街镇|镇|乡|街道|单位|地区|地方|地)(?!灾|质|点)/y;
const SET_WORD =
  /(?:全区|全县|全市|区直)?(?:各|全体|所有)(?:乡镇|镇街|镇乡|街镇|镇|乡|街道|园区|部门|成员单位|单位|村|社区)(?:街道|园区)?/y;
/** 地灾点和水库责任人: several kinds of points and what those are called who watch them. */
const KEEPERS =
  /((?:各类|各|所有|全部|重点|辖区)?(?:[\u4e00-\u9fa5]{2,6}(?:、|和|及|以及|与)){0,4}[\u4e00-\u9fa5]{2,6}?)((?:安全|巡查|防汛|包保|监测|管护|看护|值守|直接|第一){0,3}(?:责任人员|责任人|巡查员|监测员|管护员|看护人|管护人|管理员|巡护员))(?=$|[\s,、。;和及与])/y;
const POST =
  /(?:(?:[镇乡]?党政)?(?:主要|第一|正职)(?:负责人|负责同志|领导)|党政(?:正职|一把手)|一把手|(?:[镇乡]?党(?:工)?委|党组)?副?书记|(?:常务)?副?(?:乡镇|镇乡|镇街|[镇乡县区局])长|(?:街道办事处|街道办|街道|办事处|管委会)?副?主任|分管(?:的)?(?:安全|应急|防汛|水利|生产)?(?:工作)?(?:的)?(?:负责人|负责同志|领导|同志|副职|副?[镇乡区县局]长|副主任)?|(?:在岗|当班|当日|今日|今晚|当晚)?的?(?:值班|带班)(?:负责人|领导|人员|员)|(?:安全)?联络员)(?=$|[\s,、。;和及与:])/y;
/** Behind a name: 站长, 副主任, 同志. */
const CALLED = /(?:常务)?副?[\u4e00-\u9fa5]{0,3}(?:长|书记|主任|科员|同志|干部)(?=$|[\s,、。;和及与])/y;
const BETWEEN = /(?:[\s,、。;:]|以及|和|及|与|并|的|等|暨)*/y;
const WORD = /[^\s,、。;:]{1,16}/y;
/** 对象：三个镇党委书记… at the end. */
export const TO_WHOM = gated(/[\s,。;](?:发送)?(?:对象|范围|发送范围|发给|发至)[:为是]\s?/);
const LIST = gated(/^\s?(?:一下|到|给|至)?\s?([^:。\n]{2,160}):/);

/** Groups of addressees in a stretch of text; `whole`: every word of it is a unit, a post or a person. */
export interface GroupsSaid {
  readonly groups: readonly GroupSaid[];
  readonly whole: boolean;
  /** Posts are said, known ones or beside a unit that is known: more than names. */
  readonly special: boolean;
}

interface Group {
  readonly of: string[];
  readonly posts: string[];
  readonly people: string[];
}

/** 青山镇、石桥乡党委书记、镇长，南街镇值班员，龙海: which posts stand beside which units. Nothing without the office's names. */
export function groupsSaid({ text, input }: Heard, { from, to }: Span): GroupsSaid | undefined {
  if (!input.roster) return undefined;
  const known = rosterWords(input.roster);
  const clause = text.slice(0, to);
  const groups: Group[] = [];
  let whole = true;
  let special = false;
  let sure = false;
  let named = -1;
  let near: string | undefined;
  let at = skip(clause, from);
  while (at < to) {
    const group = groups.at(-1) ?? groupIn(groups);
    const name = nameAt(known, clause, at);
    const before = name ? undefined : take(EARLIER, clause, at);
    const set = name || before ? undefined : take(SET_WORD, clause, at);
    const unit = name?.kind === 'person' ? undefined : (name?.word ?? before ?? set);
    if (unit !== undefined) {
      (group.posts.length > 0 ? groupIn(groups) : group).of.push(unit);
      if (!set) sure = true;
      at = skip(clause, at + unit.length);
    } else if (name) {
      // 青山镇陈立 says only which 陈立.
      if (group.posts.length === 0 && isTouched(clause, at, group.of.at(-1))) near = group.of.pop();
      group.people.push(name.word);
      named = at + name.word.length;
      at = skip(clause, named);
    } else if (named === at && take(CALLED, clause, at)) {
      // 王强镇长: how he is called.
      at = skip(clause, at + take(CALLED, clause, at)!.length);
    } else {
      const post = postsAt(clause, at);
      if (near && group.of.length + group.posts.length === 0) group.of.push(near);
      group.posts.push(...(post?.words ?? [take(WORD, clause, at)!]));
      special ||= post !== undefined || sure;
      whole &&= post !== undefined;
      at = skip(clause, post?.to ?? at + take(WORD, clause, at)!.length);
    }
  }
  return {
    groups: groups.filter(({ of, posts, people }) => of.length + posts.length + people.length > 0),
    whole,
    special,
  };
}

/** 叫应青山镇、石桥乡党委书记、镇长：…: the list in front of the message. */
export function listBefore(heard: Heard, from: number): (Span & GroupsSaid) | undefined {
  const match = LIST.exec(heard.text.slice(from));
  if (!match) return undefined;
  const to = from + match[0].length - 1;
  const span = { from: to - match[1]!.length, to };
  const said = groupsSaid(heard, span);
  return said?.whole && said.groups.length > 0 ? { ...span, ...said } : undefined;
}

function groupIn(groups: Group[]): Group {
  const group = { of: [], posts: [], people: [] };
  groups.push(group);
  return group;
}

function skip(text: string, from: number): number {
  BETWEEN.lastIndex = from;
  return from + BETWEEN.exec(text)![0].length;
}

function take(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The longest name there; 公安 for 公安局 only where it stands by itself. */
function nameAt(known: ReturnType<typeof rosterWords>, text: string, at: number): RosterWord | undefined {
  return known
    .get(text.charCodeAt(at))
    ?.find(
      ({ word, weak }) =>
        text.startsWith(word, at) && (!weak || /^(?:$|[\s,、。;和及与])/.test(text.slice(at + word.length))),
    );
}

function isTouched(text: string, at: number, unit: string | undefined): boolean {
  return unit !== undefined && text.slice(at - unit.length, at) === unit;
}

function postsAt(text: string, at: number): { readonly words: readonly string[]; readonly to: number } | undefined {
  const post = take(POST, text, at);
  if (post) return { words: [post.replace(/^的/, '')], to: at + post.length };
  KEEPERS.lastIndex = at;
  const match = KEEPERS.exec(text);
  if (!match) return undefined;
  const [all, points, keeper] = match as unknown as [string, string, string];
  const words = points
    .replace(/^(?:各类|各|所有|全部|重点|辖区)/, '')
    .split(/、|以及|和|及|与/)
    .map((point) => `${point}${keeper}`);
  return { words, to: at + all.length };
}

/** The list behind 对象：; `before` is where these words begin. */
export function listBehind(
  heard: Heard,
  from: number,
  ends: readonly number[],
  words: Gated = TO_WHOM,
): (Span & GroupsSaid & { readonly before: number }) | undefined {
  const target = words.exec(heard.text.slice(from));
  if (!target) return undefined;
  const before = from + target.index;
  const start = before + target[0].length;
  const rest = heard.text.slice(start);
  const full = rest.search(/[。\n]/);
  const to = Math.min(start + (full < 0 ? rest.length : full), ...ends.filter((end) => end > start));
  const said = groupsSaid(heard, { from: start, to });
  return said && { before, from: start, to, ...said, special: said.groups.some(({ posts }) => posts.length > 0) };
}

/** Front and back together; undefined where no posts are said. 叫应各乡镇…对象：值班员 is one list. */
export function allGroups(...lists: readonly (GroupsSaid | undefined)[]): readonly GroupSaid[] | undefined {
  if (!lists.some((list) => list?.special)) return undefined;
  const all: GroupSaid[] = [];
  for (const group of lists.flatMap((list) => list?.groups ?? [])) {
    const before = all.at(-1);
    const joins = before && group.of.length === 0 && before.posts.length === 0 && before.of.length > 0;
    if (!joins) all.push(group);
    else all[all.length - 1] = { ...group, of: before.of, people: [...before.people, ...group.people] };
  }
  return all;
}
