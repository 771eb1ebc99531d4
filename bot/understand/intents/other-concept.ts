import type { IntentReader } from './reader.ts';

/** Openings that belong to duty, hazards, notices, incidents and papers: never an order, an answer or a report on a task. */
const CONCEPT =
  /^[\s,。]*(?:隐患|重大隐患|一般隐患|事故|事件|续报|终报|首报|核实|通知|发通知|告知|叫应|再提醒|解除|换班|代班|替班|值班表|今天谁值班|谁值班|接班|交班|在岗|平安|点名|抽查|记录|督办|挂牌|摘牌|整改\s?H|验收\s?H|登记|不登记|提请|讲话转任务|会议部署|周报|月报|台账$|导出|图表|日历|重点时段|调整节假日|试运行|转正式|停用|免打扰)/;
/** 下周四白班请许静代一下. */
const SWAP = /(?:白班|夜班|早班|晚班|值班|带班)[^,。;]{0,6}(?:请|让|由|找)[^,。;]{2,6}(?:代|替|顶)/;

/** Said to the bot, about something this reader does not know. */
export const otherConcept: IntentReader = (heard) => {
  if (!heard.input.addressed || !(CONCEPT.test(heard.text) || SWAP.test(heard.text))) return undefined;
  return { intent: 'unknown', text: heard.whole };
};
