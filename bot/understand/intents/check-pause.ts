import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

const NAMED = gated(/抽查|点名/);
const PAUSES =
  /(?:暂停|停止|先停|先不|暂不|免去|不要再?|别再?)[^,。;]{0,12}(?:抽查|点名)|(?:抽查|点名)[^,。;]{0,4}(?:暂停|先停|停一停|停一下|停掉)/;
const RESUMES = /(?:恢复|继续|重新开始)[^,。;]{0,12}(?:抽查|点名)|(?:抽查|点名)[^,。;]{0,4}(?:恢复|继续)/;
/** Inspections of sites are called so too. */
const OF_SITES =
  /抽查(?:检查|组|企业|商户|点位|现场|结果|通报|比例|样品|\d+[家处个])|(?:产品|质量|食品|企业|商户|作业|现场|执法)抽查/;

/** 石桥乡有事件处置，暂停抽查; 恢复抽查 石桥乡: unannounced check-ins of one unit, for as long as it has its hands full. */
export const checkPause: IntentReader = reading([NAMED], (heard) => {
  const { text, whole, numbers, question, orders } = heard;
  if (!isForBot(heard) || question || orders || numbers.length > 0 || whole.length > 80) return undefined;
  const resumes = RESUMES.test(text);
  if ((!resumes && !PAUSES.test(text)) || OF_SITES.test(text)) return undefined;
  const unit = unitNamed(heard, ({ known }) => known);
  return { intent: 'pause_checks', approve: !resumes, ...(unit && { unit: unitWords(heard, unit) }) };
});
