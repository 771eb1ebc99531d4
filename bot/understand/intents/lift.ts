import { isForBot } from '../duty/telling.ts';
import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

const WHAT =
  '(?:[\\u4e00-\\u9fa5]{0,8}?(?:预警|警报|叫应|应急响应|响应|警戒|通知|部署|双岗|戒备|管制|警情)|(?:本|这|该)次[\\u4e00-\\u9fa5]{0,6})';
const BEFORE = '(?:现|请|可以|同意|宣布|现在|即日起|从现在起|即时起|予以|,|\\s)*';
/** 解除 N0118, 解除暴雨橙色预警, N0118可以解除了. */
const FIRST = gated(
  new RegExp(
    `^[\\s,。]*(?:[\\u4e00-\\u9fa5]{2,10}(?:了|完|境|弱|小|退|停)[,，。\\s]+)?(?:N\\s?\\d{3,5}[\\s,:的]*)?${BEFORE}解除(?!暂缓|限制|合同|挂牌|封条|查封|隔离)(?:了|吧|一下|掉)*[\\s:,]*(${WHAT})?[\\s:,]*(?=$|[。!,;]|N\\s?\\d|[\\d一二三四五六七八九十])`,
    'i',
  ),
);
const LATER = gated(
  new RegExp(
    `^[\\s,。]*(?:N\\s?\\d{3,5})?[\\s,:的]*(?:[\\u4e00-\\u9fa5A-Z\\d]{0,10}?(?:预警|叫应|响应|警报|通知))?[\\s,]*(?:N\\s?\\d{3,5})?[\\s,:的]*${BEFORE}解除(?:了|吧)?[\\s,。!]*(?:N\\s?\\d{3,5})?[\\s。!]*$`,
    'i',
  ),
);

/** A warning or a notice is over. 解除暂缓 and the lifting of measures on hazards are something else. */
export const lift: IntentReader = reading([/解除/], (heard) => {
  const { text, numbers } = heard;
  if (!text.includes('解除') || heard.question || heard.negated || text.length > 80) return undefined;
  const notice = numbers.find(({ no }) => no.startsWith('N'));
  if ((numbers.length > 0 && !notice) || !(notice || isForBot(heard))) return undefined;
  if (!FIRST.test(text) && !LATER.test(text)) return undefined;
  return { intent: 'lift', ...(notice && { item: notice.no }) };
});
