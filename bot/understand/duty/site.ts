import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../span.ts';

const SITE =
  '收费站|服务区|高速(?:出|入)?口|匝道|政府|村道|村口|公司|集团|厂区|厂房|厂|车间|仓库|库房|仓储|物流|工地|项目部?|标段|矿区|煤矿|矿山|采石场|码头|渡口|港区|[车货油水粮泵]站|加油站|加气站|液化气站|变电站|电站|[粮冷油水金]库|大坝|堤坝|河堤|河段|堤段|山塘|鱼塘|水塘|池塘|村委会|村|[一二三四五六七八九十\\d]组|屯|寨|社区|小区|家属院|家属楼|大院|大厦|大楼|教学楼|办公楼|宿舍楼|宿舍|综合楼|居民楼|广场|商场|超市|市场|商城|商铺|商店|门店|门面|饭店|餐馆|餐厅|酒店|宾馆|旅馆|民宿|网吧|KTV|歌厅|浴室|养老院|敬老院|福利院|医院|卫生院|卫生室|诊所|学校|小学|中学|中心校|完小|幼儿园|大学|学院|食堂|寺|庙|教堂|祠堂|大桥|桥|隧道|涵洞|路口|路段|公路|国道|省道|县道|乡道|高速|大道|(?<![线电管短水气油网道通铁])路(?!由|灯|面|基|牌)|街口|巷口|街|巷|胡同|弯道|后山|林场|林区|景区|公园|游乐园|游乐场|影院|药店|店|体育馆|图书馆|宾馆|馆|站|派出所|园区|基地|合作社|养殖场|养鸡场|猪场|屠宰场|作坊|地灾点|滑坡点|木业|家具|化工|纺织|建材|食品|机械|仓|坊|车棚|大棚|棚|窑|塔吊|[一二三四五六七八九十\\d]+号[楼院地]|[一二三四五六七八九十\\d]+单元|矿井|水井|机井|库|场(?!景|所|面)|院|塘|园(?![长丁林])|喷漆房|配电[房室]|锅炉房|机房|泵房|泵站|库区|储罐区|罐区|线(?=[A-Z\\u4e00-\\u9fa5]{1,4}段)|[\\u4e00-\\u9fa5]段(?=[\\s,。]|有|发|一|两|货|车|山)';
const WHERE =
  '(?:[一二三四五六七八九十\\d]+(?:栋|幢|号楼|单元|室|号)(?!线|人|机组)|厨房|后厨|走廊|阳台|卫生间|电梯|楼梯|[东西南北]{1,2}[侧门面边头段角]?|附近|门口|门前|入口|出入口|旁边|旁|对面|里面|院内|内|楼顶|屋顶|[一二三四五六七八九十\\d]+[楼层]|负一[楼层]|地下室|地下车库|后院|前院|后门|正门|大门|楼道|楼梯间|[Kk]\\d+(?:\\+\\d+)?|处|(?<=隧道|矿井|井|桥|巷|街|村|厂|站|坡|涵洞)[进出洞]?口|下游|上游|桥下|桥头|(?<=[桥村街巷坝渡])头|旁侧)';
const SITES = gated(new RegExp(`(?:${SITE})${WHERE}{0,3}`, 'g'));
const PIECE = /[^\s,。;:!?、()]+/y;

/** Between a unit and its site. */
const GAP = /^\s{1,3}/;

/** Where the last site of a stretch ends, with 门口 or 二楼 behind it; undefined where no site is named. */
export function siteEnd(text: string, { from, to }: Span): number | undefined {
  let end: number | undefined;
  for (const match of matchesOf(SITES, text.slice(from, to))) {
    if (match.index > 0) end = from + match.index + match[0].length;
  }
  return end;
}

/** The next piece of text without a space or a mark in it. */
export function pieceAt(text: string, at: number): Span | undefined {
  PIECE.lastIndex = at;
  const match = PIECE.exec(text);
  return match ? { from: at, to: PIECE.lastIndex } : undefined;
}

/** The unit that begins at a place in the text. */
export function unitAt({ names }: Heard, at: number) {
  return names.find((name) => name.kind === 'unit' && name.from === at);
}

/** Where in a piece what is told begins; `behindPlace` where only a place can stand before it: …发生火灾, …03:00起火. */
interface Told {
  readonly at: number;
  readonly behindPlace?: boolean;
}

/**
 * The place that a report begins with, unit and site as written: 青山镇 宏达木业, 高铺镇新桥工地. What is told begins, at the latest,
 * where `told` says for a piece of text. Undefined where the report names no place.
 */
export function placeAt(heard: Heard, from: number, told: (piece: Span) => Told | undefined): Span | undefined {
  const { text } = heard;
  let to: number | undefined;
  for (let at = from, pieces = 0; pieces < 3; pieces++) {
    const piece = pieceAt(text, at);
    if (!piece) break;
    const begins = told(piece);
    const end = begins?.at;
    const unit = unitAt(heard, at);
    if (begins?.behindPlace && begins.at - at >= 2) return placed(from, begins.at);
    const site = siteBehind(text, at, unit?.to, end ?? piece.to) ?? toponymEnd(text, at, end);
    if (end !== undefined) return placed(from, site ?? (unit && unit.to <= end ? unit.to : undefined) ?? to);
    const alone = unit?.to === piece.to;
    const more = text.slice(piece.to).trim() !== '';
    if (!more && to === undefined) return undefined;
    if (!more || (!alone && site === undefined && to !== undefined)) break;
    to = piece.to;
    const gap = GAP.exec(text.slice(to));
    if (!alone || !gap) break;
    at = to + gap[0].length;
  }
  return placed(from, to);
}

/** The 桥 of 石桥乡 is no bridge: where a unit begins the piece, its site comes behind it. */
function siteBehind(text: string, at: number, unitEnd: number | undefined, to: number): number | undefined {
  if (unitEnd === undefined || unitEnd > to) return siteEnd(text, { from: at, to });
  return siteEnd(text, { from: unitEnd - 1, to });
}

/** 松岭镇盘山道7公里处, 石桥乡老鹰沟: places that end like a name on the map. */
function toponymEnd(text: string, from: number, end: number | undefined): number | undefined {
  const fits =
    end !== undefined &&
    end - from >= 3 &&
    /[处段边旁道弯坡沟滩坎垭湾坪岭冲岗洞区河溪江湖]$|(?<![出进])口$/.test(text.slice(from, end));
  return fits ? end : undefined;
}

function placed(from: number, to: number | undefined): Span | undefined {
  return to !== undefined && to > from ? { from, to } : undefined;
}
