import type { Feedback } from '../../notices/feedback/feedback.ts';
import { answersThatHold, valuesOf } from '../../notices/feedback/give-feedback.ts';
import { sumOf } from '../../notices/feedback/sums.ts';
import type { Notice } from '../../notices/notice.ts';
import { countsWith } from '../../notices/vacant-units.ts';
import { sourceIn } from '../../notices/write-notice.ts';
import { momentText } from '../../wording/dates.ts';
import { personName, personWithUnit } from '../../wording/names.ts';
import {
  feedbackHeadings,
  linksCell,
  NO_FEEDBACK_ASKED,
  NOT_GIVEN,
  NOTICE_HEADINGS,
  RECORD_SHEETS,
  recordTitle,
  SUM,
  stateCell,
  vacantCell,
} from '../../wording/notice-export.ts';
import { fieldsText, whoseText } from '../../wording/notice-feedback.ts';
import { NOTICE_NAMES } from '../../wording/notices.ts';
import type { TextContext } from '../../wording/tasks.ts';
import type { PaperSheet } from '../sheet.ts';

export interface RecordContext {
  readonly text: TextContext;
  readonly issued: string;
  /** Masks what not everybody may read. */
  readonly shown: (words: string) => string;
}

/** Text, source, times, state and links. */
export function noticeSheet(notice: Notice, answered: number, { text, issued, shown }: RecordContext): PaperSheet {
  const { calendar, office } = text;
  const { no, kind, author, people, wanted, feedback, sentAt, closedAt, approvedBy } = notice;
  const counts = countsWith(notice, answered);
  const at = (moment: Date | undefined) => (moment ? momentText(moment, moment, calendar) : '');
  return {
    name: RECORD_SHEETS.notice,
    ...{ title: recordTitle(notice), subtitle: issued, notes: [], orientation: 'portrait' },
    columns: NOTICE_HEADINGS.map((heading, index) => ({ heading, width: index === 0 ? 16 : 76 })),
    rows: [
      ['编号', no],
      ['类型', NOTICE_NAMES[kind]],
      ['内容', shown(notice.text)],
      ['来源', sourceIn(notice.text) ?? ''],
      ['发起人', personWithUnit(office, author, calendar.dayOf(notice.createdAt))],
      ['起草时间', at(notice.createdAt)],
      ['发出时间', at(sentAt)],
      ['批准人', personName(office, approvedBy)],
      ['对象', `${people.length}人${vacantCell(notice, text)}`],
      ['签收', wanted ? `${counts.answered}/${counts.total}` : '不要回执'],
      [
        '要求反馈',
        feedback ? `${fieldsText(feedback.fields)}${feedback.dueAt ? `，${at(feedback.dueAt)}前` : ''}` : '',
      ],
      ['状态', stateCell(notice, text)],
      ['结束时间', at(closedAt)],
      ['关联', linksCell(notice)],
    ],
  };
}

/** Units and fields, one row for each round, with the words as they came; sums where unit words are shared. */
export function feedbackSheet(notice: Notice, feedbacks: readonly Feedback[], context: RecordContext): PaperSheet {
  const { text, issued, shown } = context;
  const fields = notice.feedback?.fields ?? [];
  const rounds = Math.max(1, ...feedbacks.map(({ round }) => round));
  const headings = feedbackHeadings(fields, rounds);
  const rows: string[][] = [];
  for (let round = 1; round <= rounds; round++) rows.push(...roundRows(notice, feedbacks, { round, rounds }, context));
  return {
    name: RECORD_SHEETS.feedback,
    ...{ title: recordTitle(notice), subtitle: issued, orientation: 'landscape' },
    columns: headings.map((heading) => ({ heading, width: widthOf(heading) })),
    rows: rows.map((row, index) => [String(index + 1), ...row.map(shown)]),
    notes: notice.feedback ? [] : [NO_FEEDBACK_ASKED],
  };

  function widthOf(heading: string): number {
    if (heading === '原文') return 44;
    return heading === '时间'
      ? 24
      : heading === '序号' || heading === '次数'
        ? 7
        : Math.max(14, heading.length * 2 + 2);
  }

  function roundRows(
    { feedback }: Notice,
    all: readonly Feedback[],
    { round, rounds: of }: { readonly round: number; readonly rounds: number },
    { text: known }: RecordContext,
  ): string[][] {
    if (!feedback) return [];
    const label = of > 1 ? [`第${round}次`] : [];
    const own = all.map((one) => {
      const values = valuesOf(one, round);
      const answers = answersThatHold(one, round);
      const last = answers.at(-1);
      return [
        ...label,
        whoseText(one.of, known),
        ...feedback.fields.map(({ stem }) => values.get(stem)?.words ?? (last ? '' : NOT_GIVEN)),
        answers.map(({ words }) => words).join('；'),
        personName(text.office, last?.by),
        last ? momentText(last.at, last.at, text.calendar) : '',
      ];
    });
    const sums = feedback.fields.map(({ stem }) => {
      const sum = sumOf(all.flatMap((one) => valuesOf(one, round).get(stem) ?? []));
      return sum?.map(({ count, unit }) => `${Number(count.toFixed(2))}${unit}`).join('') ?? '';
    });
    return sums.some(Boolean) ? [...own, [...label, SUM, ...sums, '', '', '']] : own;
  }
}
