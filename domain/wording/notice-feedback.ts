import type { Feedback, FeedbackAsked, FeedbackField, FieldValue } from '../notices/feedback/feedback.ts';
import { answersThatHold, isFromReceipts, missingFields, valuesOf } from '../notices/feedback/give-feedback.ts';
import { sumOf } from '../notices/feedback/sums.ts';
import type { Notice } from '../notices/notice.ts';
import type { Person } from '../people/office.ts';
import type { ThingId } from '../thing.ts';
import { clockText, momentText } from './dates.ts';
import { personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

/** Behind the words of a notice that asks for more than 收到. */
export function howToAnswerText({ units }: FeedbackAsked): string {
  return units.length > 0 ? '。反馈直接回复，每个单位报一次即可' : '。反馈直接回复';
}

const MOST_UNITS = 12;
const MOST_WORDS = 40;

/** 青山镇, or the name of a person who was asked without a unit. */
export function whoseText(of: ThingId, { office }: TextContext): string {
  return office.units.has(of) ? unitName(office, of) : personName(office, of) || of;
}

export function fieldsText(fields: readonly FeedbackField[]): string {
  return fields.map(({ words }) => words).join('、');
}

/** In the draft: what will be asked, by when and of how many, so that its author can put it right. */
export function feedbackDraftText(asked: FeedbackAsked, context: TextContext): string {
  const { calendar, now } = context;
  const due = asked.dueAt
    ? `${momentText(asked.dueAt, now, calendar)}前`
    : asked.unclearDue
      ? `“${asked.unclearDue}”看不出是哪天，不催`
      : '没有写时限，不催';
  const by = asked.units.length > 0 ? `，${asked.units.length}家各报一次` : '，每人一次';
  return `另收反馈：${fieldsText(asked.fields)}（${asked.dueAt || !againText(asked, context) ? due : ''}${againText(asked, context)}${by}）。不收请说“不用反馈”`;
}

function againText({ updateAt = [], everyMinutes, recurrence, dueAt }: FeedbackAsked, { calendar, now }: TextContext) {
  const named = updateAt.map((at) => `${clockText(at, now, calendar)}前更新`);
  const every = everyMinutes
    ? everyMinutes % 60 === 0
      ? `每${everyMinutes / 60}小时一次`
      : `每${everyMinutes}分钟一次`
    : recurrence
      ? '按周期再报'
      : '';
  const all = [...named, ...(every ? [every] : [])];
  return all.length > 0 ? `${dueAt ? '，' : ''}${all.join('、')}` : '';
}

export function noFeedbackText(no: string): string {
  return `好的，${no}不收反馈。发出请回复“发”`;
}

/** To whoever answered, in private: what was understood, so that a slip is seen at once. */
export function feedbackTakenText(feedback: Feedback, notice: Notice, context: TextContext): string {
  const values = [...valuesOf(feedback, feedback.round).values()];
  const what = values.map(({ stem, words }) => `${stem}${words}`).join('，');
  const missing = missingFields(feedback, notice);
  const left = missing.length > 0 ? `。还差：${fieldsText(missing)}` : '，谢谢';
  return `${feedback.no}已记${whoseText(feedback.of, context)}${what ? `：${what}` : '的反馈'}${left}`;
}

/** Figures that fit more than one field, or none. */
export function feedbackUnclearText(no: string, fields: readonly FeedbackField[]): string {
  const example = fields
    .filter(({ kind }) => kind === 'figure')
    .map(({ stem }) => `${stem}几`)
    .join('，');
  return `没看出各报了多少，${no}请按“${example}”写明，没有的写0`;
}

export function feedbackRemindText(feedback: Feedback, fields: readonly FeedbackField[], context: TextContext): string {
  const { no, of, dueAt, round } = feedback;
  const { now, calendar } = context;
  const when =
    dueAt && dueAt > now
      ? `请在${clockText(dueAt, now, calendar)}前${round > 1 ? '更新一次，' : ''}`
      : `${dueAt ? clockText(dueAt, now, calendar) : ''}已到，请现在`;
  const zero = fields.some(({ kind }) => kind === 'figure') ? '，没有的写0' : '';
  return `${no}还没有看到${whoseText(of, context)}的反馈（${fieldsText(fields)}）。${when}直接回复${zero}`;
}

/** What the author hears when a round is due. */
export interface FeedbackFigures {
  readonly notice: Notice;
  readonly round: number;
  /** In the order in which they were named. */
  readonly feedbacks: readonly Feedback[];
  readonly receipts: { readonly answered: number; readonly byPhone: number; readonly total: number };
  readonly nextAt?: Date;
}

/** 上岗 41/41（电话核实5）；转移：青山镇 12户31人，石桥乡 26户70人，南街镇 0。21:30前更新一次. */
export function feedbackSummaryText(figures: FeedbackFigures, context: TextContext): string {
  const { notice, feedbacks, round, nextAt } = figures;
  const fields = notice.feedback?.fields ?? [];
  const parts = fields.some(({ kind }) => kind === 'figure')
    ? fields.filter(({ kind }) => kind === 'figure').map((field) => fieldPart(field, figures, context))
    : [wordsPart(figures, context)];
  const missing = feedbacks.filter((feedback) => missingFields(feedback, notice, round).length > 0);
  const left =
    missing.length > 0
      ? `未报：${missing
          .map((one) => whoseText(one.of, context))
          .slice(0, MOST_UNITS)
          .join('、')}${missing.length > MOST_UNITS ? `等${missing.length}家` : ''}`
      : '';
  const next = nextAt ? `${clockText(nextAt, context.now, context.calendar)}前更新一次` : '';
  return `${notice.no} ${[[...parts.filter(Boolean), left].filter(Boolean).join('；'), next].filter(Boolean).join('。')}`;
}

function fieldPart(field: FeedbackField, figures: FeedbackFigures, context: TextContext): string {
  const { notice, feedbacks, round, receipts } = figures;
  const told = feedbacks.flatMap((feedback) => {
    const value = valuesOf(feedback, round).get(field.stem);
    return value ? [{ of: feedback.of, value }] : [];
  });
  const listed = listText(told, context);
  if (isFromReceipts(field, notice)) {
    const byPhone = receipts.byPhone > 0 ? `（电话核实${receipts.byPhone}）` : '';
    return `${field.stem} ${receipts.answered}/${receipts.total}${byPhone}${listed ? `，${listed}` : ''}`;
  }
  if (told.length === 0) return `${field.stem}：还没有报来的`;
  const sum = sumOf(told.map(({ value }) => value));
  const total = sum ? `，合计${sum.map(({ count, unit }) => `${Number(count.toFixed(2))}${unit}`).join('')}` : '';
  return `${field.stem}：${listed}${total}`;
}

function listText(told: readonly { of: ThingId; value: FieldValue }[], context: TextContext): string {
  const shown = told.slice(0, MOST_UNITS).map(({ of, value }) => `${whoseText(of, context)} ${value.words}`);
  return `${shown.join('，')}${told.length > MOST_UNITS ? `等${told.length}家` : ''}`;
}

function wordsPart({ feedbacks, round }: FeedbackFigures, context: TextContext): string {
  const told = feedbacks.filter(({ given }) => given.some((one) => one.round === round));
  const shown = told.slice(0, MOST_UNITS).map(
    (feedback) =>
      `${whoseText(feedback.of, context)} ${answersThatHold(feedback, round)
        .map(({ words }) => words.slice(0, MOST_WORDS))
        .join('，')}`,
  );
  return `反馈${told.length}/${feedbacks.length}${shown.length > 0 ? `：${shown.join('；')}` : ''}${told.length > MOST_UNITS ? '等' : ''}`;
}

/** For the author alone, who is to telephone: whom of each unit that has not answered, with the number in full. */
export function feedbackPhonesText(
  missing: readonly { readonly of: ThingId; readonly person?: Person }[],
  fields: readonly FeedbackField[],
  context: TextContext,
): string {
  const lines = missing.slice(0, MOST_UNITS).map(({ of, person }) => {
    const duty = context.office.units.get(of)?.dutyPhone;
    const whom = person ? `${person.name}${person.phone ?? ''}` : '';
    return [whoseText(of, context), whom, duty ? `值班${duty}` : ''].filter(Boolean).join(' ');
  });
  return `未报的电话：${lines.join('；')}。问到的请回复“${whoseText(missing[0]!.of, context)} ${exampleText(fields)}”`;
}

function exampleText(fields: readonly FeedbackField[]): string {
  const weekly = fields.find((field) => field.weekly);
  return weekly ? `本周${weekly.stem} ……` : '数字';
}

/** Beside the receipts, when somebody looks at the notice. */
export function feedbackShownText(feedbacks: readonly Feedback[], notice: Notice, context: TextContext): string {
  const round = Math.max(...feedbacks.map((one) => one.round));
  const missing = feedbacks.filter((feedback) => missingFields(feedback, notice, round).length > 0);
  const names = missing.slice(0, MOST_UNITS).map(({ of }) => whoseText(of, context));
  const left =
    missing.length > 0
      ? `，未报：${names.join('、')}${missing.length > MOST_UNITS ? `等${missing.length}家` : ''}`
      : '';
  return `反馈${feedbacks.length - missing.length}/${feedbacks.length}${round > 1 ? `（第${round}次）` : ''}${left}`;
}
