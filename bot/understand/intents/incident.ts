import { placeOf, skipTimes } from '../duty/incident-place.ts';
import { casualtiesIn, type Mishap, mishapIn } from '../duty/mishap.ts';
import { occurredOf } from '../duty/occurred.ts';
import { siteEnd } from '../duty/site.ts';
import { isForBot, isOnlyTold } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { numberOf } from '../numerals.ts';
import type { Span } from '../span.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 事故 …, 突发：…, 续报二：…, 首报, 紧急报告. */
const LABEL = gated(
  /^[\s,。【[]*(?:[Ee]\s?\d{3,5}[\s:,]*)?(?:(?:突发|安全|生产|火灾|紧急|交通)?(?:事故|事件|险情|警情|火情|火警|灾情|汛情|突发情况|突发状况|突发|火灾(?=[\s:])|爆炸(?=[\s:])|坍塌(?=[\s:])|泄漏(?=[\s:])|车祸(?=[\s:])|山火(?=[\s:])|溺水(?=[\s:]))(?:快报|速报|初报|首报|报告|信息|上报)?|紧急报告|紧急情况|信息快报|突发快报|快报|速报|首报|初报|终报|续报|补报|第\s?[一二两三四五六七八九十\d]{1,2}次续报)(?=[\s:,!】\]()\d一二两三四五六七八九十ENen第])[\s:,!】\]]*(?:[Ee]\s?\d{3,5}[\s:,]*)?/,
);
const N = '([一二两三四五六七八九十\\d]{1,3})';
/** 续报三, 续报(3), 第三次续报, 二次续报, 第2报. */
const FOLLOWUP = gated(
  new RegExp(
    `续报\\s?[(第:]{0,2}\\s?${N}(?![\\d一二三四五六七八九十]|[点时分月日号人])(?!(?<=\\d)[:.]\\d\\d(?![人名户台辆亩个栋]))[)次报期号]{0,2}|第\\s?${N}\\s?次?(?:续报|报(?![告警名送]))|${N}次续报`,
  ),
);
const STAGE = gated(/续报|终报|补报|首报/);
/** Said without a label: the words of somebody who reports. */
const HAPPENS = /发生|突发|刚|现在|正在|目前|[了]|[，,。 ]|有人|人被|被[困埋压砸]/;
/** 严防火灾, 开展…, 请各镇…: an order or a plan. */
const NO_REPORT =
  /^[\s,]*(?:叫应|告知|转告|转发|群发|广播|发[\u4e00-\u9fa5]{0,6}(?:通知|提醒|公告|预警)|给|请|各|务必|要求|通知|关于|开展|加强|严防|做好|防止|组织|把|由)|排查|整治|检查|部署|责任书|[把将](?=昨|前|这|那|上)|带队|牵头|配合|培训|台账|总结|方案|通报|工作会|预警/;
const HINT = gated(
  /事故|事件|险情|警情|火|突发|紧急|续报|首报|初报|终报|快报|速报|补报|灾情|炸|爆|泄|漏|塌|垮|倒|车|翻|撞|坠|落|溺|毒|触电|伤|死|困|滑坡|泥石流|洪|涌|溃|决|漫|涝|腹泻|呕吐|疫|窒息|冒烟|燃|裂|摔|砸|埋|压|聚|围|掉|跌/,
);

