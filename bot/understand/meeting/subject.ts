import { enclosedIn } from './enclosed.ts';
import { MARKER } from './outline.ts';
import { bareOf, GROUP_TAIL, unitsIn } from './unit-list.ts';
import { ABOVE, CLASS, EVERYBODY, FAULTED, FIELD, NO_UNIT, UNIT_SUFFIX } from './unit-words.ts';
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
const SEPARATOR = /[、/]|以及|和|及|与|暨/;
/** What may stand before whom a clause is about. */
const LEAD_IN =
  /^(?:同时|此外|另外|特别是|尤其是|因此|所以|为此|对此|当前|目前|今年|明年|今后|下一步|下步|接下来|近期|会后|最后|其中|并且|而且|那么|总之|一方面|另一方面|这里|在这里|在此|借此机会|我再?(?:强调|重申|要求|提醒)(?:一下|几句|一点)?|(?:这次|本次)?会议(?:要求|强调|决定|明确|议定|指出)|(?:需要|特别|再次|要)?(?:强调|指出|说明|提醒|重申)的(?:一点)?是|希望|还?请|要求|责成|安排|委托|指定|(?:明确|具体|统一|原则上|分别|继续|主要|一律|都|均|全部)?由|(?:整个|主)?汛期|(?:节日|假日|节假日|春节|国庆|五一|两会)期间|节前|年底|岁末年初|冬季|夏季|,|:|"|也|还|再|就|则|而)/;
const BY = /(?:请|责成|安排|委托|指定|由|交给)$/;
/** Behind these another beginning is tried: 4月底前各乡镇要…, 在汛期到来之前水库管理单位要…. */
const OPENING_ENDS =
  /前(?!锋|进|沿|往|来|山|郭)|(?<![以前先今落最])后(?!勤|备|山|河|坪)|期间|之内|(?<=[天日月时周年])内|方面|领域|工作上|由(?!于|来)|交给|(?<![商申报聘邀提敬])请(?![示求假])|的是|今年|每年|下一步|(?<=\d)[日月](?![底末初])|起(?=各|县|区|市|镇|所)|(?<=[的情生候到])时(?=各|县|区|市|镇|所|有)|以上(?=各)|(?<=[期节季])(?=各)/g;
const FOLLOWED_BY =
  '不?要(?!想|是)|既要|必须|务必|一定|须|应(?!急|对|用)|需|得要?|不得|不能|不准|不许|严禁|禁止|切忌|都|也|均|还|更|全部|一律|至少|原则上|每|逢|凡|一[月季周旬日年]一|\\d|十|今|明|本(?!级)|年[内底]|月底|会后|节前|汛前|即日|从|自|于|在|对|把|将|按|按照|根据|结合|针对|围绕|通过|依托|利用|向|以|为|则|牵头|负责(?!人|同志|单位)|负总责|负(?!责)|具体|配合|会同|联合(?!会|国)|协助|协同|参与|担负|承担|作为|是|按职责|分工|各司其职|逐|分级|带(?!班)|守|提前|先|派|抽|跟着|管(?!理|委)|停止|接到|收到|发现|遇|直接|随时|轮流|同步|同时';
const FOLLOW = new RegExp(`^(?:${FOLLOWED_BY}|[,:]|$)`);
/** Offices and posts that nobody mentions in passing: any word may follow them. */
const SURE =
  /(?:局|股|科|办|站|大队|支队|中队|中心|镇|乡|街道|部门|管委会|办公室|指挥部|安委会|书记|局长|股长|所长|站长|镇长|乡长|主任|负责人|负责同志)$/;

/** Whom a clause is about, if it is about units, groups of people, or all and nobody. */
export function subjectOf(clause: string): Subject | undefined {
  const head = clause.slice(0, REACH);
  const all = beginnings(head);
  for (const beginning of all) {
    const found = subjectAt(clause, head, beginning, all[0]!.at, true);
    if (found) return found;
  }
  for (const beginning of all) {
    const { at, by } = beginning;
    const found = at === all[0]!.at || by ? subjectAt(clause, head, beginning, all[0]!.at, false) : undefined;
    if (found) return found;
  }
  return undefined;
}

interface Beginning {
  readonly at: number;
  readonly by: boolean;
}

function beginnings(head: string): Beginning[] {
  let at = MARKER.exec(head)?.[0].length ?? 0;
  let by = false;
  for (let more = LEAD_IN.exec(head.slice(at)); more; more = LEAD_IN.exec(head.slice(at))) {
    at += more[0].length;
    by = BY.test(more[0]);
  }
  const later = [...head.slice(at, at + 60).matchAll(OPENING_ENDS)].map(({ 0: words, index }) => ({
    at: at + index + words.length,
    by: BY.test(words),
  }));
  return [{ at, by }, ...later];
}

function subjectAt(
  clause: string,
  head: string,
  { at, by }: Beginning,
  first: number,
  strict: boolean,
): Subject | undefined {
  const rest = head.slice(at);
  const faulted = FAULTED.exec(rest);
  if (faulted) return { from: at, to: at + faulted[0].length, units: [], sort: 'faulted', by: false, rest: '' };
  const inside = enclosedIn(rest);
  let found: Subject | undefined;
  for (let to = 1; to <= rest.length; to++) {
    if (inside[to - 1] && inside[to]) continue;
    if (found && listGoesOn(rest, found.to - at)) found = undefined;
    if (found && !mayGoOn(rest, found.to - at, to)) break;
    const name = rest.slice(0, to);
    if (rest[to] === '(' || !endsLikeOne(name, rest.slice(to))) continue;
    const tail = GROUP_TAIL.exec(rest.slice(to))?.[0] ?? '';
    const after = rest.slice(to + tail.length);
    if (!goesOn(after, name, by, strict)) continue;
    if (EVERYBODY.test(name))
      return { from: at, to: at + to, units: [], sort: 'everybody', by, rest: clause.slice(at + to) };
    const units = unitsIn(name + tail);
    if (!units || (/^(?:$|[,:])/.test(after) && (at !== first || MENTIONS.test(name)))) continue;
    const end = at + to + tail.length;
    const sort = units.every((unit) => ABOVE.test(unit)) ? 'above' : 'units';
    found = { from: at, to: end, units, sort, by, rest: clause.slice(end) };
  }
  return found;
}

/** 县消防 is the head of 县消防救援大队, 企业 of 企业单位负责人; what begins with a verb that no name goes on with is no longer the name. */
const NAME_GOES_ON =
  /^(?:救援|监管|监督|管理|执法|综合|检查|巡查|监测|预警|应急|安全|服务|督查|督导|主要|分管|负责|党|政|村|包|驻|各|的|领导|干部|经营|生产|建设|作业|行政|联合会|指挥|值班|带班|从业|工作|[局股科办站所队长部委街室])/;
const LONGEST_MORE = 10;
/** What a name ends in is looked for in so many characters. */
const LONGEST_ENDING = 10;

/** 企业单位负责人、安全管理人员: the name is longer, and others follow. */
function listGoesOn(rest: string, end: number): boolean {
  if (!NAME_GOES_ON.test(rest.slice(end, end + 3))) return false;
  const more = /^[\u4e00-\u9fa5]{1,10}?(?=[、和与及])/.exec(rest.slice(end, end + LONGEST_MORE + 1));
  return more !== null && endsLikeOne(rest.slice(0, end + more[0].length), '');
}

function mayGoOn(rest: string, end: number, to: number): boolean {
  if (to - end > LONGEST_MORE) return false;
  return !/[,;:。、的"(]/.test(rest.slice(end, to)) && NAME_GOES_ON.test(rest.slice(end));
}

/** 情况书面报区防汛办: a clause that ends in a unit has it for an object, unless it is nothing but the unit. */
const MENTIONS = /[报送给到进带向交]/;

function endsLikeOne(name: string, after: string): boolean {
  const bare = bareOf(name);
  if (bare.length < 2) return bare === '村';
  if (EVERYBODY.test(bare) || FIELD.test(lastOf(bare))) return true;
  if (UNIT_SUFFIX.test(bare.slice(-LONGEST_ENDING))) return !NO_UNIT.test(bare.slice(-LONGEST_ENDING));
  // 交警、路政要上路: what is listed beside an office is one
  if (LISTED_LAST.test(bare) && /^(?:都|也)?(?:要(?!求|素)|必须|务必)/.test(after)) return listedBesideField(bare);
  return (
    CLASS.test(bare) &&
    bare.length <= 12 &&
    !/[主重首需]$/.test(bare) &&
    /^(?:都|也)?(?:要(?!求|素)|必须|务必)/.test(after) &&
    !NO_CLASS.test(bare)
  );
}

const LISTED_LAST = /[、和][\u4e00-\u9fa5]{2,4}$/;

function listedBesideField(bare: string): boolean {
  const parts = bare.split(SEPARATOR);
  return parts.slice(0, -1).every((part) => FIELD.test(part) || UNIT_SUFFIX.test(part));
}

/** 各项工作, 有关情况: a class of things. */
const NO_CLASS =
  /^(?:各[项种个]|有关[工情事问]|相关[工情事问])|(?:工作|情况|问题|措施|环节|隐患|制度|预案|方案|任务|数据|责任|领域|方面|要求|活动)$/;

/** 队伍建设, 企业管理: what is spoken of, and nobody who does it. */
const TOPIC = /^(?:建设|管理|工作|服务|安全|培训|防控|方面|准备|保障|治理|检查|整治|责任)(?:[,。:]|$)/;

function goesOn(after: string, name: string, by: boolean, strict: boolean): boolean {
  if (TOPIC.test(after)) return false;
  if (FOLLOW.test(after) || VERB.test(after)) return true;
  return !strict && (by || SURE.test(bareOf(name))) && /^[\u4e00-\u9fa5]/.test(after) && !isAttribute(after);
}

/** 各乡镇报上来的新增对象: whose something is, and nobody who does it. */
function isAttribute(after: string): boolean {
  return /^[的之公学理法室村员点位面部署局长形话事物务]|^[^,;:]{1,12}的[^,;:]{1,10}$/.test(after);
}

function lastOf(name: string): string {
  const parts = name.split(SEPARATOR);
  return parts[parts.length - 1]!;
}
