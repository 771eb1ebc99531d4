import { isUndone } from '../deeds.ts';
import { frontOf } from '../front.ts';
import { gated } from '../gated.ts';
import { isHearsay } from '../guards.ts';
import type { Heard } from '../heard.ts';
import { joinedTo, joinedUnits, speaksOfOthers } from '../joined-units.ts';
import { allNumbers, matterSlots, type Opening, openingOf, remark } from '../opening.ts';
import { deadlinesIn, dueDoubt } from './due.ts';
import { type IntentReader, reading, type Slots } from './reader.ts';

/** 通过 T0612, 都通过, 验收合格, 准予销号, 销号 H0091. */
const PASS_FIRST = gated(
  /^(?:可以|同意|准予|予以|行|好的?|没问题)?[,\s]*(?:审核|验收|复核|复查|核查|现场核查|现场验收)?(?:都|全部|全都|一并)?(?:通过|合格)(?!不|率)|^(?:准予|予以|同意|可以|准许)(?:予以|给予|给)?(?:销号|办结|闭环)(?=$|[\s,。;!]|[A-Za-z]|了|吧)|^办结(?=\s?[A-Za-z])|^(?:请)?(?:予以|给予|给)?销号(?=$|[\s,。;!]|[A-Za-z]|了|吧)|^验收\s?(?=[A-Za-z]\s?\d+[^,。;]{0,8}(?:通过|合格))/,
);
/** T0603和T0607都验过了，没问题; 看过现场，准予销号; 青山镇 通过. */
const PASS_LATER = gated(
  /(?:都|均|全部?|已|现场)?(?:验|看|审|核|查|复查|复核)(?:收|核|验)?(?:过|完)?了?[^,。]{0,6}[,。\s]+[^,。]{0,6}?(?:没(?:什么|啥)?(?:问题|毛病|意见)|没有问题|合格|可以|通过|符合要求|达标|(?:准予|同意|可以)?(?:销号|办结|闭环)|行(?=$|[\s,。!])|过关)|(?:准予|予以|同意|可以|能)(?:予以)?(?:销号|办结|闭环|通过|过)(?:了|吧)?|(?:审核|验收|复核|复查|核查|都|全部|均|一致|顺利|可|给)(?:已|都)?(?:通过|合格|过关)(?:了)?(?=$|[\s,。!])|(?:^|[\s,])(?:通过|合格|过关|达标)(?:了)?(?=$|[\s,。!])|(?:验|审|核)(?:收)?过了(?=$|[\s,。!])|^(?:销号|通过|合格|过关?)(?:了|吧)?(?=$|[\s,。!])|销(?:号|掉|案)?了?吧|可以?销|(?:没|未|没有)(?:再)?发现(?:什么|新的?)?(?:问题|异常|毛病)|(?:问题|隐患)(?:已经?|都|确已|确实)+(?:消除|解决|整改到位)|没(?:什么|啥)?(?:问题|毛病)[,\s]*(?:可以|同意|准予)?(?:销号|通过|过)/,
);
/** 退回, 打回重做, 没过关, 不合格, 照片不清楚重拍. */
const FAIL = gated(
  /退(?:回|件|一?下|给|了(?=[\s,。]|$))|打(?:回|下)(?:去)?|驳回(?=重|修改|返工|去|,|，|$)|(?:不予?|没有?|未|未予)(?:予以)?(?:验收)?(?:通过|合格|过关|达标)|(?:不予|不能|不给|不同意|不准)(?:予以)?(?:验收)?(?:通过|销号|办结)|没过|不过关|不合格|不达标|不符合(?:要求|标准|规范)?|不合要求|达不到(?:要求|标准)/,
);
/** 请重报, 重新拍, 返工: done once more; 重新报了一份 has been done. */
const AGAIN = gated(
  /(?:返工|推倒重来|(?:请|要|须|得|需)?(?:重新|从新|再)(?:报送?(?!告)|拍|做|整改|填|弄|改|整|提交|上报|补|修|核)|(?<!严)重(?:报(?!告)|做|拍|填|弄|改|写)|继续(?:整改|改|完善))(?![^,。;]{0,3}(?:了|完|好|过))/,
);
/** What follows the verb and is not the reason: 打回重做, 退回修改. */
const FAIL_TAIL =
  /^(?:[改看补查修](?=[\s,。;]|$)|重新?(?:做|报|报送|拍|填|弄|改|写|整改|提交)|返工|修改|完善|整改|补充|一下|了|去|吧|,(?=周|下周|本周|明天|\d))*/;
