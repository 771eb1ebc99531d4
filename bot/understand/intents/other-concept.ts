import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

/** Openings that belong to papers, ledgers, lists and periods: never an order, an answer or a report on a task. */
const CONCEPT = gated(
  /^[\s,。]*(?:未销号|核实|再提醒|值班表|点名|抽查|记录|督办|挂牌|摘牌|提请|整改\s?H|验收\s?H|登记|不登记|讲话转任务|会议部署|周报|月报|台账$|导出|图表|日历|重点时段|调整节假日|试运行|转正式|停用|免打扰)|^[\s,。]*(?:(?:重大|一般)?隐患|事故|事件|险情|续报|终报|首报|通知|发通知|告知|叫应|换班|代班|替班|交班|解除|平安)(?=$|[\s:,。?])/,
);

/** Said to the bot, about something this reader does not know, or in a form nobody reads: somebody has to be asked. */
export const otherConcept: IntentReader = reading([CONCEPT], (heard) => {
  if (!heard.input.addressed || !CONCEPT.test(heard.text)) return undefined;
  return { intent: 'unknown', text: heard.whole };
});
