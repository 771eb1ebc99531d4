import { gated } from '../gated.ts';
import { isHan } from '../han.ts';
import { matchesOf } from '../matches.ts';
import type { Name } from './find-names.ts';
import { guessed } from './guess.ts';

/** Offices whose short name ends in 办; 催办 and 还没办 are none. */
const OFFICE =
  /(?:安委|防汛|防指|森防|防火|党政|政府|府|政|委|应急|信访|综治|食安|消安|消防|交安|道安|减灾|防灾|抗旱|文明|创建|创文|河长|林长|田长|路长|振兴|乡村振兴|环保|宣传|网信|编|外事|人防|经发|农业|城建|规建|民政|事务|专班|指挥部|小组|人大|政协|街道|街|金融|招商|征迁|数字|考核|督查|扫黑|禁毒|治超|安监)办$/;
/** 应急局, 安委办, 青山镇, 经开区, 供销社, 消防大队; 副镇长, 局部 and 社会 are none. */
const UNIT_END = gated(
  /(?:街道办事处|街道办|街道|管委会|安委会|指委会|村委会|居委会|委员会|[经高][开新]区|开发区|保税区|示范区|工业园区|工业园|产业园|园区|大队|支队|中队|总队|派出所|供电所|交警队|卫生院|医院|指挥部|工作专班|公司|集团|中心|镇(?![长区里上])|乡(?![长里下村道镇间亲])|局(?![长部势面限])|办(?![理结法事公完好妥了])|委(?![员托派])|社(?![会保区团])|社区(?![民])|村(?![民里])|站(?![点长])|所(?![有以需在属述长示谓涉]))/g,
);
/** Ends like a unit and is none: 布局, 城镇, 我们镇, 两个镇. */
const NO_UNIT =
  /(?:[布格结大全当时僵败危]局|[城村集]镇|建制镇|[下返离回出思家老副]乡|副[镇局]|[推常原]委|(?<!供销|信用|旅行|合作)社|[农乡进驻全空各]村|[车到网]站|场所|厕所|派出|住所|处所|会议中心|为中心|[围有]绕中心)$|^(?:我们?|你们?|他们|咱们?|本|该|全|这|那|哪|几|每|各|[一二两三四五六七八九十\d]+[个家]?)[\u4e00-\u9fa5]{0,2}(?:[镇乡局办委社村站所]|园区|街道|社区|公司|中心|大队)$|[个家][镇乡局村所站]$/;
/** Words after which a name begins. */
const NAME_START =
  /(?:报送至?|报给|报到|报至|报|发给|发到|发|送给|送至|送到|送|交给|交到|交|拍给|给|请|由|让|叫|把|将|对|到|在|和|与|及|同|向|为|是|的|了|从|于|会同|联合|麻烦|通知|安排|要求|督促|责成|负责|转办|抄送|移交|转给|牵头|配合|加上|增加|去掉|改为|改成|换成|应该?找|找|归|属于|应该|完成|拿出|制定|(?<=[之以天周月日时])内|等|因|经由|靠|还有|另外|外加|连同)/g;
const MOST = 10;

/** Stretches written like the name of a unit; the longest that begins after a function word, a mark or a known name. */
export function guessUnits(text: string, taken: Uint8Array): Name[] {
  const names: Name[] = [];
  for (const match of matchesOf(UNIT_END, text)) {
    const to = match.index + match[0].length;
    if (taken[match.index]) continue;
    const from = startOf(text, match.index, taken, names[names.length - 1]?.to ?? 0, match[0].length);
    const word = text.slice(from, to);
    const stem = match.index - from;
    const enough = match[0].length > 1 ? to - from >= 3 : stem >= 2 || /^[\u4e00-\u9fa5][镇乡]$/.test(word);
    if (enough && stem <= MOST && !NO_UNIT.test(word) && (!word.endsWith('办') || OFFICE.test(word)))
      names.push(guessed('unit', word, from));
  }
  return names;
}

/** 报交通局: the last function word that still leaves a name. */
function startOf(text: string, end: number, taken: Uint8Array, floor: number, ending: number): number {
  let from = end;
  while (
    from > floor &&
    end - from < MOST &&
    !taken[from - 1] &&
    isHan(text.charCodeAt(from - 1)) &&
    !DATED.test(text.slice(Math.max(0, from - 3), from))
  )
    from--;
  const least = ending > 2 ? 0 : ending > 1 ? 1 : 2;
  if (FIELD_FIRST.test(text.slice(from, end))) return from;
  let start = 0;
  for (const match of matchesOf(NAME_START, text.slice(from, end))) {
    const next = match.index + match[0].length;
    if (end - from - next >= least || (start === 0 && match.index === 0) || VERBS.test(match[0])) start = next;
  }
  return from + start;
}

/** Fields of government that are said for the office in charge of them. */
const FIELD =
  '公安|交警|消防|住建|交通运输|交通|交运|教育|卫健|卫生|民政|水利|水务|应急|市场监管|市监|自然资源|国土|规划|农业农村|农业|城管|供销|文旅|商务|工信|经信|发改|财政|林业|气象|供电|电力|人社|生态环境|环保|粮食|司法|信访|宣传|统计|审计|税务';
/** 交通局 does not begin with 交. */
const FIELD_FIRST = gated(new RegExp(`^(?:${FIELD})`));
/** 28号石桥乡: the day is no part of the name. */
const DATED = /\d[日号月点时分]$|(?:\d[日号月点时分]|[底初末庆节午周班天])前$/;
/** …报安委: behind one of these stands either a name or none. */
const VERBS = /^(?:报|报送|上报|请|由|让|把|将|完成)$/;
const FIELDS = gated(new RegExp(FIELD, 'g'));
const ROLE = gated(/^(?:配合|牵头|协助|参与|协同|协办|负责|主办|会同|等?部门|等单位|[两三几]家)/);
/** Where a list of offices begins. */
const BEGINS = /(?:^|[\s,。;:(@、和及与]|请|由|让|会同|联合|要求|通知|安排|督促|牵头)$/;
/** What a whole list is followed by; 应急、消防演练 is none. */
const GOES_ON =
  /^(?:$|[\s,。;:)、]|各?(?:配合|牵头|协助|参与|协同|协办|负责|主办|会同)|(?:等|[两三几]家|部门)|[本今明后下周对把将要须于在尽立按抓联共做和及与]|\d)/;
/** 公安局 is the whole name. */
const NAMED_OUT = /^[\u4e00-\u9fa5]{0,4}[局委办队]/;

/** 公安, 住建, 消防 where they stand for 公安局, 住建局, 消防救援大队: in a list of such words, or beside the word that says their part. */
export function guessFields(text: string): Name[] {
  const names: Name[] = [];
  let run: Name[] = [];
  const close = (): void => {
    const last = run[run.length - 1];
    const after = last ? text.slice(last.to, last.to + 4) : '';
    if (last && (ROLE.test(after) || (run.length > 1 && GOES_ON.test(after) && !NAMED_OUT.test(after))))
      names.push(...run);
    run = [];
  };
  for (const { 0: word, index } of matchesOf(FIELDS, text)) {
    const name = guessed('unit', word, index);
    const last = run[run.length - 1];
    const joined = last !== undefined && index === last.to + 1 && /[、和及与]/.test(text[last.to]!);
    if (!joined) close();
    if (joined || BEGINS.test(text.slice(Math.max(0, index - 3), index))) run.push(name);
  }
  close();
  return names;
}
