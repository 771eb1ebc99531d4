import { matchesOf } from '../matches.ts';
import type { Span } from '../span.ts';

/** 不用回, 知悉即可, 无需回执, 勿回复. */
const NOT_WANTED =
  /(?:不用|不必|无需|无须|不需要?|毋需|免|勿|别|不要求|不要)(?:再|大家|逐一|逐个|一一|群内|在群里|都)*(?:回复|回执|回信|回|签收|反馈|接龙|确认)|(?:知悉|知晓|周知|了解|知道|看到|阅知|收悉|阅|看看?|听|晓得)(?:就|即)(?:可|行|好)|仅供(?:知悉|周知|参考)/g;
/** 各镇请回复收到, 收到请回复, 需回执, 请签收, 确认收到. */
const WANTED =
  /(?:回复|回个|回一?下|回|报|反馈|答复)["“'「]?(?:收到|已阅|已收|知悉|1\b)|(?:收到|看到|接到|接通知|阅)[^,。;]{0,6}?(?:请|要|务必|须|需|都|均|逐一|及时|立即|马上|后|的|\s)*(?:回复|回执|回信|回应|回一?[下声个]|应答|吱声|签收|报收到|(?:群里)?回)|(?:需|要|须|请|带|附|收|有|并|逐人|务必|都要?|均需|请各[^,。;]{1,8})(?:大家|及时|全部|逐一|逐个|逐级|都)*(?:回执|签收|确认收到|回复确认|应答)|收到(?:后|的)?(?:请)?(?:扣1|接龙)|(?:逐一|逐个|逐人|逐级)(?:回复|应答|反馈)|请(?:大家|各位|各[^,。;]{1,6})?回复$/g;

/** Whether a receipt is wanted, and where the words for it stand; undefined where nothing is said about it. */
export function receiptIn(text: string): { readonly wanted: boolean; readonly spans: readonly Span[] } | undefined {
  const refused = spansOf(text, NOT_WANTED);
  if (refused.length > 0) return { wanted: false, spans: refused };
  const wanted = spansOf(text, WANTED);
  return wanted.length > 0 ? { wanted: true, spans: wanted } : undefined;
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return matchesOf(pattern, text).map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
