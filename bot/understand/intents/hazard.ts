import { placeAt, siteEnd, unitAt } from '../duty/site.ts';
import { isForBot, isOnlyTold, wordsIn } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { numbered } from '../order/items.ts';
import type { Span } from '../span.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 隐患 …, 重大隐患：…, 报个隐患，…, 发现一处消防隐患：…. What 排查, 整改 and 台账 make of the word is no report. */
const LABEL =
  /^[\s,。【[]*(?:[@＠]\S{1,8}\s)?(?:您好,?|你好,?|在吗,?|报告,?|这里|又|再|现|刚才?|今天|随手拍|巡查|检查|排查|群众|村民|我们?|要|想)*(?:帮我|请|麻烦)?(?:上?报|反映|反馈|登记|录入|新增|记|发现|查出|查到|查见|排查出|有|是)*(?:了|到|上|下|一下)?(?:[一1两二三四五六七八九十\d]*[个处条起项])?(?:新的?|的)?(重大|一般|较大|严重)?(?:的)?(?:事故|安全|消防|火灾|用电|用气|燃气|生产|交通|地灾|地质|施工|房屋|食品|环保)*隐患(?:登记|上报|报告|情况|线索|一[处个条]|[点1])?(?![排整治台清数销闭提挂摘通辨曝核复举督就事图案库不消])(?:\((重大|一般|[^()]{1,8})\))?[\s:,。—\-【】\]]*/;
/** 宏达木业检查发现重大隐患：…, 青山镇上报隐患：…. */
const INNER =
  /(?:检查|排查|巡查|抽查|暗访)?(?:时)?(?:发现|查出|查到|存在|上报|报|有)?(?:了|[一1\d]?[处个条])?(重大|一般|较大)?(?:事故|安全|消防|火灾|用电|用气|燃气|生产|交通|地灾|地质|施工|房屋|食品|环保)*隐患(?:[一二三四五六七八九十\d]{1,3}[处个条])?\s?[:,\n]/;
/** …，登记一个隐患, 请登记为重大隐患. */
const LAST =
  /[\s,。;](?:请|帮我?|麻烦|先|给)*(?:把这个)?(?:登记|记录?|报|录入|上报)(?:一下|为|成|一?[个条处])*(重大|一般)?(?:安全|消防)?隐患(?:台账)?(?:吧|一下|里)?[\s。!]*$/;
/** 隐患3处, 隐患23条已整改: figures of an inspection. */
const FIGURES = /隐患\s?[\d一二三四五六七八九十百]{1,4}\s?[处个条起项]/;
/** 刚检查发现…有重大隐患：. */
const FOUND_BY = /^[\s,。]*(?:我们?|刚才?|今天|上午|下午|巡查|检查|排查|抽查|暗访|发现|查出|查到|时)*/;
const CLOSED = gated(/(?:已|全部|都|均)[^,。;]{0,6}(?:整改|清零|销号|闭环|治理|消除)/);
/** What is wrong begins here: …被占用, …未设, …压着, 查出…. */
const WRONG =
  /(?:消防|安全|用电|燃气|环保|管理|结构|突出)?问题(?=[一二两三四五六七八九十\d几多]|[\s:,]|$)|检查发现|存在|发现|查出|查到|检查出|有(?!限)|无|没|未|缺|不(?!锈钢)|被|堵|堆(?!场)|占|(?<![高低液变气血水减稳油电])压(?![力缩滤铸])|乱|破[损裂洞了]|损坏|损毁|老化|失效|过期|锁|违|私[拉接搭自]|擅自|裸露|外露|松动|松脱|脱落|开裂|裂[缝开纹]|裂了|(?<!防)漏(?!电保护|斗)|泄漏|坏|断[裂了开]|塌|倒[塌伏了灌]|积[水尘灰油雪满压]|遮|挡(?![墙土水板鼠])|超[载期限高员量时标过储速]|与|和(?=宿舍|住|生活|办公|厨房)|住人|停放|停满|充电(?![桩站棚柜区])|冒|渗|锈|腐蚀|掉|歪|倾斜|失灵|故障|短路|混[放存用住装堆]|敞|放[在着了]|使用|悬|散落|阻|封[堵闭死]|搭建|下沉|沉降|变形|鼓包|空鼓|松了|晃|吸烟|动火|三合一|多合一|用[明铁铜]|拆[了除]|关[了闭]|太|过[高低大小窄密]|同一栋|一地/g;
/** 查出 itself is not part of what is wrong. */
const FOUND = gated(/^(?:检查)?(?:时)?(?:存在|发现|查出|查到|检查出|有)(?:了|着)?(?:以下|如下|下列)?(?:的)?(?=.)/);
const PLACE_LABEL = gated(/^(?:(?:地点|位置|单位|场所|地址|在|位于|就在|是)[:是为]?\s?)/);
const SEVERE = gated(/^[\s,]*(?:级别|等级|定级|属于?|为|定为)?[:为是]?\s?(重大|一般)(?:隐患|级)?[,。;\s]/);

/** …堵了两个消防门 重大. */
const SEVERE_LAST = gated(/[\s,。;(](?:(?:建议)?(?:定级?为?|属于?|算|是|级别)[:\s]?)?(重大|一般)(?:隐患|级)?[\s。)]*$/);
const OTHER = gated(/^[\s,。]*(?:事故|事件|险情|突发|续报|首报|终报|通知|发通知|告知|交班|换班)(?=[\s:,])/);

