import { gated } from '../gated.ts';
import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { matterSlots, openingOf } from '../opening.ts';
import { readAmendment } from './amend.ts';
import { type IntentReader, reading } from './reader.ts';

/** 确认, 嗯确认, 好的，我确认T0612, 确认无误; 确认收到 acknowledges and 确认已完成 reports. */
const EXPLICIT = gated(
  /^[\s,。]*(?:(?:好的?|行|可以|没问题|没错|ok|[对是]的?|嗯{1,3})[\s,。]?)?(?:我|都|全部|全|两件都|以上)?(?:确认|确定)(?:无误|没问题|可以|下达|下发|发布|发送|发|了|吧|的)?(?=$|[\s,。;:!~、(]|[TDHN]\s?\d|了$)/i,
);
const GO =
  '可以|行|好的?|对的?|是的|没问题|没意见|没毛病|就这样(?:办|发|下)?|就这么(?:办|发|下|定)|就按这个(?:发|办)?|同意|照此(?:下发|办理)|发(?:吧|出去|下去|出|了)?|下发(?:吧)?|下达(?:吧)?|下(?:吧|发)|派(?:吧|下去)|嗯|中|要得|o+k+(?:ay)?|准确|没错|无误|照发|照办';
/** Counts as a confirmation only while one is waited for; 对，发吧 is one confirmation. */
const CONSENT = gated(new RegExp(`^[\\s,。]*(?:${GO})(?:[\\s,，。]*(?:${GO}))?(?:了)?(?=$|[\\s,。;:!~、])`, 'i'));
/** ，再加一条， before what is added. */
const ADDED =
  /^[\s,。;、]*(?:但是?|不过|另外?|同时|还有|并且?|只是|就是)?[\s,]*(?:请|要)?(?:再|另)?(?:加|增加|补充?|追加)(?:上)?(?:一|个|一个)?(?:条|点|句|项|下|要求)?[\s,。:;]*|^[\s,。;、]*(?:但是?|不过|另外|同时|还有|只是|就是)[\s,:]*/;
/** ，谢谢, 吧, 下发吧: nothing is added. */
const THANKS = gated(new RegExp(`^[\\s,。;、]*(?:谢谢|辛苦了?|麻烦了?|吧|了|${GO})*[\\s,。;、!~]*$`, 'i'));

/** 确认, with or without something to be added. */
export const confirm: IntentReader = reading(
  [EXPLICIT],
  (heard) => {
    const { text, expects } = heard;
    if (heard.question || isHearsay(heard.whole.slice(0, 12)) || !(heard.direct || expects.has('confirm')))
      return undefined;
    const match = EXPLICIT.exec(text) ?? (expects.has('confirm') ? CONSENT.exec(text) : null);
    if (!match) return undefined;

    const opening = openingOf(heard, match[0].length);
    // 确认，高铺镇除外: the unit belongs to what is changed.
    const { unit } = opening;
    const changes = unit !== undefined && !THANKS.test(text.slice(opening.next));
    return changes
      ? {
          intent: 'confirm',
          ...matterSlots(heard, { ...opening, unit: undefined }),
          ...amendmentSlots(heard, unit.from),
        }
      : { intent: 'confirm', ...matterSlots(heard, opening), ...amendmentSlots(heard, opening.next) };
  },
  'confirm',
);

function amendmentSlots(heard: Heard, from: number) {
  const rest = heard.text.slice(from);
  if (THANKS.test(rest)) return {};
  const start = from + (ADDED.exec(rest)?.[0].length ?? 0);
  const to = start + heard.text.slice(start).replace(/[\s,。;!~]+$/, '').length;
  const amend = heard.words({ from: start, to });
  return { ...readAmendment(heard, start), ...(amend !== '' && { amend }) };
}
