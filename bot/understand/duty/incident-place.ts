import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import type { Mishap } from './mishap.ts';
import { pieceAt, placeAt, siteEnd, unitAt } from './site.ts';

/** Where the report of what happened begins, apart from the words for it. */
const BEGINS =
  /疑似|发生|突发|出现|刚刚?|正在|有[人一两几\d]|一[辆台名人座栋处家男女]|约\d|[男女]子|老人|村民|群众|居民|学生|小孩|两[辆台名人车]|[\d一二两三四五六七八九十]+[辆人名车]|凌晨|今天|今早|今晨|昨晚|昨天|现场|目前|工人|司机|脚手架|窑顶|屋顶|楼板|围墙|墙体|顶棚|顶板|外墙|天花板|挡墙|护坡|缆车|山体|边坡|路基|管道|储罐|锅炉|煤气罐|液化气罐|槽罐车|(?:[货轿客罐挂皮]|渣土|泥头|农用|面包|公交|出租|水泥|油|叉|铲)车|皮卡|中巴|大巴|校车|半挂|渔船|摩托车|三轮车|电动车|拖拉机|塔吊|吊车|挖机|过火|被[埋困压]|无人|未造成|已|续报|首报|终报|的?(?:事故|事件)/g;

const FILLER = /[\s,。:;在于约左右许]/y;

/** Where the report begins behind the times that stand in front of it. */
export function skipTimes({ text, told }: Heard, from: number): number {
  for (let at = from; ; ) {
    const time = told.times.find((found) => found.from === at) ?? told.troubles.find((found) => found.from === at);
    FILLER.lastIndex = at;
    const next = time?.to ?? (FILLER.test(text) ? FILLER.lastIndex : at);
    if (next === at) return at;
    at = next;
  }
}

const HAPPENED = /^(?:发生|突发|出现)/;

/** The place at the front of the report, up to the time, the event or the first mark. */
export function placeOf(heard: Heard, from: number, mishap: Mishap | undefined, labelled: boolean): Span | undefined {
  const { text, told } = heard;
  const when = told.times.find((time) => time.from > from)?.from;
  const place = placeAt(heard, from, (piece) => {
    const begins = [...text.slice(piece.from, piece.to).matchAll(BEGINS)].find(
      ({ index }) => index > 0 || piece.from > from,
    );
    const word = begins && piece.from + begins.index;
    const ends = [when, mishap?.from, word].flatMap((end) =>
      end !== undefined && end >= piece.from && end < piece.to ? [end] : [],
    );
    if (ends.length === 0) return undefined;
    const at = Math.min(...ends);
    return { at, behindPlace: at === when || (at === word && HAPPENED.test(begins![0])) };
  });
  const first = pieceAt(text, from);
  const named = place && (labelled || (first && first.to > place.to) || isSite(heard, place));
  if (named) return place;
  const later = first && mentionedSite(heard, first.to);
  if (later || !labelled) return later;
  const end = Math.min(...[when, mishap?.from].flatMap((at) => (at !== undefined && at > from ? [at] : [])), from + 20);
  const bare = /^[\u4e00-\u9fa5A-Za-z\d]{2,16}$/.test(text.slice(from, end)) && end < from + 20;
  if (SUBJECT.test(text.slice(from, end))) return undefined;
  return bare && !/^(?:有|被|现|已|目前|刚|疑似|发生|正在|一|两|\d)/.test(text.slice(from, end))
    ? { from, to: end }
    : undefined;
}

/** 天然气泄漏, 森林火灾: what it is about, and not where. */
const SUBJECT =
  /(?:[油醇氨氯酸碱]|[然化煤燃氨氯]气|危化品)$|^(?:森林|山体|道路|房屋|交通|食物|人员|群众|车辆|建筑|工地|安全|生产)$/;

function isSite(heard: Heard, place: Span): boolean {
  return unitAt(heard, place.from) !== undefined || siteEnd(heard.text, place) !== undefined;
}

/** 伤者已转院: no place. */
const TELLS = /[已被了者均正送转在救无有]/;

/** 一氧化碳中毒，青山镇沿河村3组，…: a later piece that is nothing but a place. */
function mentionedSite(heard: Heard, from: number): Span | undefined {
  const { text } = heard;
  for (let at = from, pieces = 0; pieces < 3; pieces++) {
    at += /^[^\u4e00-\u9fa5A-Za-z\d]*/.exec(text.slice(at))![0].length;
    const piece = pieceAt(text, at);
    if (!piece) return undefined;
    const unit = unitAt(heard, at);
    if (TELLS.test(text.slice(piece.from, piece.to))) return undefined;
    if (siteEnd(text, piece) === piece.to || (unit && unit.to === piece.to)) return piece;
    at = piece.to;
  }
  return undefined;
}
