import type { Gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import { goesOn, happensAt, headOfClause, textBehindTime } from './clauses.ts';
import type { Group } from './groups.ts';
import {
  AFTER_GROUP,
  AWAY,
  BACKUP_AFTER,
  BACKUP_BEFORE,
  CALL,
  COOP_AFTER,
  COOP_BEFORE,
  DOER_BEFORE,
  ELSEWHERE,
  EXECUTES,
  EXECUTES_LAST,
  GOES_TO,
  JOINS,
  LEAD_AFTER,
  LEAD_BEFORE,
  LEADER_AFTER,
  ORDERS,
  STEPS_IN,
} from './role-words.ts';

/** What a group of names has to do with an order. */
export type Part = 'executor' | 'lead' | 'leader' | 'coop' | 'backup' | 'absent' | 'none';

export interface Placed {
  readonly group: Group;
  readonly part: Part;
  /** The words that say who, with 请, 由, 牵头: not part of the content. */
  readonly words: Span;
  /** Called by 请, 由 and the like, not only named at the head of a clause. */
  readonly called: boolean;
  /** Named behind a label such as 责任单位：, wherever in the message that stands. */
  readonly labelled?: boolean;
}

/** Decides for each group what part it has; a name in the middle of a sentence has none. */
export function placeGroups(heard: Heard, groups: readonly Group[], stretch: Span): Placed[] {
  const placed: Placed[] = [];
  for (const [index, group] of groups.entries()) {
    placed.push(place(heard, group, stretch, placed[placed.length - 1], groups[index + 1]));
  }
  return withSomebody(heard, withoutBackground(heard, placed), stretch);
}

function place(heard: Heard, group: Group, stretch: Span, last: Placed | undefined, next: Group | undefined): Placed {
  const before = heard.text.slice(Math.max(stretch.from, group.from - 24), group.from);
  const title = AFTER_GROUP.exec(heard.text.slice(group.to, Math.min(stretch.to, group.to + 14)))![0].length;
  const after = heard.text.slice(group.to + title, Math.min(stretch.to, group.to + title + 14));
  const call = CALL.exec(before)?.[0].length ?? 0;
  const is = (part: Part, pattern?: Gated, behind?: Gated): Placed => ({
    group,
    part,
    words: {
      from: group.from - (behind?.exec(before)?.[0].length ?? call),
      to: group.to + title + (pattern?.exec(after)?.[0].length ?? 0),
    },
    called: call > 0,
  });

  if (last?.part === 'coop' && last.words.to === group.from) return is('executor');
  if (BACKUP_BEFORE.test(before)) return is('backup', BACKUP_AFTER, BACKUP_BEFORE);
  if (STEPS_IN.test(after)) return is('backup', STEPS_IN);
  if (AWAY.test(after)) return is('absent', AWAY);
  const behindTime = textBehindTime(heard, group.to + title);
  if (LEADER_AFTER.test(after)) return is('leader', LEADER_AFTER);
  if (behindTime && /^带队/.test(behindTime)) return is('leader');
  if (behindTime && /^牵头/.test(behindTime)) return is('lead');
  if (LEAD_AFTER.test(after)) return is('lead', LEAD_AFTER);
  if (call === 0 && GOES_TO.test(before)) return is('none');
  if (COOP_AFTER.test(after)) return is('coop', COOP_AFTER);
  if (next && JOINS.test(heard.text.slice(group.to + title, next.from))) return is('lead');
  if (LEAD_BEFORE.test(before)) return { ...is('lead', undefined, LEAD_BEFORE), labelled: true };
  if (COOP_BEFORE.test(before)) return is('coop', undefined, COOP_BEFORE);
  if (DOER_BEFORE.test(before)) return { ...is('executor', undefined, DOER_BEFORE), labelled: true };
  if (call === 0 && ORDERS.test(after)) return is('none');
  if (call === 0 && last && last.part !== 'none' && /^的(?!同志)/.test(after)) return is('none');
  if (call > 0) return is(relays(before, last) ? 'none' : 'executor', EXECUTES);
  if (ELSEWHERE.test(before)) return is('none');
  if (EXECUTES_LAST.test(after) && group.to + after.length + title >= stretch.to) return is('executor', EXECUTES_LAST);
  if (EXECUTES.test(after)) return is('executor', EXECUTES);
  if (continues(heard, group, last)) return is('executor');
  return headOfClause(heard, group, stretch, after) || wholeLastClause(heard, group, stretch, last)
    ? is('executor')
    : is('none');
}

/** 把表填好并通知各镇: somebody has been named already and is to pass it on. */
function relays(before: string, last: Placed | undefined): boolean {
  const named = last !== undefined && last.part !== 'none';
  return named && /[^\s,。;:!、)](?:通知(?:到|给)?|安排|要求|督促|责成|派|叫|让|指定)(?:一下|下)?\s*$/.test(before);
}

/** 请青山镇，南街镇，石桥乡…: a list with commas goes on. */
function continues({ text }: Heard, group: Group, last: Placed | undefined): boolean {
  return last?.part === 'executor' && /^\s?,\s?$/.test(text.slice(last.group.to, group.from));
}

/** 周五前报台账，青山镇、南街镇: they alone are the last clause, and nobody was named before. */
function wholeLastClause({ text }: Heard, group: Group, stretch: Span, last: Placed | undefined): boolean {
  if (last && last.part !== 'none') return false;
  return (
    group.names.every(({ kind }) => kind !== 'person') &&
    /[,。;:(\n]\s*$/.test(text.slice(Math.max(stretch.from, group.from - 3), group.from)) &&
    /^[\s。!)]*(?:[,。;]?\s?(?:收到请回复|谢谢|辛苦了?))?[\s。!)]*$/.test(text.slice(group.to, stretch.to))
  );
}

/** 石桥乡水库出现渗漏，请水利局…: who is only spoken of, before somebody is called, is not the one who acts. */
function withoutBackground(heard: Heard, placed: readonly Placed[]): Placed[] {
  const lastCalled = placed.findLastIndex(
    ({ part, called, group, words }) =>
      (called && part !== 'backup') ||
      (part === 'executor' && goesOn(heard, group, heard.text.slice(words.to, words.to + 14))),
  );
  return placed.map((one, index) => {
    if (index >= lastCalled || one.called || one.part !== 'executor') return one;
    if (placed[lastCalled]!.called && happensAt(heard, one.words.to)) return { ...one, part: 'none' };
    const after = heard.text.slice(one.words.to, one.words.to + 14);
    const acts = goesOn(heard, one.group, after) || /^[\s,:、。@]|^$/.test(after);
    return acts || one.words.to > one.group.to ? one : { ...one, part: 'none' };
  });
}

/** 请公安局配合做好安保: where nobody else is named, who is to help is the one who acts. */
function withSomebody(heard: Heard, placed: readonly Placed[], stretch: Span): Placed[] {
  if (placed.some(({ part }) => part === 'executor' || part === 'lead' || part === 'leader')) return [...placed];
  return placed.map((one) => {
    const tail = heard.text.slice(one.words.to, stretch.to);
    if (one.part !== 'coop' || !one.called || /^[\s\p{P}]/u.test(tail)) return one;
    return { ...one, part: 'executor', words: { from: one.words.from, to: one.group.to } };
  });
}
