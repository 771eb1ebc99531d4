import type { Span } from '../span.ts';
import { placesOf } from './places.ts';

const RECURRENCE =
  /每\d+(?:个?小时|天|日|分钟)|每[一两三半几](?:个?小时|天|个月|周)|每(?:半年|季度?|年|个?月|周|星期|旬|日|天|班|晚|逢[\u4e00-\u9fa5]{1,6})(?:都|还)?(?:要)?(?:至少|不少于|不低于)?(?:要)?[\u4e00-\u9fa5]{0,8}?[一二两三四五\d]+(?:次|遍|轮)|每(?:半年|季度?|年|个?月|周[一二三四五六日]?|个?(?:星期|礼拜)[一二三四五六日天]?|旬|日|天|班|晚|逢[\u4e00-\u9fa5]{1,6})|一[月季周旬日年天]一[\u4e00-\u9fa5]{2}|定期|不定期|常态化|经常化|经常性|长期|日常|随时|(?:24|二十四)小时(?![之以]?内)|全天候|班班|逐日|逐月|按[月季周日](?=[^照])|[一两]个(?:礼拜|星期|月)[\u4e00-\u9fa5]{1,3}一次|持续/g;

/** How often, as said; empty where nothing is said of it. */
export function recurrencesIn(text: string, span: Span): Span[] {
  return placesOf(RECURRENCE, text, span);
}
