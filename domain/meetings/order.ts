import type { Office } from '../people/office.ts';
import type { Amendment, Order } from '../tasks/draft-task.ts';
import type { ThingId } from '../thing.ts';
import { actionOf, decisionOn, type Meeting, type MeetingItem, partiesOf } from './meeting.ts';
import { unitsMeant } from './units.ts';

const LONGEST_TITLE = 40;

/** The order that a decided point makes; its text names the meeting, the day, the paragraph and the exact words. */
export function orderFrom(meeting: Meeting, item: MeetingItem, office: Office): Order {
  const { dueAt, openEnded } = decisionOn(meeting, item.no);
  return {
    ...titleOf(actionOf(meeting, item)),
    text: sourceOf(meeting, item),
    source: { kind: meeting.source === 'plan' ? 'paper' : 'meeting', reference: meeting.name },
    ...whoOf(meeting, item, office),
    owners: [],
    priority: 'normal',
    ...(dueAt && { dueAt }),
    ...(openEnded && { openEnded }),
    assumed: [],
    openPoints: [],
  };
}

/** What changes of its draft when a point is decided anew. */
export function amendmentFrom(meeting: Meeting, item: MeetingItem, office: Office): Amendment {
  const { dueAt, openEnded } = decisionOn(meeting, item.no);
  return {
    ...whoOf(meeting, item, office),
    title: titleOf(actionOf(meeting, item)).title,
    ...(dueAt ? { dueAt } : { openEnded: openEnded ?? false }),
  };
}

/** `会议“…”（2026-01-16）第5段：原文`. */
export function sourceOf({ name, heldDay, source }: Meeting, { place, quote }: MeetingItem): string {
  const where = source === 'plan' ? `第${place}行` : `第${place}段`;
  return `${source === 'plan' ? '分工方案' : '会议'}“${name}”${heldDay ? `（${heldDay}）` : ''}${where}：${quote}`;
}

/** One unit with others to help leads; several each do it themselves. */
function whoOf(meeting: Meeting, item: MeetingItem, office: Office) {
  const parties = partiesOf(meeting, item);
  const leads = unitsMeant(office, parties.leads).units;
  const coops = unitsMeant(office, parties.coops).units.filter((unit) => !leads.includes(unit));
  const alone = leads.length === 1 && coops.length > 0;
  const none: readonly ThingId[] = [];
  return { leads: alone ? leads : none, executors: alone ? none : leads, coops };
}

/** 根据工作实际，: on what it rests, and not what is to be done. */
const LEADS_IN = /^(?:根据|按照|结合|围绕|针对|为了?|本着|坚持)[^，；;。]*，$/;

/** Whole clauses as far as a title bears them; the rest is what is asked for besides. */
function titleOf(action: string): { title: string; requirements: string[] } {
  const clauses = action
    .replace(/^牵头(?=[\u4e00-\u9fa5]{4})/, '')
    .replace(/[。；;，,\s]+$/, '')
    .split(/(?<=[，；;。])/)
    .filter((clause) => clause.trim() !== '');
  const begins = clauses.findIndex((clause) => !LEADS_IN.test(clause));
  const lead = clauses.slice(0, Math.max(0, begins));
  let title = '';
  let taken = lead.length;
  for (const clause of clauses.slice(lead.length)) {
    if (title !== '' && title.length + clause.length > LONGEST_TITLE) break;
    title += clause;
    taken++;
  }
  const rest = [...lead, ...clauses.slice(taken)].join('');
  return { title: title.replace(/[，；;。\s]+$/, '').trim(), requirements: rest === '' ? [] : [rest] };
}