/** A hazard to be registered: where, what, and how severe where that is said. To look hazards up, or to talk of them, is none. */
export const hazard: IntentReader = reading([/隐患/], (heard) => {
  const { text, input } = heard;
  if (!text.includes('隐患')) return undefined;
  const label = LABEL.exec(text);
  const forBot = isForBot(heard);
  if (!forBot && (input.quote || !label || !/[:\s]$/.test(label[0]))) return undefined;
  if (OTHER.test(text) || heard.numbers.some(({ from }) => from < 4) || heard.question || isFigures(heard))
    return undefined;
  const body = label ? label[0].length : 0;
  if (label && !/[\s:,。—\-】\])]$/.test(label[0]) && !unitAt(heard, body)) return undefined;
  if (!label) return forBot && !isOnlyTold(heard) && !heard.expects.has('report') ? unlabelled(heard) : undefined;
  if (/听说|据说|隔壁/.test(text)) return undefined;
  const severe = SEVERE.exec(text.slice(label[0].length));
  const last = SEVERE_LAST.exec(text);
  const from = label[0].length + (severe?.[0].length ?? 0);
  return registered(
    heard,
    { from, to: last?.index ?? text.length },
    severe?.[1] ?? last?.[1] ?? grade(label[2]) ?? label[1],
  );
});

function isFigures({ text, expects }: Heard): boolean {
  return (
    (FIGURES.test(text) && !/[:①]|\n|1[.、]/.test(text)) ||
    (expects.has('report') && !/^\S{0,4}隐患[\s:]/.test(text)) ||
    CLOSED.test(text)
  );
}

/** The label stands behind the place, or behind everything. */
function unlabelled(heard: Heard): Slots | undefined {
  const { text } = heard;
  if (heard.orders || /^[\s,]*(?:请|各|务必|要求|通知|关于)/.test(text)) return undefined;
  const inner = INNER.exec(text);
  if (inner && inner.index > 1 && inner.index <= 24) {
    const lead = FOUND_BY.exec(text)![0].length;
    const place = wordsIn(heard, lead, inner.index);
    const sited = unitAt(heard, lead) ?? siteEnd(text, { from: lead, to: inner.index });
    if (!place || !sited) return undefined;
    const from = inner.index + inner[0].length;
    return slots(heard, place, { from, to: text.length }, inner[1]);
  }
  const last = LAST.exec(text);
  return last ? registered(heard, { from: 0, to: last.index }, last[1]) : undefined;
}

function registered(heard: Heard, body: Span, level: string | undefined): Slots | undefined {
  const { text } = heard;
  const from =
    body.from +
    (PLACE_LABEL.exec(text.slice(body.from, body.to))?.[0].length ?? text.slice(body.from, body.to).search(/\S|$/));
  const place = placeAt(heard, from, (piece) => toldFrom(wrongIn(text, piece)));
  return slots(heard, place && heard.words(place), { from: place?.to ?? from, to: body.to }, level);
}

function slots(heard: Heard, place: string | undefined, rest: Span, level: string | undefined): Slots | undefined {
  const list = numbered(heard, rest);
  const head = list ? list.head : rest;
  const skip = FOUND.exec(heard.text.slice(head.from, head.to))?.[0].length ?? 0;
  const description = wordsIn(heard, head.from + skip, head.to);
  if (!list && !place && description !== undefined && isOnlyNamed(heard, head.from + skip)) return undefined;
  const items = list?.items.flatMap(({ from, to }) => wordsIn(heard, from, to) ?? []);
  if (description === undefined && !items) return undefined;
  return {
    intent: 'hazard',
    ...(place && { place }),
    ...(description && !/^(?:如下|以下|有)$/.test(description) && { description }),
    ...levelSlot(level),
    ...(items && { items }),
  };
}

/** 隐患 青山镇: a name and nothing that is wrong there looks up what is registered. */
function isOnlyNamed(heard: Heard, from: number): boolean {
  const rest = heard.text.slice(from).replace(/[\s。,]+$/, '');
  const start = from + rest.length - rest.trimStart().length;
  const unit = unitAt(heard, start);
  const end = from + rest.length;
  if (unit && unit.to >= end - 2) return true;
  return (
    !/\s/.test(rest.trim()) &&
    rest.length <= 16 &&
    wrongIn(heard.text, { from: start, to: end }) === undefined &&
    siteEnd(heard.text, { from: start, to: end }) === end
  );
}

function grade(word: string | undefined): string | undefined {
  return word === '重大' || word === '一般' ? word : undefined;
}

function levelSlot(level: string | undefined): Partial<Slots> {
  if (level === '重大') return { level: 'major' };
  return level === '一般' ? { level: 'general' } : {};
}

function toldFrom(at: number | undefined) {
  return at === undefined ? undefined : { at };
}

/** Where in a piece of text the predicate of a hazard begins; a name comes before it. */
function wrongIn(text: string, { from, to }: Span): number | undefined {
  for (const match of text.slice(from, to).matchAll(WRONG)) {
    if (match.index > 0) return from + match.index;
  }
  return undefined;
}
