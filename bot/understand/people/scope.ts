import { Gate, type Gated, gated } from '../gated.ts';
import { matchesOf } from '../matches.ts';
import type { Name } from './find-names.ts';
import { guessed } from './guess.ts';

/** What a class is made of, and the people in it who are meant. */
const CLASS =
  '(?:驻村)?第一书记|成员单位|单位|部门|乡镇|镇街|镇乡|街镇|街道办?|园区|开发区|片区|镇|乡|街|村居|村组|村|社区|居委会|科室|股室|站所|办所|所|企业|公司|学校|医院|卫生院|商户|物业|工地|矿山|网格[员长]?|护林员|巡查员|联络员|值班员|信息员|安全员|负责同志|负责人|责任人|干部职工|职工|党员|民兵|群众|居民|村民|业主|住户|师生|家长|成员|同志|人员|同事|领导|干部|村医|工作组|专班|小组|县区|区县|中队|派出所|窗口|班组|林场|水库|景区|养老院|幼儿园|项目部|加油站|超市|商场|门店|酒店|宾馆|场所|厂|店|户|经营者|驾驶员|司机';
const POST =
  '(?:的)?(?:党政)?(?:(?:主要|分管|主管|带班|包[村片保点])(?:[\\u4e00-\\u9fa5]{1,8}的)?)?(?:巡查|值守|管护|包保|防汛|安全|网格|值班|带班|支部|驻村|现场)?(?:第一书记|负责同志|负责人|责任人|支书|支部书记|村主任|领导(?:班子)?(?:成员)?|副职|一把手|(?:党委|党工委|党组|党支部|常务)?副?(?:书记|[镇乡村局区县校院]长|主任)|网格[员长]|联络员|值班员|值班室|值班人员|信息员|安全员|护林员|干部|人员)';
const WHERE = '(?:全[区县市镇乡街]|[区县市]直|辖区|沿[江河湖海山]|山区|涉[农水林海矿危]|库区|城区|重点)?';

/** 各乡镇, 各有关单位, 沿河各镇, 各社区网格员, 各镇（街道）, 各镇主要负责同志, 有关部门. */
const SCOPE = gated(
  new RegExp(
    `${WHERE}(?:各级?|各位|全体|所有|有关|相关|其他|其余|上述|以上|[区县市]直|涉[农水林矿危])(?!自|出|派|报|项|种|类|式|一|家报|位)[\\u4e00-\\u9fa5]{0,5}?(?:${CLASS})(?:[、(/和及](?:${CLASS})\\)?){0,3}(?:${POST}(?:[、和及](?:${POST})){0,3})?`,
    'g',
  ),
);
/** 全市重点景区 where somebody is spoken to. */
const WIDE = gated(
  new RegExp(
    `(?<=^|[\\s,。;:]|请|由|让|通知|要求)全[区县市镇乡街](?:重点|在建|规上|规模以上|涉[\\u4e00-\\u9fa5])*[\\u4e00-\\u9fa5]{0,2}?(?:${CLASS})(?:${POST})?`,
    'g',
  ),
);
/** 大家, 所有人, 全体, 安委会成员单位; 三个镇, 6家成员单位. */
const WHOLE = gated(
  /所有人|全体成员|全体(?=[\s,请注务])|大家(?!庭|都知)|各位(?:领导|同事|同志|联络员)?|诸位|同志们|(?:安委会|防指|指挥部)(?:各)?成员单位|镇街(?=[\s于在要须把将\d本今明后下周])|(?<=请|由|让|要求|通知|^|[\s,。;:])(?:这|以上|上述)?[\d两三四五六七八九十]{1,2}[个家](?:乡镇|镇街|镇|乡|街道|单位|成员单位|部门|村|社区|企业|园区)/g,
);

/** 没报的单位, 还未反馈的5个镇, 涉及的部门. */
const DESCRIBED = gated(
  new RegExp(
    `(?<=请|通知|要求|督促|提醒|^|[\\s,。;:])(?:凡是?|还|尚|仍|目前)?(?:没有?|未|有|涉及|承担|存在|已经?)[\\u4e00-\\u9fa5]{0,8}的(?:[\\d两三四五六七八九十]{1,2}[个家]|各|几[个家])?(?:${CLASS})`,
    'g',
  ),
);

const ALL = new Gate(/全/);
const OF = new Gate(/的/);

/** Words that name a class of units or people. Expanded by whoever issues the order, never here. */
export function scopeWords(text: string): Name[] {
  const found: Name[] = [];
  collect(text, SCOPE, found);
  if (ALL.opens(text)) collect(text, WIDE, found);
  collect(text, WHOLE, found);
  if (OF.opens(text)) collect(text, DESCRIBED, found);
  return found;
}

function collect(text: string, pattern: Gated, found: Name[]): void {
  for (const { 0: word, index } of matchesOf(pattern, text)) {
    found.push(guessed('scope', word, index));
  }
}

/** 有关部门, 相关单位: somebody must say which. */
export function isVagueScope(word: string): boolean {
  return /^(?:有关|相关)/.test(word);
}
