import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';

/** Kinds of incident by the words for them; of several the one said first stands, 险情 only where nothing closer is said. */
const KINDS: readonly (readonly [type: string, words: string])[] = [
  [
    '公共卫生',
    '食物中毒|食源性|聚集性(?:发热|腹泻|呕吐|疫情|感染)|集体(?:发热|腹泻|呕吐|中毒)|上吐下泻|疫情|传染病|诺如|流感|禽流感|[学多]\\S{0,8}(?:腹泻|呕吐)',
  ],
  ['爆炸', '爆炸|爆燃|闪爆|爆了|炸了'],
  ['火灾', '火灾|起火|着火|失火|火情|火警|山火|大火|着了火|烧起来|燃烧|冒(?:浓|黑|白)?烟|明火'],
  ['泄漏', '泄漏|泄露|漏气|漏油|跑气|外泄|漏氨|漏氯|跑冒'],
  ['坍塌', '坍塌|垮塌|倒塌|塌方|塌陷|坍陷|崩塌|塌了|垮了|倒了|塌下来|倾覆|冒顶|片帮|垮下来|倒下来|塌下去'],
  [
    '交通事故',
    '交通事故|车祸|追尾|翻车|侧翻|翻了|相撞|对撞|撞车|碰撞|撞[^,。;\\s]{0,3}?(?:护栏|电杆|树|墙|隔离|石墩|路灯|桥墩|限高)|撞上|撞到|撞了|撞人|撞倒|撞伤|撞死|刮倒|剐倒|冲出|坠[崖沟河]|翻[入进下到]|连环撞|剐蹭|刮擦',
  ],
  ['溺水', '溺水|落水|溺亡|淹溺|掉(?:进|到|入)[^,。]{0,4}(?:水|河|塘|库)'],
  ['中毒', '中毒|窒息|熏倒|一氧化碳'],
  ['触电', '触电|电击'],
  ['高处坠落', '高处坠落|高坠|坠落|摔下|坠楼|跌落|从[^,。]{1,8}(?:掉|摔|跌)'],
  ['机械伤害', '机械伤害|卷入|绞伤|夹伤|轧伤'],
  ['物体打击', '物体打击|砸中|砸伤|砸到'],
  ['踩踏', '踩踏'],
  ['群体性事件', '群体性|聚集|群访|上访|讨薪|堵路|械斗|围堵'],
  [
    '险情',
    '滑坡|泥石流|山洪|管涌|溃坝|溃口|溃堤|决口|决堤|透水|垮坝|崩岸|塌岸|漫堤|漫坝|漫顶|内涝|倒灌|渗水|渗漏|脱坡|落石|滚石|险情|被困|困人|困在|裂缝|开裂|涨水|漫水|超警',
  ],
];
const TYPES = new Map(KINDS.map(([type], index) => [index + 1, type]));
const ANY = gated(new RegExp(KINDS.map(([, words]) => `(${words})`).join('|'), 'g'));

