import { isForBot } from '../duty/telling.ts';
import { unitSaid } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { openingOf } from '../opening.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 平安, 无事, 一切正常, 今日无情况; not 平安夜, 无事故责任 or 平安保险. */
const CLEAR = gated(
  /平安(?![夜扣符果保银险卡金证信健家里大路街镇乡村道回抵到度归返建创校县区])|无事(?![故先可生业项件])|(?:无|没有?|未发生|未出现|未接到?|未收到|没得|零)(?:任何|什么|啥|其他|特殊|突发|重大|安全|生产|火灾|群众|重要|相关|新增|重要情况)*(?:异常|情况|警情|险情|灾情|火情|汛情|疫情|雪情|旱情|灾害|纠纷|来访|信访|求助|事故|事件|突发|来电|问题|事情|事(?![业项先])|报警|投诉|舆情|接报|信息)|一切(?:都|均)?(?:正常|如常|照常|安好|平稳|平安|顺利|都?好)|(?:情况|运行|秩序|值班|各项|均|都|全部|总体|辖区|今日|今天|本日|社会)[^,。;]{0,6}?(?:正常|平稳|稳定|安好|太平)|太平|安然无恙|安全无事|无恙|(?:全[乡镇区县市街村]|辖区|均|都|一切|整体|总体)安全(?=$|[\s,。;!])|^正常|没啥|没什么事|ping\s?an|ping安|平an|(?:^|[:\s,])无[。!\s]*$|无异|零报告(?!\s*(?:已|还|没|未|制))|安全稳定/,
);
/** 平安，就是…; 除一起警情外: something is told after all. */
const STRONG =
  /平安(?![夜扣符])|无事(?!故)|一切(?:都|均)?(?:正常|如常|照常|安好|平稳|平安|都?好)|无(?:异常|突发)|太平|ping\s?an|ping安|平an/i;
/** 今天检查3家: what is done every day, before 一切正常. */
const USUAL =
  /^(?:都|还|挺|蛮)好|检查|巡查|巡逻|巡护|值班|在岗|天气|晴|阴|雨|带班|路面|水位|雨量|雨情|水情|汛情|火情|气温/;
const EXCEPT =
  /但是?|不过|只是|就是|除了?[^,。;]{1,16}外|除[^,。;]{1,12}(?:以外|之外|其他|其余)|另有?|(?:发生|接到|接报|出现|处置|收到|出警|有)(?:了)?(?:群众|一|两|几|[\d二三四五六七八九十])[^无零,。;]{0,14}|[1-9一二两三四五六七八九十]\s?(?:起|宗)(?!.{0,2}无)|受伤|死亡|被困|起火|冒烟|塌|漏|求助|纠纷|打架|停电|断电|跳闸|积水|吵|投诉了|反映/;
const HOPED = /快乐|祝|愿|希望|保佑|但愿|一路|岁岁|出入|求(?!助|援|救)|早日|注意|确保|保|永远|年年/;
const LABEL = gated(
  /^[\s,。]*(?:更正|补充)?[\s:,]*(?:\d{1,2}月\d{1,2}[日号]|[今昨][日天])?的?(?:零报告|日报告|平安报告|报平安|每日零报告)(?:更正|补充|情况(?=[\s:,]))?(?:[\s:,]|$)/,
);
/** 更正：…; 更正 时限 is about an order. */
const CORRECTION =
  /^[\s,。]*更正[\s:,]+(?!\S{0,2}(?:时限|期限|时间|日期|截止|承办|责任|要求|牵头|配合|内容|标题|名称))/;
/** 收到, 马上报, 稍等: no report yet. */
const NO_REPORT =
  /^(?:收到|好的?|行|嗯|ok|明白|知道了|谢谢|辛苦)|^(?:零报告)?(?:我们?)?已经?上?报[了过]?$|马上|稍后|等下|等会|一会儿?|待会|正在(?:统计|汇总|核实)|还没|催|别催|忘了|延/i;

/** 接班，一切正常 and 交班 无 are about the shift, 没问题，通过 rules on something, 马上报平安 is still to come. */
const NOT_YET_OR_ELSE =
  /接班|交班|马上|稍后|等下|等会|待会|通过|同意|批准|销号|确认|没问题[,，\s]*(?:可以|行|发|就这)|的(?:都|也)?没(?:什么|啥)?问题/;

