import type { AnswerKind } from '../../domain/decision.ts';

/** What a question of the bot's looks like, and which kinds of answer it takes. */
const ASKED: readonly (readonly [pattern: RegExp, kind: AnswerKind])[] = [
  [/回复?\s?["“]?确认|请?确认(?:后|下达|是否|一下)|任务草稿/, 'confirm'],
  [/回复?[^。\n]{0,6}(?:不?同意|批准|准否)|是否(?:同意|批准)|请(?:审批|批示|批准)/, 'ruling'],
  [/回复?[^。\n]{0,4}(?:不?通过|合格)|请(?:审核|验收)[^。\n]{0,10}回/, 'ruling'],
  [/回复?(?:数字|序号|编号)(?!\s?\d{2})|回复?\s?["“]?[1①]|(?:^|[\s?？：:])1[.、．]/, 'choice'],
  [/回复?\s?["“]?(?:收到|清楚)|签收/, 'ack'],
  [/尚未报送|未报送|到期|报送|时限|没有收到|责任人|进展如何|办得怎么样|办到哪/, 'report'],
];

/** 619, 47: a code in a roll call; not 10分钟, 2026, 16:00 or T0612. */
const CODE = /(?<![\d:：./A-Za-z—-])\d{2,3}(?![\d:：./%]|\s?(?:分|小时|点|时|日|号|月|年|人|家|个|次|秒))/;
const ROLL_CALL = /点名|查岗|抽查|在岗|在位|应答|报到|口令|暗号|数字|代码|号码/;

/** 【T0612】…: whatever words follow, it is about that matter. */
const ABOUT_MATTER = /^\s*【[TDH]\d/;

/** What those on duty are asked for. Such a question takes nothing else: 47 is a code and no choice, 无事 no report on a task. */
const DUTY_ASKED: readonly (readonly [asks: (text: string) => boolean, kind: AnswerKind])[] = [
  [
    (text) =>
      /核实后请?回|电话核实|在岗\s?[/／、或]\s?(?:还是)?\s?(?:不|没)在/.test(text) ||
      (/电话|座机/.test(text) &&
        /核实|联系|打|问/.test(text) &&
        /(?:未|没|无)(?:有)?(?:人)?(?:应答|回应|回复|答复|反应)|在岗|失联|联系不上/.test(text)),
    'phone_verify',
  ],
  [(text) => ROLL_CALL.test(text) && CODE.test(text) && /回|报|发|输/.test(text), 'checkin'],
  [
    (text) =>
      /有事[报说]事|[无没]事[^\n]{0,6}平安|[回报]复?\s?["“「]?平安|报平安|报[今当][日天](?:的)?(?:值班)?情况|[今当][日天][^\n]{0,8}情况[^\n]{0,12}(?:报|回|说)|零报告(?!\s?\d)/.test(
        text,
      ),
    'zero_report',
  ],
  [
    (text) =>
      /(?:交给?|留给?|转给|带给|告诉|交代给?|移交给?)[^\n]{0,4}(?:下一?[班位]|接班)|(?:交班|交接班?|换班|下班|下一班)(?!时间表|表|申请)[^\n]{0,20}(?:请?(?:说|报|写|填|回|留|发|交代|列)|哪些|什么|事项|内容)/.test(
        text,
      ) && !/回复?\s?["“]?清楚|你是[^\n]{0,10}值班|换班申请|申请换班/.test(text),
    'handover',
  ],
];

/**
 * The kinds of answer that the bot waits for: those of the message that is quoted, else those of its open questions.
 * The context only decides what a short answer is for; slots never come from it.
 */
export function expectedKinds(
  quote: { readonly text: string; readonly mine: boolean } | undefined,
  waiting: readonly AnswerKind[],
): ReadonlySet<AnswerKind> {
  if (!quote?.mine) return new Set(waiting);
  const duty = ABOUT_MATTER.test(quote.text) ? undefined : DUTY_ASKED.find(([asks]) => asks(quote.text));
  if (duty) return new Set([duty[1]]);
  const asked = ASKED.filter(([pattern]) => pattern.test(quote.text)).map(([, kind]) => kind);
  return new Set(asked.length > 0 ? asked : waiting);
}