/** An accident or a dangerous situation that is happening, or a further report on one. Drills, lessons, hearsay and prevention are none. */
export const incident: IntentReader = reading([HINT], (heard) => {
  const { text, input } = heard;
  if (!HINT.test(text)) return undefined;
  const label = LABEL.exec(text);
  if (!label && text.includes('隐患')) return undefined;
  const followup = FOLLOWUP.exec(text.slice(0, 60));
  const stage =
    /^[^:,。;]{2,24}?(?:续报|终报|补报|首报)(?=[\s:(第一二三四五六七八九十\d]|$)/.exec(text)?.[0] ??
    (followup && followup.index <= 30 ? text.slice(0, followup.index + 1) : '');
  const named = stage !== '' && (mishapIn(stage) !== undefined || /事故|事件|险情|[火警灾汛]情/.test(stage));
  const forBot = isForBot(heard);
  if (!forBot && (input.quote || !(label || named))) return undefined;
  if (heard.numbers.some((number) => number.from < 4 && !number.no.startsWith('E') && !isRoad(text, number)))
    return undefined;
  if (isOnlyTold(heard) || heard.orders || (heard.question && !label)) return undefined;
  if (!label && !named && !isReport(heard)) return undefined;
  return slotsOf(heard, (label ?? GREETING.exec(text))?.[0].length ?? 0, followup, label !== null || named);
});

/** 省道S306线 is a road and no swap. */
function isRoad(text: string, { from, to }: Span): boolean {
  return /^[线段路高]/.test(text.slice(to, to + 1)) || /[省国县乡]道$/.test(text.slice(0, from));
}

/** 报告领导，: said before anything is reported. */
const GREETING = /^[\s,。]*(?:(?:紧急)?报告|报(?=:)|汇报|急报|各?位?领导|情况报告|快报)[\s,:!。]+/;

/** Something happened, at a place, at a time or to people; nobody orders, asks or plans. */
function isReport(heard: Heard): boolean {
  const { text } = heard;
  if (NO_REPORT.test(text) || heard.expects.has('report') || heard.negated) return false;
  if (!HAPPENS.test(text)) return false;
  const mishap = mishapIn(text);
  const harmed = casualtiesIn(heard);
  const sited =
    heard.names.some(({ kind }) => kind === 'unit') || siteEnd(text, { from: 0, to: text.length }) !== undefined;
  if (!mishap || !sited) return harmed === true && (mishap !== undefined || sited) && !isToCome(heard);
  return (mishap.type !== '险情' || harmed !== undefined || GRAVE.test(text)) && !isToCome(heard);
}

/** 瑞丰纸业事故续报: the place ends where the word for any mishap begins. */
function unnamed(text: string, start: number): Mishap | undefined {
  const word = /的?(?:安全|生产)?(?:事故|事件|险情|[火警灾汛]情)(?=续报|终报|补报|首报)/.exec(
    text.slice(start, start + 30),
  );
  return word ? { type: '', from: start + word.index, to: start + word.index + word[0].length } : undefined;
}

/** A crack is nothing yet; a slide is. */
const GRAVE = /发生|出现|突发|管涌|滑坡|山洪|泥石流|险情|溃|漫/;

/** What has a deadline, or a time that is still to come, is work that somebody hands out. */
function isToCome({ told, input }: Heard): boolean {
  return told.times.some(
    ({ read }) =>
      read.kind === 'deadline' || read.kind === 'recurrence' || (read.startAt !== undefined && read.startAt > input.at),
  );
}

function slotsOf(
  heard: Heard,
  labelEnd: number,
  followup: RegExpExecArray | null,
  labelled: boolean,
): Slots | undefined {
  const { text } = heard;
  const from = Math.max(labelEnd, followup && followup.index <= labelEnd ? followup.index + followup[0].length : 0);
  const start = skipTimes(heard, from);
  const mishap = mishapIn(text, start) ?? mishapIn(text);
  const place = placeOf(heard, start, mishap ?? unnamed(text, start), labelled);
  const occurredAt = occurredOf(heard, mishap, STAGE.test(text.slice(0, 40)));
  const casualties = casualtiesIn(heard);
  const nth = followup && numberOf((followup[1] ?? followup[2] ?? followup[3])!);
  const type = mishap?.type;
  const own = heard.numbers.find(({ no }) => no.startsWith('E'));
  if (!type && !place && !nth && casualties === undefined && !own) return undefined;
  return {
    intent: 'incident',
    ...(own && { task: own.no }),
    ...(place && { place: heard.words(place) }),
    ...(type && { type }),
    ...(occurredAt && { occurredAt }),
    ...(casualties !== undefined && { casualties }),
    ...(nth && { followup: nth }),
  };
}
