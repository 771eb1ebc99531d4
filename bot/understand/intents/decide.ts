import { matterSlots, openingOf, remark } from '../opening.ts';
import type { IntentReader } from './reader.ts';

const NO = /^[\s,。]*(不同意|不批准|不予批准|不予同意|不准|驳回|否决)/;
const YES = /^[\s,。]*(同意|批准|准予(?!销号|通过)|准了)/;
/** Short words rule only while a ruling is waited for. */
const SHORT_NO = /^[\s,。]*(不行|不可以|不可|不能|不批)/;
const SHORT_YES = /^[\s,。]*(可以|行|没意见|准)(?=$|[\s,。;!])/;
/** What is ruled on, not why: 同意T0612延期至…, 同意换班. */
const MATTER = /^[\s,。:;、]*(?:(?:的)?(?:延期|顺延|换班|摘牌|挂牌|转办|销号|撤销|申请)[^,。;\s]*)?/;

/** 同意, 不同意 理由, 批准S019: a person's ruling on what the bot laid before them. */
export const decide: IntentReader = (heard) => {
  const { text, expects, question } = heard;
  if (question || !(heard.direct || expects.has('ruling'))) return undefined;
  const start = openingOf(heard);
  const said = text.slice(start.next);
  const ruling = expects.has('ruling');
  const no = NO.exec(said) ?? (ruling ? SHORT_NO.exec(said) : null);
  const yes = no ? null : (YES.exec(said) ?? (ruling ? SHORT_YES.exec(said) : null));
  const match = no ?? yes;
  if (!match) return undefined;

  const after = openingOf(heard, start.next + match[0].length);
  const from = after.next + MATTER.exec(text.slice(after.next))![0].length;
  const { task, unit } = matterSlots(heard, start, after);
  const reason = remark(heard, from);
  return {
    intent: 'decide',
    approve: yes !== null,
    ...(task && { item: task }),
    ...(unit && { unit }),
    ...(reason && { reason }),
  };
};
