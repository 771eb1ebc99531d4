import { isForBot } from '../duty/telling.ts';
import { unitNamed, unitWords } from '../duty/unit-said.ts';
import { gated } from '../gated.ts';
import { type IntentReader, reading } from './reader.ts';

const CALENDAR = gated(/日历|ics/i);
const RENEWS = /换|重新|更换|泄露|泄漏|外泄|被[^,。]{0,6}(?:看|知道)/;
const STOPS = /停用|作废|取消|撤销|删除|关闭|不[用要][^,。]{0,6}了/;
const OWN_UNIT = /(?:我们|咱们|本)(?:单位|镇|乡|街道|局|办|站|部门)?/;
/** What such a request is made of; a calendar that is spoken of otherwise is another matter. */
const PLAIN =
  /日历|ics|链接|地址|订阅|网址|值班|带班|重点时段|我们|我|咱们|本人|本单位|单位|本|自己|的|[镇乡局办站]|街道|部门|换|重新|更换|新|泄露|泄漏|外泄|停用|作废|取消|撤销|删除|不用|不要|关闭|给|要|发|请|把|来|生成|一下|[一1]?[个份条]|了|吧|掉|想|帮|被|人|别人|看到|知道|同步|到|手机|日程|里|[\s,。!?:、()]/gi;

/** 我的日历, 本单位值班日历, 换一个日历链接: a feed that a calendar subscribes to, and nothing else in the message. */
export const feed: IntentReader = reading([CALENDAR], (heard) => {
  const { text, orders, numbers } = heard;
  if (!CALENDAR.test(text) || !isForBot(heard) || orders || numbers.length > 0 || text.length > 30) return undefined;
  const unit = unitNamed(heard, ({ known }) => known);
  const rest = [...text].filter((_, at) => !unit || at < unit.from || at >= unit.to).join('');
  if (rest.replace(PLAIN, '') !== '') return undefined;

  if (STOPS.test(text)) return { intent: 'feed_renew', approve: false };
  if (RENEWS.test(text)) return { intent: 'feed_renew' };
  if (/重点时段/.test(text)) return { intent: 'feed', item: 'periods' };
  if (unit) return { intent: 'feed', unit: unitWords(heard, unit) };
  const own = OWN_UNIT.exec(text);
  return own ? { intent: 'feed', unit: own[0] } : { intent: 'feed', self: true };
});
