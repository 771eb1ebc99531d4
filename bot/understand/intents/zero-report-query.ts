import { daysSaid } from '../duty/days-said.ts';
import { isForBot } from '../duty/telling.ts';
import { type IntentReader, reading } from './reader.ts';

/** Longer texts tell something. */
const MOST = 24;
const TOPIC = /零报告|报(?:了)?平安|平安报/;
/** 零报告情况, 谁没报平安, 零报告报齐了吗, 看一下零报告; not 零报告情况：一切正常. */
const LOOKS =
  /(?:情况|进度|结果|汇总|统计|名单)(?:如何|怎么?样|呢|表)?[\s?。]*$|谁|哪[些几家个]|几家|多少|齐了?(?:吗|没有?|么)?[\s?。]*$|怎么?样|^(?:请|帮我|帮忙|给我)*(?:查|看)/;

/** How the reports of a day stand. */
export const zeroReportQuery: IntentReader = reading([TOPIC], (heard) => {
  const { text, whole, numbers, orders } = heard;
  if (whole.length > MOST || numbers.length > 0 || orders || !isForBot(heard)) return undefined;
  if (!TOPIC.test(text) || !LOOKS.test(text)) return undefined;
  const [day] = daysSaid(heard);
  return { intent: 'query', what: 'zero_reports', ...(day && day.first === day.last && { date: day.first }) };
});
