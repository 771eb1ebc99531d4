import { bareOf, GROUP_TAIL, isName } from './unit-list.ts';
import { CLASS, EVERYBODY, FIELD, NO_UNIT, UNIT_SUFFIX } from './unit-words.ts';
import { VERB } from './work-words.ts';

const SEPARATOR = /[、/]|以及|和|及|与|暨|跟(?![踪进班岗着上随拍我你他])/;
const FOLLOWED_BY =
  '组成|分成|请(?!示|求|假)|[两三四多]级联动|联合行动|联动|出(?=人|车|钱|力|一|[两三])|分(?=[领片头组类])|不?要(?!想|是)|既要|必须|务必|一定|须|应(?!急|对|用)|需|得要?|不得|不能|不准|不许|严禁|禁止|切忌|都|也|均|还|更|全部|一律|至少|最少|原则上|建(?=[一起好成个座所两三四五\\d])|每|逢|凡|一[月季周旬日年]一|\\d|十|今|明|本(?!级)|年[内底]|月底|会后|节前|汛前|即日|从|自|于|在|对|把|将|按|按照|根据|结合|针对|围绕|通过|依托|利用|向|以|为|则|牵头(?!单位|部门)|负责(?!人(?!员)|同志|单位)|负总责|负(?!责)|具体|配合|会同|联合(?!会|国)|协助|协同|参与|担负|承担|作为|是|按职责|分工|各司其职|逐|分级|带(?!班)|守|提前|先|派|抽|跟着|跟(?=[^,]{2,12}(?:对接|商[量定议]|衔接|坐一坐))|管(?!理|委)|停止|接到|收到|发现|遇|直接|随时|轮流|同步|同时|晚上|夜里|夜间|早上|早晚|白天|平时|上午|下午|下[周个]|这[几两]天|周[一二三四五六日末]|星期|礼拜|现在|马上|立即|立刻|连夜|尽快|各(?=[备带抽派出管自负])|[—】]|再|就|留|把|给|你|自己|回去|去(?![年哪过了])|回到|下来|元旦|春节|国庆|五一|中秋|端午|清明|两节|双节|节[前后]|腊月|除夕|正月|放(?:寒|暑)?假|开学|寒假|暑假|汛期|入汛|雨季|入冬|雨停|赶在?|抢在?|争取|力争|确保|务求|最[迟晚]|至迟|不[晚迟超]|限|这[几两]天|这一?个?(?=[周月]|星期|季度)|本[周月季年]|下半年|上半年|[一二三四]季度|第[一二三四]季度|周末|月[初中]|年[前后]|用(?!户|人)|一人|每人|人手|亲自|挂点|包[保联抓干片村户乡镇]|打头|抓总|兜底|挂帅|主责|主抓|打前站|优先|主动|随后|之后|然后|接着|事后|重新|分批|分[期步]|首先|听好|注意|[一二三四五六七八九十]+(?:小时|天|日|个)|[\\u4e00-\\u9fa5]{1,6}(?:之前|以前|前|期间|之后)(?:[一两三半\\d]{1,2}个?(?:天|日|周|小时|工作日|月))?内?(?:都|也)?(?:要(?!求)|必须|须|不得)';
const FOLLOW = new RegExp(`^(?:${FOLLOWED_BY}|[,:]|$)`);
/** Offices and posts that nobody mentions in passing: any word may follow them. */
const SURE =
  /(?:局|股|科|办|站|室|委|支书|大队|支队|中队|中心|镇|乡|街道|部门|管委会|办公室|指挥部|安委会|书记|局长|股长|所长|站长|镇长|乡长|主任|负责人|负责同志|(?<![场住厕处])所)$/;

/** 县消防 is the head of 县消防救援大队, 企业 of 企业单位负责人; what begins with a verb that no name goes on with is no longer the name. */
const NAME_GOES_ON =
  /^(?:办主任|主任|党委|书记|卫生院|中心|医院|学校|中学|小学|社区|救援|半专业|专业|专职|义务|监管|监督|管理|执法|综合|检查|巡查|监测|预警|应急|安全|服务|督查|督导|主要|分管|负责|党|政|村|包|驻|各|的|领导|干部|经营|生产|建设|作业|行政|联合会|指挥|值班|带班|从业|工作|牵头|责任单位|成员单位|承办|全体|[局股科办站所队长部委街室])/;
const LONGEST_MORE = 10;
/** What a name ends in is looked for in so many characters. */
const LONGEST_ENDING = 10;

/** 企业单位负责人、安全管理人员: the name is longer, and others follow. */
export function listGoesOn(rest: string, end: number): boolean {
  if (!NAME_GOES_ON.test(rest.slice(end, end + 3))) return false;
  const more = /^[\u4e00-\u9fa5]{1,10}?(?=[、和与及])/.exec(rest.slice(end, end + LONGEST_MORE + 1));
  if (!more || (more[0].startsWith('的') && OWNS.test(rest.slice(end)))) return false;
  return endsLikeOne(rest.slice(0, end + more[0].length), '');
}

