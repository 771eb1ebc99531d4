import type { Heard } from '../heard.ts';
import { matterSlots, openingOf } from '../opening.ts';
import { readAmendment } from './amend.ts';
import type { IntentReader } from './reader.ts';

/** 确认, 确认T0612, 确认无误; 确认收到 acknowledges and 确认已完成 reports. */
const EXPLICIT = /^[\s,。]*(?:好的?,)?(?:确认|确定)(?:无误|下达|下发|发布|发送)?(?=$|[\s,。;:!~、(]|[TDHN]\s?\d|了$)/i;
/** Counts as a confirmation only while one is waited for. */
const CONSENT =
  /^[\s,。]*(?:可以|行|好的?|对的?|是的|没问题|没意见|就这样(?:办|发)?|就这么办|同意|发吧|发|下发吧?|下达吧?|ok|okay)(?=$|[\s,。;:!~、]|了$)/i;
/** ，再加一条， before what is added. */
const ADDED =
  /^[\s,。;、]*(?:但是?|不过|另外?|同时|还有)?[\s,]*(?:再|另)?(?:加|增加|补充?|追加)(?:上)?一?(?:条|点|句|项|下|个要求)?[\s,。:;]*/;
/** ，谢谢, 吧: nothing is added. */
const THANKS = /^[\s,。;、]*(?:谢谢|辛苦了?|麻烦了?|吧|了)?[\s,。;、!~]*$/;

/** 确认, with or without something to be added. */
export const confirm: IntentReader = (heard) => {
  const { text, expects } = heard;
  if (heard.question || !(heard.direct || expects.has('confirm'))) return undefined;
  const match = EXPLICIT.exec(text) ?? (expects.has('confirm') ? CONSENT.exec(text) : null);
  if (!match) return undefined;

  const opening = openingOf(heard, match[0].length);
  return { intent: 'confirm', ...matterSlots(heard, opening), ...amendmentSlots(heard, opening.next) };
};

function amendmentSlots(heard: Heard, from: number) {
  const rest = heard.text.slice(from);
  if (THANKS.test(rest)) return {};
  const start = from + (ADDED.exec(rest)?.[0].length ?? 0);
  const to = start + heard.text.slice(start).replace(/[\s,。;!~]+$/, '').length;
  const amend = heard.words({ from: start, to });
  return { ...readAmendment(heard, start), ...(amend !== '' && { amend }) };
}
