import { enclosedIn } from './enclosed.ts';
import { FIELD, NO_UNIT, UNIT_SUFFIX } from './unit-words.ts';

const LONGEST_NAME = 26;
const TAIL =
  '(?:等?(?:[三四五六七八]部门|[\\d一二两三四五六七八九十几]{1,3}[家个](?:部门|单位|乡镇|镇街|街道|镇|村|社区|局|股室|企业|公司|运营商|科室|站所)?)|等(?:各?(?:有关|相关|职能|成员|责任)?(?:部门|单位|乡镇|镇街|企业|人员|同志)))';
/** 三家, 等5个部门, 等单位: closes a list. */
export const GROUP_TAIL = new RegExp(`^${TAIL}`);
const TAIL_AT_END = new RegExp(`(?<!的)${TAIL}$`);
/** 等各类生产经营单位 sums up what was listed. */
const SUMMED_UP = /等(?:各?类?[\u4e00-\u9fa5]{2,14})$/;

/** Verbs and little words that no name of a unit begins with. */
const NO_BEGINNING =
  /^(?:和|与|跟(?!班)|关于|[去前上往近]年|紧急(?!救援|医学)|准确|报(?!社|刊)|对|向|在|从|为|把|将|以|按|据|于|根据|针对|通过|围绕|结合|由于|如果|一旦|凡是|因|让|使|给|被|到|至|比|督促|指导|帮助|推动|引导|确保|防止|加强|开展|落实|做好|抓好|强化|深化|完善|推进|进一步|切实|认真|严格|坚持|坚决|积极|主动|全面|深入|继续|不断|努力|这|那|其[^他它余]|我|他|她|它|你|是|要|不|也|都|就|还|并|而|但|只有|只要|无论|不管|尽管|虽然|发现|发生|出现|建立|健全|协调|调动|动员|统筹|检查|来到|进入|涉及(?!.{0,12}的)|存在(?!.{0,20}的)|需要|没有|具有|属于|作为|包括|例如|比如|多数|当好|关系|事关|充分|发挥|利用|依托|借助|配合|会同|商请|邀请|联合|协助|监督|考核|约谈|通报|追究|表扬|感谢|代表|欢迎|谢谢|说明|无法|未|难|组织|压实|压紧|明确|夯实|突出|聚焦|严把|狠抓|防范|提升|推动|服务好|重点|逐[\u4e00-\u9fa5]|召集|每[条处座栋楼]|增[加派设]|加派|减少|扩大|惠及|覆盖|哪[个家里位]|谁家|面向|走进|下发|[转交划拨]给|紧[盯扣抓密跟]|盯[住紧牢]|瞄准|严[查管控防]|支持|鼓励|教会|提醒|告诉|叮嘱|责成|要求|表彰|先[讲说谈看抓搞]|再[讲说谈看]|[讲说谈]到?|下面|约请|陪同|率领|带[着领]|跟随|看望|慰问|参观|观摩|考虑|讨论|决定|认为|留好?|安排|随机|抢通|成立|抽[查取]|清退|名单|第[一二三四]天|前(?![方线沿锋])|带到|分[一二三四五六七八九十两]个|每(?:年|月|周|日|天|季|半|逢|旬)|[前后内起](?:会同|由|完成|组织|开展|要|必须)|全国|全省|我国|中国|国际|人类)/;
/** 完成医共体, 加装电梯43部: work first, and no office of that work as 排查组 and 收购企业 are. */
const WORK_FIRST =
  /^(?:完成|建[成好]|拆除|清[理除退]|更换|[安加]装|新[增建]|扩建|增设|配[备齐发]|制[定订]|修[订建]|编制|召开|举办|主持|印发|出台|发放|报送|上报|提交|查处|取缔|关停|摸[清排]|排查|核查|整改|转移|撤离|疏散|签订|兑现|拨付|采购|补齐|引[入进]|达到|实现|启动|组建|确定|形成|派驻|指派|提供|提前|优先|收集|收购|公[布示]|深入|赶赴|会商|研究|传达|学习|评估|验收|通过|力争|争取|拓展|改造)/;
const OFFICE_OF_WORK =
  /^[^,的]{2,10}(?:组|办|办公室|中心|站|点|队|专班|局|科|股|所|室|院|员|小组)$|^(?:收购|评估|采购|编制|改造|验收)(?:单位|企业|公司|机构)$/;
export const MAY_BEGIN =
  /^(?:考核(?:办|发证)|组织(?:部|委员|办|科|人事)|检查[站组员]|为民|向阳|监督(?:所|局|检查)|联合(?:执法|检查|督查|会|国)|发展)/;
const DIGITS_FIRST =
  /^(?!1(?:20|19|10|22)(?:急救|指挥|调度|中心))(?:^一[个名位家]|^[\d一二两三四五六七八九十百]+(?![个家名所处座支位级]|[一二三四五六七八九十]*(?:中队|大队|支队|中|小|院)))/;
/** Verbs of telling inside a name make it a sentence. */
const TELLS =
  /(?<=.)(?:上报|报送|主持|召开|报(?=[区县市镇街省乡])|(?<![日晚情预警播申电])报(?=[^社刊站警告]))|前[一两三几]天|之日|或者|个月|(?<=.)(?:我(?!们?[县市区镇乡局])|你)|(?<=[部局委办])组织(?!部)|(?<=.)(?:须(?!知)|设在)|(?<=[内前后日月底末起天时])向|(?<=.)向(?=所在|每个|各)|(?:假期|期间|节日|[前内])各|[前内]每个|[了是由不更]|(?<!一)把|(?<=.)包(?![村保片联户组])|\d+[日天月人%小]|[设放摆存贴]在|抄送|分成|组成|靠前|通知|自己|[到给跟向]我|甚至|将(?!军|乐)|(?<![所国拥])有(?!关|限|色)|着(?!陆)|(?<!主|重|首|次)要|必须|应当|[,;:。]/;
