import { gated } from '../gated.ts';
import { matterSlots, openingOf, remark } from '../opening.ts';
import { type IntentReader, reading } from './reader.ts';

const NO = gated(/^[\s,。]*(不同意|不批准?|不予批准|不予同意|不准(?:予)?|不予(?!以)|驳回|否决|不赞成|不批复)/);
const YES = gated(
  /^[\s,。]*(?:(?:可以|行|好的?|嗯|没问题|没意见)[,\s]*)?(原则(?:上)?同意|同意|批准|批了|准予(?!销号|通过)|准了|照准|准许|我同意|我批准)(?!吗|不)/,
);
/** Short words rule only while a ruling is waited for. */
const SHORT_NO = /^[\s,。]*(不行|不可以|不可|不能|不批|不妥|免谈|别延|不延|不准延|不给延)/;
const SHORT_YES = /^[\s,。]*(可以|行|没意见|没问题|准|要得|中|依你|按你说的)(?:吧|的|了)?(?=$|[\s,。;!])/;
/** What is ruled on, not why: 同意T0612延期至…, 同意换班. */
const MATTER =
  /^[\s,。:;、]*(?:(?:的)?(?:延期?|顺延|换班|摘牌|挂牌|转办|销号|撤销|申请|代班|调班|替班|推迟|宽限|展期)[^,。;\s]*)?(?:吧|了)?/;

/** 同意, 不同意 理由, 批准S019: a person's ruling on what the bot laid before them. */
export const decide: IntentReader = reading(
  [NO, YES],
  (heard) => {
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
  },
  'ruling',
);
