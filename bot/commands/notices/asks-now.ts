import { noticeId } from '../../../domain/notices/collections.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { Reading } from '../../../domain/reading.ts';
import { lastPart } from '../../../domain/thing.ts';

/** The number under which figures are asked for now: that of the correction, where it took this over from the notice that is named. */
export async function asksNow(no: string | undefined, read: Reading): Promise<string | undefined> {
  if (!no || no === 'another') return no;
  const asksIn = (await read.thing<Notice>(noticeId(no)))?.asksIn;
  return asksIn ? asksNow(lastPart(asksIn), read) : no;
}
