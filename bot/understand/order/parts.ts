import type { Heard } from '../heard.ts';
import type { Span } from '../span.ts';
import type { Group } from './groups.ts';

/** What a group of names has to do with an order. */
export type Part = 'executor' | 'lead' | 'leader' | 'coop' | 'backup' | 'absent' | 'none';

export interface Placed {
  readonly group: Group;
  readonly part: Part;
  /** The words that say who, with 请, 由, 牵头: not part of the content. */
  readonly words: Span;
}

/** 请青山镇, 由马强, 要求各乡镇, @何静. */
const CALL = /(?:请|麻烦|劳烦|辛苦|由|让|叫|通知|安排|责成|督促|要求|派|交办给?|交给|@|\s@)+(?:你们?)?\s*$/;
/** 应急局牵头, 应急局负责牵头抓总. */
const LEAD_AFTER = /^(?:等)?(?:负责)?(?:牵头|主办|主责|总牵头)(?:负责|抓总|办理)?/;
const JOINS_AFTER = /^会同/;
const LEADER_AFTER = /^带队/;
/** 牵头单位：应急局. */
const LEAD_BEFORE = /(?:牵头(?:单位|部门)|责任(?:单位|部门)|主办单位)(?:为|是|:)?\s*$/;
/** 公安局配合, 供销社协助做好. */
const COOP_AFTER = /^(?:等)?(?:各?负责|积极|全力|做好|予以|给予)?(?:配合|协助|协同|参与|协办|会办)(?:做好|好|工作)?/;
/** 会同公安局, 配合单位：公安局. */
const COOP_BEFORE = /(?:会同|配合(?:单位|部门)(?:为|是|:)?|协办单位(?:为|是|:)?)\s*$/;
/** 由龙海替, 吴平顶上. */
const STEPS_IN = /^(?:来|去)?(?:替(?:班|补|代|一下)?|顶(?:上|替|班)?|代(?:替|办|理|劳)?|接(?:替|手))/;
/** 罗刚走不开就, 要是不在. */
const AWAY = /^(?:如果?|要是|若)?(?:走不开|不在|有事|请假|来不了|去不了|没空|抽不开身|不方便)[^,。;由让请]{0,4}/;
/** 安委办要求各乡镇…: who hands on the order does not carry it out. */
const ORDERS = /^(?:要求|通知|安排|请(?!示|求)|让|部署|决定|下发|印发|转发)/;
const EXECUTES = /^(?:等)?(?:具体)?(?:负责|承办|落实|办理)(?!人)/;
/** 应急局、公安局等部门: the list goes on, and nobody says with whom. */
export const AND_OTHERS = /^(?:等(?:有关|相关)?(?:部门|单位|乡镇)?)?(?:负责|来)?/;
/** To whom or where: 报安委办, 到石桥乡, 拍给防汛办, 与公安局对接. */
const ELSEWHERE =
  /(?:报送?|报给|上报|报至|报到|发|发给|发到|送|送给|送至|交|交到|给|拍给|抄送|抄报|反馈|反馈给|汇总到|汇总至|提交|向|找|联系|到|去|至|在|赴|通过|经|跟|从|往|督查|检查|抽查|暗访|走访|对接|转|把|将|对|和|与|为|是|的|于)\s*$/;
/** What makes names at the head of a later clause the ones who are to act. */
const ACTS =
  /^\s*(?:要|须|应|务必|必须|需|把|将|对|于|在|尽快|抓紧|立即|按|完成|报|交|提交|填报|反馈|排查|检查|整改|组织|开展|做好|落实|制定|核对|清点|清理|修|拍|统计|汇总|更新|补|出|派|准备|分别|各自|也|都)/;
const MARK = /[,。;:!?\n、]/;

/** Decides for each group what part it has; a name in the middle of a sentence has none. */
export function placeGroups(heard: Heard, groups: readonly Group[], stretch: Span): Placed[] {
  const placed: Placed[] = [];
  for (const group of groups) {
    const last = placed[placed.length - 1];
    placed.push(place(heard, group, stretch, last));
  }
  return placed;
}

function place(heard: Heard, group: Group, stretch: Span, last: Placed | undefined): Placed {
  const before = heard.text.slice(Math.max(stretch.from, group.from - 12), group.from);
  const after = heard.text.slice(group.to, Math.min(stretch.to, group.to + 14));
  const called = CALL.exec(before)?.[0].length ?? 0;
  const is = (part: Part, pattern?: RegExp, behind?: RegExp): Placed => ({
    group,
    part,
    words: {
      from: group.from - (behind?.exec(before)?.[0].length ?? called),
      to: group.to + (pattern?.exec(after)?.[0].length ?? 0),
    },
  });

  if (STEPS_IN.test(after)) return is('backup', STEPS_IN);
  if (AWAY.test(after)) return is('absent', AWAY);
  if (LEADER_AFTER.test(after)) return is('leader', LEADER_AFTER);
  if (LEAD_AFTER.test(after)) return is('lead', LEAD_AFTER);
  if (COOP_AFTER.test(after)) return is('coop', COOP_AFTER);
  if (JOINS_AFTER.test(after)) return is('lead');
  if (LEAD_BEFORE.test(before)) return is('lead', undefined, LEAD_BEFORE);
  if (COOP_BEFORE.test(before)) return is('coop', undefined, COOP_BEFORE);
  if (ORDERS.test(after)) return is('none');
  if (called > 0) return is('executor', AND_OTHERS);
  if (ELSEWHERE.test(before)) return is('none');
  if (EXECUTES.test(after)) return is('executor', EXECUTES);
  if (continues(heard, group, last)) return is('executor');
  return headOfClause(heard, group, stretch, after) ? is('executor') : is('none');
}

/** 请青山镇，南街镇，石桥乡…: a list with commas goes on. */
function continues({ text }: Heard, group: Group, last: Placed | undefined): boolean {
  return last?.part === 'executor' && /^\s?,\s?$/.test(text.slice(last.group.to, group.from));
}

/** Nothing but times and marks stands before the names in their clause; in a later clause something must follow that they do. */
function headOfClause(heard: Heard, group: Group, stretch: Span, after: string): boolean {
  let at = group.from;
  for (;;) {
    const time = timeEndingAt(heard, at);
    if (time !== undefined) at = time;
    else if (at > stretch.from && /[\s@于在]/.test(heard.text[at - 1]!)) at--;
    else break;
  }
  if (at <= stretch.from) return true;
  if (!MARK.test(heard.text[at - 1]!)) return false;
  const onlyMarksBefore = /^[\s\p{P}]*$/u.test(heard.text.slice(stretch.from, at));
  return (
    onlyMarksBefore ||
    ACTS.test(after) ||
    heard.times.times.some((time) => !time.past && startsAt(heard, time.from, group.to))
  );
}

function timeEndingAt({ times }: Heard, at: number): number | undefined {
  return [...times.times, ...times.troubles].find((time) => time.to === at)?.from;
}

function startsAt({ text }: Heard, time: number, at: number): boolean {
  return time >= at && /^[\s于在]{0,3}$/.test(text.slice(at, time));
}