export interface Mishap {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** What happened, in a stretch of text; undefined where no word for it is said. 防火, 消防, 爆炸物品 and 烟花爆竹 are none. */
export function mishapIn(text: string, start = 0): Mishap | undefined {
  let vague: Mishap | undefined;
  for (const match of matchesOf(ANY, text.slice(start))) {
    const group = match.slice(1).findIndex((word) => word !== undefined) + 1;
    const from = start + match.index;
    const found = { type: TYPES.get(group)!, from, to: from + match[0].length };
    if (NO_EVENT.test(text.slice(found.to, found.to + 3)) || AGAINST.test(text.slice(Math.max(0, from - 4), from)))
      continue;
    if (found.type !== '险情') return found;
    vague ??= found;
  }
  return vague;
}

const NO_EVENT = gated(
  /^(?:[点沟区]|隐患点|地段|路段|易发|损失|原因|统计|调查|责任|预防|案|的(?:路段|照片|情况|消防|损失|原因)|物品|危险|风险|防控|防范|隐患|器材|报警|事故?预防|极限|性|应急)/,
);
const AGAINST = gated(/(?:防|防止|防范|预防|严防|避免|杜绝|森林|易|可能)$/);

const N = '[\\d一二两三四五六七八九十百多数几]{1,4}';
/** 未造成人员伤亡, 无人受伤, 人都没事. */
const NONE =
  /(?:无|没有?|未|暂无|尚无|暂未|尚未|零|不存在|没得)(?:造成|发现|发生|出现|接到|接报|有|任何|报告|收到)*(?:人员|人)*(?:的)?(?:伤亡|死亡|受伤|死伤|被困|失联|遇难|伤)(?:报告|情况)?(?:[和、或及](?:死亡|受伤|被困|失联|伤亡))*|人员?(?:全|都|均|已)*(?:没事|无恙|安全|平安|无碍|安全撤离|撤离|疏散)|(?:全部|均|都|已全部)(?:已)?(?:救出|获救|脱险|脱困|安全|无恙|平安)(?!后)|零伤亡|伤亡(?:为)?[:0零无]+/g;
/** 人员伤亡待核实, 伤亡不明: nobody knows yet. */
const UNKNOWN = gated(
  /(?:人员)?(?:伤亡|死伤|受伤)(?:人数|情况|人员|数)*(?:还|暂|尚|目前|正在|仍|待|有待|在)*(?:不明|不清|不详|未知|待[核查]|核实|核查|了解|统计|不知道|不好说|没统计|待定)|(?:是否|有没有|有无)[^,。;]{0,6}(?:伤亡|受伤|被困|死亡)[^,。;]{0,6}/g,
);
const SOME = gated(
  new RegExp(
    `${N}[人名个位][^,。;\\d]{0,8}?(?:死|伤|亡|遇难|被[埋困压砸卡夹]|[卡困压埋夹堵](?:在|住)|失联|失踪|昏迷|中毒|溺|烧伤|送医|住院|抢救|不适|腹泻|呕吐|发热|没了|坠|落水|触电|遇险)|(?:死|伤|亡|遇难|轻伤|重伤|受伤|失联|失踪|被[埋困压])[了亡者员:]{0,2}\\s?${N}[人名个位]?|(?:压|砸|埋|困|撞)(?:住|到|倒|伤|死|了|中){1,2}[^,。;\\d]{0,3}${N}?[个名人位]|有人[^,。;]{0,4}(?:被[埋困压砸卡夹]|受伤|伤|亡|死|失联|失踪|昏迷|落水|中毒|没出来|没跑出来|流血)|人被[埋困压砸卡夹]|(?:工人|司机|驾驶员|群众|村民|学生|老人|孩子|小孩|儿童|员工|乘客|人员?)[^,。;]{0,6}(?:被[埋困压砸卡夹]|受伤|死亡|身亡|遇难|失联|失踪|昏迷|溺亡|溺水|落水|中毒|坠|触电|烧伤|送医)|(?:轻|重|擦|摔|烧|砸|撞|炸|扭|挫|割)伤(?![口情疤])|不治|身亡|送医|送[往到]?[\\u4e00-\\u9fa5]{0,5}?医院|死者|骨折|截肢`,
  ),
);

/** Whether people came to harm; undefined where the text does not say, or says that it is not known. */
export function casualtiesIn({ text }: Heard): boolean | undefined {
  if (!/[伤亡死被困失遇送没平安昏溺中毒不坠落触压砸埋撞]/.test(text)) return undefined;
  const rest = UNKNOWN.replaceIn(text, ' ').replace(NONE, ' ');
  if (SOME.test(rest)) return true;
  NONE.lastIndex = 0;
  const none = NONE.test(UNKNOWN.replaceIn(text, ' '));
  NONE.lastIndex = 0;
  return none ? false : undefined;
}