const DESCRIBED =
  /的(?:[\d两二三四五六七八九十几]{1,3}个)?(?:各[类级个]?)?(?:有关|相关|所有)?(?:单位|企业|公司|乡镇|镇街|街道|部门|镇|村|社区|人员|干部|同志|学校|地方|地区|场所|户|主体|责任人|负责人|技术员|队员|民警|医生|老师|校长|书记|[\u4e00-\u9fa5]{0,2}副?[县区市镇乡]长|(?:项目)?经理|(?:项目)?总监|站长|所长|局长|主任|股长|科长)$/;

/** Without brackets and quotation marks. */
export function bareOf(name: string): string {
  return name.replace(/\([^)]*\)|"/g, '');
}

/** The units in a list, as written; undefined where one of them cannot be a unit. */
export function unitsIn(list: string): string[] | undefined {
  const counted = countedIn(list);
  if (counted) return counted;
  const summed = SUMMED_UP.test(list) || TAIL_AT_END.test(list);
  const names = partsOf(list.replace(TAIL_AT_END, '').replace(SUMMED_UP, ''), summed)
    .map((part) => part.replace(/^(?:特别是|尤其是|包括|以及)/, ''))
    .filter((part) => part !== '');
  if (names.length === 0) return undefined;
  return names.every((name) => isName(name, names.length > 1 || summed)) ? names : undefined;
}

/** 清水塘、石板桥、龙泉三家卫生院: each has the name that stands once, where there are as many as it counts. */
function countedIn(list: string): string[] | undefined {
  const [, names, count, kind] = COUNTED.exec(list) ?? [];
  if (!names || !count || !kind) return undefined;
  const parts = names.split(/[、和]/);
  if (!parts.every((part) => part.endsWith(kind) || !couldStand(part))) return undefined;
  const isMany = parts.length > 1 && parts.length === ('两二三四五六七八九'.indexOf(count) || 1) + 1;
  return isMany ? parts.map((part) => (part.endsWith(kind) ? part : part + kind)) : undefined;
}

const COUNTED =
  /^([\u4e00-\u9fa5]{2,6}(?:[、和][\u4e00-\u9fa5]{2,6}){1,8}?)([两二三四五六七八九])[家个所]((?:镇|乡|街道|社区|中心|乡镇)?(?:卫生院|医院|学校|中学|小学|幼儿园|企业|公司|景区|煤矿|水库|派出所|司法所|敬老院|养老院|园区|加油站|商场|镇|乡|村|社区))$/;

/** 、 divides; 和 only where both sides could stand alone: 工业和信息化部门 is one. */
function partsOf(list: string, summed: boolean): string[] {
  const inside = enclosedIn(list);
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at < list.length - 1; at++) {
    const joint = inside[at]
      ? ''
      : (/^(?:、|\/|以及|和|及|与|暨|跟(?![踪进班岗着上随拍我你他]))/.exec(list.slice(at, at + 2))?.[0] ?? '');
    if (joint === '' || at === from) continue;
    if (joint === '和' && isOneName(list, at)) continue;
    if (joint === '跟' && list.includes('的', at)) continue;
    if (joint !== '、' && !(couldStand(list.slice(from, at)) || (summed && parts.length > 0))) continue;
    parts.push(list.slice(from, at));
    at += joint.length - 1;
    from = at + 1;
  }
  parts.push(list.slice(from));
  return summed || parts.length === 1 ? parts : whole(parts, list);
}

/** 粮食和物资储备局: two fields of one office. */
function isOneName(list: string, at: number): boolean {
  return (
    !list.includes('、') && FIELD.test(list.slice(0, at)) && /^和[\u4e00-\u9fa5]{2,8}[局委厅]$/.test(list.slice(at))
  );
}

function couldStand(part: string): boolean {
  const bare = bareOf(part);
  return FIELD.test(bare) || (UNIT_SUFFIX.test(bare) && !NO_UNIT.test(bare));
}

/** 危险化学品生产、经营、储存企业: where the parts only make sense together, they are one. */
function whole(parts: string[], list: string): string[] {
  const last = bareOf(parts[parts.length - 1]!);
  // 沿河的八个乡镇, 商场、宾馆的负责人: what describes them is said of one group
  if (DESCRIBED.test(last) && !parts.slice(0, -1).some((part) => /的|^[各全所]/.test(part))) return [list];
  const common = FIELD.test(last) || /部门$|机构$/.test(last);
  if (common || parts.every(couldStand)) return parts;
  return [list];
}

export function isName(name: string, listed: boolean): boolean {
  const bare = bareOf(name);
  if (bare.length === 0 || bare.length > LONGEST_NAME) return false;
  if (DESCRIBED.test(bare)) return !/^(?:对|让|使|给|被)|跟(?!班)|[,;:。是了把]|前一天|(?<=.)[我你]们/.test(bare);
  if (FIELD.test(bare)) return true;
  if (NO_BEGINNING.test(bare) && !MAY_BEGIN.test(bare)) return false;
  if (WORK_FIRST.test(bare) && !MAY_BEGIN.test(bare) && !OFFICE_OF_WORK.test(bare)) return false;
  if (DIGITS_FIRST.test(bare) || TELLS.test(bare) || bare.includes('的')) return false;
  if (UNIT_SUFFIX.test(bare)) return !NO_UNIT.test(bare);
  return (listed && bare.length <= 14) || /^(?:各|所有|全体|每个)/.test(bare);
}