/** 验收, 审核, 现场 before the verb belong to the ruling. */
const RULING =
  /^[\s,。:]*(?:现场)?(?:验收|审核|复核|复查|核查|的|看了?|我看了?|这次|还是|暂时?|的?不行|不可以|要|请|,)*[\s,。:]*$/;
/** 这份不行，盖的是旧章: said to a member's report. */
const NO = gated(
  /^[\s,]*(?:这份|这个|这次|这批|还是|材料|照片|的|报告|台账|看了|我看|恐怕)*(?:不行|不可以|过不了|通不过|不成|用不了|不能要|不能用)(?:啊|呀|的|吧)*(?=[\s,。;!]|$)/,
);
/** 驳回 照片是去年的, to a report; to a request it is a ruling. */
const REFUSED = /^[\s,]*(?:驳回|不予认可|不认)(?=[\s,。;:!]|$)/;
const NO_GOOD = /^[\s,。:]*(?:的)?(?:还是)?(?:不行|不可以|不对|不能过|过不了|不过|没过|有问题)?[\s,。]+/;

/** 销了吧 proposes, and does not ask. */
const CLOSE_IT = gated(/销(?:号|掉|案)?了吧[\s。!]*$/);

function concerned({ numbers, expects, input }: Heard): boolean {
  return numbers.length > 0 || expects.has('ruling') || input.quote !== undefined || input.addressed;
}

/** 通过 T0612 青山镇: the report is accepted. */
export const verifyPass: IntentReader = reading([PASS_FIRST, PASS_LATER], (heard) => {
  if (
    (heard.question && !CLOSE_IT.test(heard.text)) ||
    !concerned(heard) ||
    FAIL.test(heard.text) ||
    isHearsay(heard.text)
  )
    return undefined;
  if (wishes(heard)) return undefined;
  const start = openingBehindConsent(heard);
  const first = PASS_FIRST.exec(heard.text.slice(start.next));
  if (first) {
    const after = openingOf(heard, start.next + first[0].length);
    if (remark(heard, after.next)?.startsWith('了') === false && after.numbers.length + start.numbers.length === 0)
      return undefined;
    return {
      intent: 'verify_pass',
      ...matterSlots(heard, start, after),
      ...joinedUnits(heard, start.unit ?? after.unit),
    };
  }
  if (speaksOfOthers(heard, start)) return undefined;
  if (isUndone(heard.text) || !PASS_LATER.test(heard.text.slice(start.next).trim())) return undefined;
  const meant =
    heard.numbers.length > 0 ||
    (heard.input.quote !== undefined && !asksReport(heard)) ||
    heard.expects.has('ruling') ||
    (start.unit !== undefined && PASSES_UNIT.test(heard.text.slice(joinedTo(heard, start.unit).at(-1)!.to)));
  return meant ? { intent: 'verify_pass', ...passSlots(heard, start) } : undefined;
});

/** 石桥乡的可以，通过: said to the bot, a unit and the ruling are enough. */
const PASSES_UNIT =
  /^[\s,:]*(?:的|这份|那份|报告|台账|材料|报的)*[\s,]*(?:都|均|全部)?(?:可以|行|没问题|看[过了]了?|好)?[\s,]*(?:都|均)?(?:审核|验收)?(?:通过|合格|过关)(?:了|吧)?[\s。!]*$/;

/** 可以，T0960五里坪乡通过. */
function openingBehindConsent(heard: Heard): Opening {
  const front = frontOf(heard);
  const consent = /^[\s]*(?:可以|好的?|行|同意|嗯|没问题|没意见)[,。\s]+/.exec(heard.text);
  const behind = front.numbers.length === 0 && consent ? openingOf(heard, consent[0].length) : front;
  return behind.numbers.length > 0 ? behind : front;
}