export function mayGoOn(rest: string, end: number, to: number): boolean {
  if (to - end > LONGEST_MORE) return false;
  return !/[,;:。、的"(]/.test(rest.slice(end, to)) && NAME_GOES_ON.test(rest.slice(end));
}

/** Ends that are the beginning of another word: 安置点所 of 安置点所在乡镇, 各乡 of 各乡镇. */
const CUT_SHORT: readonly (readonly [end: string, next: RegExp])[] = [
  ['所', /^[在有需属以谓]/],
  ['办', /^[结理法不好完成公事案]/],
  ['乡', /^[镇村]/],
  ['镇', /^[村街]/],
  ['部', /^[署分]/],
  ['会', /^[议后上商同]/],
  ['站', /^[点位在]/],
  ['业主', /^管/],
  ['县', /^[级里城]/],
  ['市', /^[级里直]/],
  ['区', /^[级里直]/],
  ['镇', /^[级里]/],
  ['党委', /^政府/],
  ['行业', /^主管/],
  ['市场', /^监/],
  ['县委', /^[\u4e00-\u9fa5]{0,3}[部办室委]/],
  ['区委', /^[\u4e00-\u9fa5]{0,3}[部办室委]/],
  ['市委', /^[\u4e00-\u9fa5]{0,3}[部办室委]/],
];

export function endsLikeOne(name: string, after: string): boolean {
  const bare = bareOf(name);
  if (CUT_SHORT.some(([end, next]) => bare.endsWith(end) && next.test(after))) return false;
  if (bare.length < 2) return bare === '村';
  if (EVERYBODY.test(bare) || FIELD.test(lastOf(bare))) return true;
  if (UNIT_SUFFIX.test(bare.slice(-LONGEST_ENDING))) return !NO_UNIT.test(bare.slice(-LONGEST_ENDING));
  // 交警、路政要上路: what is listed beside an office is one
  if (LISTED_LAST.test(bare) && /^(?:都|也)?(?:要(?!求|素)|必须|务必)/.test(after)) return listedBesideField(bare);
  return (
    CLASS.test(bare) &&
    bare.length <= 12 &&
    !/[主重首需]$/.test(bare) &&
    (/^(?:[\u4e00-\u9fa5]{2}(?:之前|以前|前|期间))?(?:都|也)?(?:要(?!求|素)|必须|务必)/.test(after) ||
      (/^各[^类项种级地方][^于每把将也都抓要一、表]{0,7}$/.test(bare) && ACTS.test(after))) &&
    !NO_CLASS.test(bare)
  );
}

/** 各标段负责, 各网约车平台每周: what only somebody can be said to do. */
const ACTS = /^(?:负责(?![人同])|牵头|把|将|会同|配合|抓紧|[每于]|(?:都|也)?[要应须])/;
const LISTED_LAST = /[、和][\u4e00-\u9fa5]{2,5}$/;

function listedBesideField(bare: string): boolean {
  const parts = bare.split(SEPARATOR);
  return parts.slice(0, -1).every((part) => FIELD.test(part) || UNIT_SUFFIX.test(part));
}

/** 各项工作, 有关情况: a class of things. */
const NO_CLASS =
  /^(?:各[项种个]|有关[工情事问]|相关[工情事问])|(?:工作|情况|问题|措施|环节|隐患|制度|预案|方案|任务|数据|责任|领域|方面|要求|活动)$/;

/** 两家县级医院. */
const COUNTED = /^[两二三四五六七八九十\d]{1,2}[家个所]/;
/** 队伍建设, 企业管理: what is spoken of, and nobody who does it. */
const TOPIC = /^(?:建设|管理|工作|服务|安全|培训|防控|方面|准备|保障|治理|检查|整治|责任)(?:[,。:]|$|既?是|有|不|也)/;

/** 财政所的收购资金要跟得上: whose it is has to see to it. */
export const OWNS =
  /^(?:[\u4e00-\u9fa5]{1,6})?的(?![^,]{0,6}(?:责任|意识|思想|问题|情况|要求|同志|负责|人员|领导|经理|书记|支书|主任|[长员]))[^,的]{2,16}?(?:都|也)?(?:要(?!求|素|点)|必须|务必|本[月周]|[年月]底|\d{1,2}[月日号])/;

export function goesOn(after: string, name: string, by: boolean, strict: boolean): boolean {
  if (TOPIC.test(after)) return false;
  if (OWNS.test(after)) return CLASS.test(name) || SURE.test(bareOf(name)) || COUNTED.test(name);
  // 消防验收: what is done, and nobody who does it
  if (FOLLOW.test(after) || (VERB.test(after) && !FIELD.test(name))) return true;
  return !strict && (by || SURE.test(bareOf(name))) && /^[\u4e00-\u9fa5]/.test(after) && !isAttribute(after);
}

/** 各乡镇报上来的新增对象: whose something is, and nobody who does it. */
export function isAttribute(after: string): boolean {
  if (/^(?:设在|大坝|那边|门口|旁边|后面|附近)/.test(after)) return true;
  if (FOLLOW.test(after) || VERB.test(after)) return false;
  return /^[的之公学理法室村员点位面部署局长形话事物务]|^[^,;:]{1,12}的[^,;:]{1,10}$/.test(after);
}

function lastOf(name: string): string {
  const parts = name.split(SEPARATOR);
  return parts[parts.length - 1]!;
}

/** A member of a list behind an office: its length, 0 where none stands there. */
export function listedAt(rest: string): number {
  for (let to = 2; to <= LONGEST_LISTED && to <= rest.length; to++) {
    const name = rest.slice(0, to);
    if (/[,;:。、"(]/.test(name)) break;
    const after = rest.slice(to);
    if (!(closes(after) || FOLLOW.test(after) || VERB.test(after))) continue;
    if ((FIELD.test(name) || endsLikeOne(name, after)) && isName(name, true)) return to;
  }
  const other =
    /^[\u4e00-\u9fa5]{2,6}?(?=、|等|[两三四五六七八九十][家个方]|都?要(?!求|素)|必须|务必|[各分]|负责|牵头|配合)/.exec(
      rest,
    )?.[0];
  return other !== undefined && isName(other, true) && !VERB.test(other) ? other.length : 0;
}

const LONGEST_LISTED = 18;

function closes(after: string): boolean {
  return /^[、和与及]/.test(after) || GROUP_TAIL.test(after);
}
