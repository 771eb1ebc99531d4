import { postMeant } from '../people/find-people.ts';
import { plainName } from '../people/near-name.ts';
import type { Office, Person, Post, Tenure } from '../people/office.ts';
import { currentTenures } from '../people/posts.ts';
import type { Day, ThingId } from '../thing.ts';

/** What a word for a post asks for: who is on duty, a post of the office file, or what a title says. */
export type PostSaid =
  | { readonly sort: 'on-duty'; readonly layer: 'officer' | 'leader' }
  | { readonly sort: 'post'; readonly post: Post }
  /** `sure`: a post that every such unit has, so that where nobody holds it that is worth saying. */
  | { readonly sort: 'title'; readonly sure: boolean; readonly fits: (title: string, post: Post) => boolean };

const OFFICER = /^(?:在岗|当班|当日|今日|今晚|当晚)?的?值班(?:员|人员)$/;
const LEADER = /^(?:在岗|当班|当日|今日|今晚|当晚)?的?(?:带班|值班)(?:领导|人员|负责人)$/;
const BOTH_HEADS = /^党政(?:主要)?(?:负责人|负责同志|领导|正职|一把手)$|^(?:主要负责(?:人|同志)|主要领导|一把手)$/;
const IN_CHARGE =
  /^分管(?:的)?(?:安全|应急|防汛|水利|生产|工作|[、和])*(?:负责人|负责同志|领导|同志|副职|副?[镇乡区县局]长|副主任)?$/;
const SECRETARY = /^(?:[镇乡]?党(?:工)?委|党组)?书记$/;
const GOVERNMENT_HEAD =
  /^(?:[镇乡]长|乡镇长|镇乡长|镇街长|街道(?:办事处)?主任|街道办主任|办事处主任|(?:园区|开发区)?管委会主任|政府正职)$/;
const GOVERNMENT_DEPUTY = /^副(?:[镇乡]长|乡镇长)$/;
const NOT_THE_FIRST = /副书记|纪(?:检|工)?委书记|政法委书记|团委书记|支书|支部书记|总支书记/;
const KEEPER = /责任人|巡查|监测|管护|看护|值守|包保|管理员|巡护/;

/** The kinds of points that are watched, and the words by which their names are known. */
const POINTS: readonly (readonly [said: RegExp, known: RegExp])[] = [
  [/地灾|地质灾害|滑坡|泥石流|崩塌|危岩/, /地灾|地质灾害|滑坡|泥石流|崩塌|危岩|斜坡/],
  [/水库|山塘|塘坝/, /水库|山塘|塘坝/],
  [/危房|危旧房|老旧房/, /危房|危旧房|老旧房/],
  [/切坡/, /切坡/],
  [/[堤圩]/, /[堤圩]/],
  [/易涝|积水|低洼/, /易涝|积水|低洼/],
  [/山洪/, /山洪/],
  [/矿/, /矿/],
];
const POINT =
  /^(?:各类|各|所有|全部|有关|重点|辖区|大型|中型|小型|[大中小]|的)*([\u4e00-\u9fa5]{1,10}?)(?:隐患)?点?位?的?((?:安全|巡查|防汛|包保|监测|管护|看护|值守|直接|第一)*(?:责任人(?:员)?|巡查员|监测员|管护员|看护人|管护人|管理员|巡护员))$/;

/** 党委书记, 分管, 值班员, 水库责任人. Undefined where only the titles of the office can say what it is. */
export function postSaid(word: string): PostSaid {
  const said = plainName(word);
  if (OFFICER.test(said)) return { sort: 'on-duty', layer: 'officer' };
  if (LEADER.test(said)) return { sort: 'on-duty', layer: 'leader' };
  if (BOTH_HEADS.test(said)) return { sort: 'post', post: 'head' };
  if (IN_CHARGE.test(said)) return { sort: 'post', post: 'deputy' };
  const post = postMeant(said);
  if (post) return { sort: 'post', post };
  if (SECRETARY.test(said)) return titled((title) => /书记/.test(title) && !NOT_THE_FIRST.test(title));
  if (GOVERNMENT_HEAD.test(said))
    return titled((title, held) => held === 'head' && /(?:[镇乡]长|主任)$/.test(title) && !title.includes('副'));
  if (GOVERNMENT_DEPUTY.test(said)) return titled((title) => /^(?:常务)?副(?:[镇乡]长|主任)$/.test(title));
  return pointSaid(said) ?? otherTitle(said);
}

/** 地灾点责任人: whoever has such a point in his title, 李家坡滑坡点监测责任人. */
function pointSaid(said: string): PostSaid | undefined {
  const point = POINT.exec(said)?.[1];
  if (!point) return undefined;
  const known = POINTS.find(([words]) => words.test(point))?.[1];
  const names = (title: string) => (known ? known.test(title) : title.includes(point));
  return { sort: 'title', sure: known !== undefined, fits: (title) => names(title) && KEEPER.test(title) };
}

/** 网格员, 应急站站长: the title itself, or the end of it. */
function otherTitle(said: string): PostSaid {
  const word = said.replace(/^(?:各|全体|所有)/, '');
  const fits = (title: string) => title === word || (title.endsWith(word) && !title.endsWith(`副${word}`));
  return { sort: 'title', sure: false, fits };
}

function titled(fits: (title: string, post: Post) => boolean): PostSaid {
  return { sort: 'title', sure: true, fits };
}

/** Whether a post watches a point, 响水水库巡查责任人: who does not answer there is telephoned first. */
export function isAtPoint({ title }: Tenure): boolean {
  return KEEPER.test(title) && POINTS.some(([, known]) => known.test(title));
}

/** Everybody who holds a title that fits on that day, in one unit or, without one, in the whole office. */
export function titleHolders(
  office: Office,
  { fits }: Extract<PostSaid, { sort: 'title' }>,
  day: Day,
  unit?: ThingId,
): Person[] {
  const held = ({ unit: of, title, post }: Tenure) =>
    (!unit || of === unit) && partsOf(title).some((part) => fits(part, post));
  return [...office.people.values()].filter((person) => currentTenures(person, day).some(held));
}

/** 党委副书记、镇长 are two titles of one post. */
function partsOf(title: string): string[] {
  return plainName(title).split(/[、,，兼]/);
}
