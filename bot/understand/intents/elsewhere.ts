import type { Heard } from '../heard.ts';
import { matterSlots, openingOf } from '../opening.ts';
import type { FoundTime } from '../time/found.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 已收 17:05, 已收到16:40的材料; 已收到 alone acknowledges. */
const RECEIVED = /^(?:的)?(?:材料|报告|台账)?(?:我)?(?:已|已经)?(?:收(?!悉|到|集|齐)|收到(?=[\s,]*\d))/;
/** 17:05发王芳微信了, 已经报给王芳了, 早上交到安委办了, 昨天传群里了. */
const SENT = /(?:发|报|交|送|传|给|寄)(?:送|给|到|至|在|去|过)?([^,。;!?\s]{0,14}?)(?:了|过了|过)(?=$|[\s,。;!])/;
/** 材料已发王芳邮箱, 已报送安委办: to somebody, or by a channel. */
const ALREADY_SENT =
  /(?:已经?|刚刚?|早就?)(?:发送?|报送?|上报|交|送|传|寄)(?:给|到|至|在)?([^,。;!?\s]{2,14})(?=$|[\s,。;!])/;
/** 报了, 早交了: without saying where. */
const BARE =
  /^(?:我们?)?(?:已经?|早就?|刚刚?|都|昨天|今天|上午|早上|刚才){0,3}(?:报|交|发|送)(?:过|上去|过去)?了[。!]?$/;
/** 发邮箱了, 传到群里了, 交区里了. */
const CHANNEL = /微信|邮箱|邮件|qq|群|钉钉|传真|系统|平台|OA|纸质|局里|区里|县里|办公室|那边|那儿/i;
/** 明天发, 还没报, 马上送. */
const TO_COME =
  /(?:明天|后天|马上|准备|打算|待会|稍后|一会儿?|等下|回头|快要?|就要|没|未|不)(?:[\u4e00-\u9fa5]{0,3})(?:发|报|交|送|传)/;

function lastClock(heard: Heard, from: number, to: number): FoundTime | undefined {
  const { at } = heard.input;
  return heard.told.times.find(
    (time) => time.from >= from && time.to <= to && time.read.grain === 'minute' && time.byAt <= at,
  );
}

/** T0612 经开区 已收 17:05: the reviewer says when the report reached them on another way. */
export const receivedElsewhere: IntentReader = (heard) => {
  if (heard.question || heard.numbers.length === 0) return undefined;
  const start = openingOf(heard);
  const match = RECEIVED.exec(heard.text.slice(start.next));
  if (!match) return undefined;
  const after = openingOf(heard, start.next + match[0].length);
  const clock = lastClock(heard, 0, heard.text.length);
  return { intent: 'received_elsewhere', ...matterSlots(heard, start, after), ...(clock && { at: clock.byAt }) };
};

/** The unit says that it has reported elsewhere, and perhaps when. The moment is filled in only where a clock was said. */
export const reportedElsewhere: IntentReader = (heard) => {
  const { text, expects, input } = heard;
  const waits = input.addressed || input.quote?.mine || expects.has('report') || heard.numbers.length > 0;
  if (!waits || heard.question || heard.orders || TO_COME.test(text)) return undefined;
  const start = openingOf(heard);
  const match = SENT.exec(text.slice(start.next)) ?? ALREADY_SENT.exec(text.slice(start.next));
  if (!match) return undefined;

  const bare = BARE.test(text.slice(start.next).trim());
  const from = start.next + match.index;
  const to = from + match[0].length;
  const receiver = heard.names.find((name) => name.from >= from && name.to <= to);
  if (!bare && !receiver && !CHANNEL.test(match[1]!) && !/^(?:报|交|发|送)给/.test(match[0])) return undefined;
  return { intent: 'reported_elsewhere', ...matterSlots(heard, start), ...slots(heard, receiver, to) };
};

function slots(heard: Heard, receiver: Heard['names'][number] | undefined, to: number): Partial<Slots> {
  const clock = lastClock(heard, 0, to);
  return { ...(clock && { at: clock.byAt }), ...(receiver && { to: heard.words(receiver) }) };
}
