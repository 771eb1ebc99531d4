import type { FeedbackField } from '../notices/feedback/feedback.ts';
import type { Notice, Receipt } from '../notices/notice.ts';
import { countsWith } from '../notices/vacant-units.ts';
import { lastPart, type ThingId } from '../thing.ts';
import { momentText } from './dates.ts';
import { personName, unitName } from './names.ts';
import { noOf } from './notice-out.ts';
import { NOTICE_NAMES } from './notices.ts';
import type { TextContext } from './tasks.ts';

export const RECORD_SHEETS = { notice: '通知', receipts: '签收', feedback: '反馈', course: '过程' } as const;
export const RECEIPT_HEADINGS = ['序号', '姓名', '单位', '职务', '送达', '签收时间', '方式', '备注'] as const;
export const COURSE_HEADINGS = ['序号', '时间', '事项', '人员', '内容'] as const;
export const NOTICE_HEADINGS = ['项目', '内容'] as const;
export const NO_FEEDBACK_ASKED = '本通知没有要求反馈';
export const SUM = '合计';
export const NOT_GIVEN = '未报';

export const COURSE = {
  written: '起草',
  pending: '请领导批准@所有人',
  sent: '发出',
  'asked-again': '再次提醒',
  listed: '电话名单给发起人',
  received: '签收',
  'by-phone': '电话核实',
  feedback: '反馈',
  complete: '收齐',
  ended: '到期结束',
  said: '结束收集',
  corrected: '更正',
  lifted: '解除',
} as const;

export function recordTitle({ no, kind }: Notice): string {
  return `${NOTICE_NAMES[kind]}${no}全程记录`;
}

/** Beside the file: how far it is at this moment. */
export function recordSentText(notice: Notice, answered: number): string {
  const counts = countsWith(notice, answered);
  const counted = notice.wanted ? `：签收${counts.answered}/${counts.total}` : '';
  return `${recordTitle(notice)}${counted}，请查收附件`;
}

export function feedbackHeadings(fields: readonly FeedbackField[], rounds: number): string[] {
  return [
    '序号',
    ...(rounds > 1 ? ['次数'] : []),
    '单位',
    ...fields.map(({ words }) => words),
    '原文',
    '报送人',
    '时间',
  ];
}

/** Units that nobody could be told for, and who telephoned them. */
export function vacantCell({ vacant = [] }: Notice, { office, calendar }: TextContext): string {
  const shown = vacant.map(({ unit, by, at }) => {
    const phoned = by && at ? `${personName(office, by)}${momentText(at, at, calendar)}电话通知` : '没有通知到';
    return `${unitName(office, unit)}（没有人可发，${phoned}）`;
  });
  return shown.map((one) => `，${one}`).join('');
}

const STATES = { draft: '草稿', pending: '待批准', sent: '收集中', closed: '已结束' } as const;

export function stateCell({ state, closedBecause, closedBy, closedReason }: Notice, { office }: TextContext): string {
  if (state !== 'closed') return STATES[state];
  switch (closedBecause) {
    case 'complete':
      return '已结束（收齐）';
    case 'lifted':
      return '已解除';
    case 'corrected':
      return '已更正';
    case 'said':
      return `已结束（${personName(office, closedBy)}：${closedReason ?? ''}）`;
    default:
      return STATES.closed;
  }
}

/** 更正 and 解除, on both sides. */
export function linksCell({ corrects, lifts, correctedBy, liftedBy }: Notice): string {
  return [
    ...(corrects ? [`更正${noOf(corrects)}`] : []),
    ...(lifts ? [`解除${noOf(lifts)}`] : []),
    ...(correctedBy ? [`已由${noOf(correctedBy)}更正`] : []),
    ...(liftedBy ? [`已由${noOf(liftedBy)}解除`] : []),
  ].join('；');
}

/** How an answer came, and through whom where it was not the person's own word. */
export function wayCell(receipt: Receipt | undefined, wanted: boolean): string {
  if (!wanted) return '不要回执';
  if (!receipt) return '待发';
  if (receipt.state === 'by-phone') return '电话核实';
  if (receipt.state === 'received') return receipt.receivedBy === receipt.person ? '本人回复' : 'AB角代答';
  return '未签收';
}

export function remarkCell(receipt: Receipt | undefined, phone: string | undefined, { office }: TextContext): string {
  if (!receipt) return '';
  const { state, receivedBy, person, askedAgainAt = [] } = receipt;
  const by = receivedBy && receivedBy !== person ? personName(office, receivedBy) : '';
  const isOpen = state === 'sent' || state === 'unanswered';
  return [
    ...(by ? [state === 'by-phone' ? `${by}核实` : `${by}代答`] : []),
    ...(isOpen ? [phone ? `电话${phone}` : '没有登记电话'] : []),
    ...(askedAgainAt.length > 0 ? [`又提醒${askedAgainAt.length}次`] : []),
  ].join('，');
}

export function peopleCell(people: readonly ThingId[], { office }: TextContext): string {
  const names = people.slice(0, 12).map((id) => personName(office, id) || lastPart(id));
  return `${names.join('、')}${people.length > 12 ? `等${people.length}人` : ''}`;
}

export function exportInPrivateText(no: string): string {
  return `${no}的全程记录私发给你`;
}

export function notYetSentText(no: string): string {
  return `${no}还没有发出，没有可导出的记录`;
}

export function noticeGoneText(notice: ThingId): string {
  return `${noOf(notice)}没有发出，没有可导出的记录`;
}
