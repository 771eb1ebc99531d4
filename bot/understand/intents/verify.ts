import type { Heard } from '../heard.ts';
import { allNumbers, matterSlots, type Opening, openingOf, remark } from '../opening.ts';
import { deadlinesIn, dueDoubt } from './due.ts';
import type { IntentReader, Slots } from './reader.ts';

/** 通过 T0612, 验收合格, 准予销号. */
const PASS_FIRST =
  /^(?:审核|验收|复核|复查)?(?:通过|合格)(?!不)|^(?:准予|予以|同意)(?:销号|办结|通过)|^办结(?=\s?[A-Za-z])/;
/** T0603和T0607都验过了，没问题; 看过现场，准予销号; 青山镇 通过. */
const PASS_LATER =
  /(?:都|均|全部?|已|现场)?(?:验|看|审|核|查)过了?[^,。]{0,6}[,。\s]+[^,。]{0,4}?(?:没问题|没有问题|合格|可以|通过|符合要求|准予销号|准予办结)|(?:准予|予以|同意)(?:销号|办结)|(?:审核|验收|都|全部)(?:通过|合格)(?:了)?$|(?:^|[\s,])(?:通过|合格)了?$|(?:验|审)过了$/;
/** 退回, 打回重做, 没过关, 不合格. */
const FAIL =
  /退回|打回|驳回(?=重|修改|返工)|不通过|没通过|未通过|没过关|不过关|不合格|不符合要求|返工|(?:请|要|须)?重新?报(?!告)|重做/;
/** What follows the verb and is not the reason: 打回重做, 退回修改. */
const FAIL_TAIL = /^(?:重做|重报|重新报送?|返工|修改|完善|整改|补充|一下|了|去)?/;

function concerned({ numbers, expects, input }: Heard): boolean {
  return numbers.length > 0 || expects.has('ruling') || input.quote !== undefined || input.addressed;
}

/** 通过 T0612 青山镇: the report is accepted. */
export const verifyPass: IntentReader = (heard) => {
  if (heard.question || !concerned(heard) || FAIL.test(heard.text)) return undefined;
  const start = openingOf(heard);
  const first = PASS_FIRST.exec(heard.text.slice(start.next));
  if (first) {
    const after = openingOf(heard, start.next + first[0].length);
    if (remark(heard, after.next)?.startsWith('了') === false && after.numbers.length + start.numbers.length === 0)
      return undefined;
    return { intent: 'verify_pass', ...matterSlots(heard, start, after) };
  }
  if (heard.negated || !PASS_LATER.test(heard.whole)) return undefined;
  return heard.numbers.length > 0 || heard.input.quote
    ? { intent: 'verify_pass', ...passSlots(heard, start) }
    : undefined;
};

function passSlots(heard: Heard, start: Opening) {
  return { ...matterSlots(heard, start), ...allNumbers(heard) };
}

/** 退回 T0612 青山镇 原因, 打回重做, 没过关：…: the report goes back; a deadline only where one is said. */
export const verifyReject: IntentReader = (heard) => {
  if (heard.question || !(heard.numbers.length > 0 || heard.expects.has('ruling') || heard.input.quote))
    return undefined;
  const start = openingOf(heard);
  const match = FAIL.exec(heard.text.slice(start.next));
  if (!match) return undefined;

  const verb = start.next + match.index;
  const after = openingOf(
    heard,
    verb + match[0].length + FAIL_TAIL.exec(heard.text.slice(verb + match[0].length))![0].length,
  );
  const reason = remark(heard, start.next, verb) ?? reasonAfter(heard, after.next);
  return {
    intent: 'verify_reject',
    ...matterSlots(heard, start, after),
    ...(reason && { reason }),
    ...dueSlots(heard),
  };
};

/** The deadline and what is to be done by it are not the reason. */
function reasonAfter(heard: Heard, from: number): string | undefined {
  const due = heard.times.times.find((time) => time.from >= from && time.read.kind === 'deadline');
  const clause = due ? heard.text.lastIndexOf(',', due.from) : -1;
  return remark(heard, from, due ? Math.max(from, clause >= from ? clause : due.from) : heard.text.length);
}

function dueSlots(heard: Heard): Partial<Slots> {
  const stretch = { from: 0, to: heard.text.length };
  const ask = dueDoubt(heard, stretch);
  if (ask) return { ask };
  const [due] = deadlinesIn(heard, stretch);
  return due ? { dueAt: due.byAt, ...(due.assumed.length > 0 && { assumed: due.assumed }) } : {};
}