/** 已办结，请审核通过; 申请销号: said by whoever wants it. */
function wishes({ text }: Heard): boolean {
  return (
    /(?:请|申请|麻烦|恳请|求|望|盼|等|待)[^,。;]{0,8}(?:验|审|核|查|通过|销号)|通过(?:了)?[吗没不]|(?:已|都|全)[^,。;]{0,4}(?:完成|整改|办完|弄完)/.test(
      text,
    ) && !/准予|同意|验过|看过|现场看/.test(text)
  );
}

function passSlots(heard: Heard, start: Opening) {
  return { ...matterSlots(heard, start), ...allNumbers(heard), ...joinedUnits(heard, start.unit) };
}

/** 退回 T0612 青山镇 原因, 打回重做, 没过关：…: the report goes back; a deadline only where one is said. */
export const verifyReject: IntentReader = reading([FAIL, AGAIN, NO, REFUSED], (heard) => {
  const named = heard.numbers.length > 0 || heard.expects.has('ruling') || heard.input.quote || returnsUnit(heard);
  if (heard.question || !named) return undefined;
  const start = openingOf(heard, LED_BY.exec(heard.text)?.[0].length ?? 0);
  const said = heard.text.slice(start.next);
  if (isHearsay(said) || VERIFIED_BY_OTHERS.test(said)) return undefined;
  const match = FAIL.exec(said) ?? (asksReport(heard) ? null : AGAIN.exec(said)) ?? refused(heard, said);
  if (!match) return undefined;

  const verb = start.next + match.index;
  const after = openingOf(
    heard,
    verb + match[0].length + FAIL_TAIL.exec(heard.text.slice(verb + match[0].length))![0].length,
  );
  const reason = reasonBefore(heard, start.next, verb) ?? reasonAfter(heard, after.next);
  return {
    intent: 'verify_reject',
    ...matterSlots(heard, start, after),
    ...(reason && { reason }),
    ...dueSlots(heard),
  };
});

/** 退回石桥乡, 石桥乡的退回: said to the bot, a unit and the ruling are enough. */
function returnsUnit({ input, text, names }: Heard): boolean {
  if (!input.addressed) return false;
  return names.some(({ kind, from, to }) => {
    if (kind !== 'unit') return false;
    const before = text.slice(0, from);
    const after = text.slice(to);
    return /^[\s,]*(?:退回|打回)(?:给)?[\s:]*$/.test(before) || (/^[\s,]*$/.test(before) && UNIT_RETURNED.test(after));
  });
}

const UNIT_RETURNED = /^[\s,:]*(?:的|这份|那份|报告|台账|材料|报的)*[\s,]*(?:退回|打回)/;

/** 验收 H0415 不合格. */
const LED_BY = gated(/^[\s,]*(?:现场)?(?:验收|审核|复核|复查|核查)\s?(?=[A-Z]\s?\d)/);
/** 已重新报送，请审核: the unit speaks. */
const VERIFIED_BY_OTHERS = gated(/请[^,。;]{0,6}(?:审核|验收|复核|审阅)|已(?:重新|按要求)/);

function refused({ input, expects }: Heard, said: string): RegExpExecArray | null {
  // 不行 to what was asked is a ruling.
  if (input.quote?.mine || (expects.has('ruling') && !input.quote)) return null;
  return NO.exec(said) ?? (input.quote ? REFUSED.exec(said) : null);
}

/** A reminder is quoted: whoever answers it is the one who does the work. */
function asksReport({ input, expects, numbers }: Heard): boolean {
  return input.quote?.mine === true && !expects.has('ruling') && numbers.length === 0;
}

/** 隔墙只砌到吊顶，打回重做; 验收 before 不通过 is no reason. */
function reasonBefore(heard: Heard, from: number, verb: number): string | undefined {
  const before = heard.text.slice(from, verb);
  if (RULING.test(before)) return undefined;
  const cut = /[,。;\s](?:(?:麻烦|请|让|叫|要求?|须|得|需要?|烦请|劳烦)[^,。;]{0,8}|都|就|先|暂|我?看还是)?$/.exec(
    before,
  );
  const start = from + (NO_GOOD.exec(before)?.[0].length ?? /^的?/.exec(before)![0].length);
  return remark(heard, start, cut && from + cut.index > start ? from + cut.index : verb);
}

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
