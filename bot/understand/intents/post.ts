import { personsNamed } from '../duty/people-said.ts';
import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

/** 我要离岗，吕刚顶一下; 离岗一会; 不离岗了. 石桥乡离岗 tells of somebody else. */
const LEAVES =
  /^[\s,。]*(?:报告|我|现在?|现因|因|有急事|马上|临时|得|要|需要?|想|申请|请示|必须|先|,|\s)*(?:离岗|离开(?:值班室|岗位|一下|一会)|脱开岗位)/;
const STAYS = /^[\s,。]*(?:我|现在?|已|,)*(?:不(?:用|要|再)?离岗了?|不用(?:来)?顶[岗班]?了|取消离岗|离岗取消)/;
const NAMED = /离岗|离开|脱开|顶/;

/** Somebody on duty wants to leave the post: who is to come, why. The command says who answers until then. */
export const leavePost: IntentReader = reading([NAMED], (heard) => {
  const { text, whole, input } = heard;
  if (!isForBot(heard) || heard.question || heard.numbers.length > 0 || whole.length > 80) return undefined;
  if (STAYS.test(text)) return { intent: 'leave_post', approve: false };
  if (!LEAVES.test(text)) return undefined;
  const comes = personsNamed(heard).find(({ from, to }) => text.slice(from, to) !== input.from);
  return { intent: 'leave_post', ...(comes && { with: heard.words(comes) }) };
});

/** 认定 石桥乡 记录在案 …; a hazard that is 认定为重大 is another matter. */
const RULES = gated(/^[\s,。]*认定(?!为|是|书|标准|[一二三四])[\s:,]*/);

export const ruleCheck: IntentReader = reading([RULES], (heard) => {
  if (!isForBot(heard) || heard.numbers.length > 0 || !RULES.test(heard.text)) return undefined;
  const unit = unitNamed(heard, ({ known }) => known);
  return { intent: 'rule_check', ...(unit && { unit: unitWords(heard, unit) }), text: heard.whole };
});

/** 说明 手机没电了: said to the bot in private by whoever was asked. */
const EXPLAINS = gated(/^[\s,。]*(?:情况)?说明(?=[\s:,]+\S)(?!书|会|一下|文字)/);

export const explainCheck: IntentReader = reading([EXPLAINS], (heard) => {
  if (heard.input.inRoom || !isForBot(heard) || heard.question || heard.numbers.length > 0) return undefined;
  return EXPLAINS.test(heard.text) ? { intent: 'explain_check', text: heard.whole } : undefined;
});