/** 平安 and its kind, said in answer to the daily question or to the bot. `text` is the whole report. */
export const zeroReport: IntentReader = reading(
  [LABEL, CLEAR],
  (heard) => {
    const { text, expects } = heard;
    const asked = expects.has('zero_report');
    if (asked && quotesIt(heard) && NO_REPORT.test(heard.whole)) return { intent: 'unknown', text: heard.whole };
    const label = labelIn(heard);
    if (!label && NOT_YET_OR_ELSE.test(text)) return undefined;
    if (!asked && !label && !CLEAR.test(text)) return undefined;
    if (!label && askedLast(heard) === 'handover' && !(asked && BARE.test(heard.whole))) return undefined;
    if (!(asked || isForBot(heard) || (label && !heard.input.quote)) || !answers(heard)) return undefined;
    const said = text.slice(label);
    const clear = CLEAR.test(said) || (label > 0 && said.trim() === '');
    if (!clear && !(label && text.length > label + 2)) return undefined;
    if (!asked && !label && (heard.input.quote || !isBare(heard))) return undefined;
    return report(heard, (label > 0 && said.trim() === '') || (clear && isAllClear(said)));
  },
  'zero_report',
);

/** Where the label ends that a report begins with, 零报告：, 青山镇1月24日零报告 …; 0 without one. */
function labelIn(heard: Heard): number {
  const found = LABEL.exec(heard.text);
  if (found) return found[0].length;
  const { unit, numbers, next } = openingOf(heard);
  const after = unit && numbers.length === 0 ? LABEL.exec(heard.text.slice(next)) : null;
  return after ? next + after[0].length : 0;
}

/** 收到 to the question itself has received no task. */
function quotesIt({ input: { quote } }: Heard): boolean {
  return quote?.mine === true && quote.text.includes('零报告');
}

/** 平安 alone is the report, whatever else is waited for. */
const BARE = /^(?:今[日天])?(?:报)?平安(?:无事)?$/;

/** 更正 平安 at any time; what else is corrected is the report where that was asked for last, and may be anything elsewhere. */
export const zeroCorrection: IntentReader = reading([CORRECTION], (heard) => {
  const { text, expects } = heard;
  const found = CORRECTION.exec(text);
  if (!found || !isForBot(heard) || !answers(heard)) return undefined;
  const said = text.slice(found[0].length);
  const clear = CLEAR.test(said);
  if (!clear && ([...expects][0] !== 'zero_report' || said.trim() === '')) return undefined;
  return report(heard, clear && isAllClear(said));
});

/** 无 answers what was asked last: what there is to report, or what is left for the next shift. */
function askedLast({ expects }: Heard) {
  return [...expects].find((kind) => kind === 'zero_report' || kind === 'handover');
}

/** 一切正常 wherever it stands; 人没事 only where nothing was told before it. */
function isAllClear(said: string): boolean {
  if (EXCEPT.test(said)) return false;
  if (STRONG.test(said)) return true;
  const first = /^[^,。;]*/.exec(said)![0];
  return CLEAR.test(first) || USUAL.test(first);
}

/**
 * Anything else that is told in answer to the daily question is what there is to report: where it is quoted, and in private where it is
 * what was asked last and free words are waited for.
 */
export const situation: IntentReader = (heard) => {
  const { input, expects, whole } = heard;
  const isLast = !input.quote && !input.inRoom && expects.has('text') && [...expects][0] === 'zero_report';
  const asked = expects.has('zero_report') && (input.quote?.mine === true || isLast);
  if (!asked || !answers(heard) || whole.length < 3) return undefined;
  if (NO_REPORT.test(whole)) return isLast ? { intent: 'unknown', text: whole } : undefined;
  return report(heard, false);
};

function answers(heard: Heard): boolean {
  const asks = /[?]|[吗么][\s。]*$|有没有|有无|是否|是不是|谁|呢[\s。]*$|几点|什么时候|怎么报|报给谁|哪里报|报哪/.test(
    heard.text,
  );
  return !asks && heard.numbers.length === 0 && !heard.orders && !HOPED.test(heard.text);
}

/** Said without being asked, it must be the report itself and no remark about something else. */
function isBare(heard: Heard): boolean {
  const rest = heard.text.slice(openingOf(heard).next);
  return (
    heard.whole.length <= 40 &&
    /^[\s,。]*(?:\d{1,2}月\d{1,2}[日号]|今[日天晚早]|昨[日晚天夜]|本[日班]|截至|目前|当前|辖区|全[镇乡区县]|各[村项]|我[们镇乡]|报|一切|值班|夜间|白天|[\u4e00-\u9fa5]{0,3}(?:平安|无|没|正常|太平))/.test(
      rest,
    )
  );
}

function report(heard: Heard, allClear: boolean): Slots {
  const unit = unitSaid(heard);
  const text = heard
    .words({ from: 0, to: heard.text.length })
    .trim()
    .replace(/^[@＠]值守\s*/, '');
  return { intent: 'zero_report', ...(unit && { unit }), allClear, text };
}
