import type { Resolved } from './resolve.ts';
import type { PhraseSaid } from './said.ts';

/** 截止时间为…, 最迟于…, 不晚于…, 时限：…, 限… */
const LIMIT_BEFORE =
  /(?:截止|最迟|最晚|至迟|不晚于|不迟于|不得晚于|不得迟于|不超过|期限|时限|限期|限|务必于)(?:时间|日期)?(?:不晚于|为|是|到|至|于|在|:|\s){0,3}$/;
/** 截至9月18日: as of that day, unless the day is still to come and nothing is counted up to it. */
const AS_OF = /截至(?:时间|日期)?\s?$/;
/** 周五报台账, 明天下午交, 17时反馈; the verb within the clause. 报到 and 报名 are something else. */
const DELIVER =
  /^[^,。;!?\n的]{0,14}?(?:报送|上报|填报|补报|续报|报齐|报(?!到|名|告会|警|废|考|销|纸|刊|道)|交(?!接|通|班|办|流|换|谈|叉|警)|提交|完成(?!情况|后|的)|反馈(?!会)|办结|整改到位|汇总|发我|发来|发给|送达|送到)/;
/** 明天把上半年的台账报来: the thing between 把 and the verb may be long. */
const DELIVER_THING =
  /^[^,。;!?\n]{0,6}?[把将][^,。;!?\n]{1,30}?(?:报|交|发|送)(?:来|我|给|到|至|上来|过来|齐|送|一下)/;
/** 9月15日检查发现的…, 8日下发的…: tells of the past. */
const TOLD = /^[^,。;!?\n]{0,8}?(?:发现|下发|印发|发生|通报|布置|部署|召开|安排|交办|反映)(?:的|了)/;

/** What part a time plays: the words around it make a limit of a day, or a memory. */
export function roleOf(
  said: PhraseSaid,
  resolved: Resolved,
  { before, after, at }: { readonly before: string; readonly after: string; readonly at: Date },
): Resolved['kind'] | 'told' | 'none' {
  if (resolved.kind === 'recurrence' || resolved.kind === 'deadline' || said.now) return resolved.kind;
  if (LIMIT_BEFORE.test(before)) return 'deadline';
  const rolled = isRolled(said, resolved, at);
  if (AS_OF.test(before)) return resolved.past || rolled || /^的/.test(after) || said.until ? 'told' : 'deadline';

  const free = said.relation === undefined || said.relation === 'during';
  if (free && (rolled || TOLD.test(after))) return 'told';
  if (resolved.past) return resolved.kind;
  const delivers = free && said.until === undefined && (DELIVER.test(after) || DELIVER_THING.test(after));
  if (resolved.length) return delivers ? 'deadline' : 'none';
  return delivers && said.relation !== 'during' ? 'deadline' : resolved.kind;
}

const DAY_MS = 86_400_000;

/** 8月31日 without a year, said in September, would be eleven months ahead: unless 前 makes it a limit, it is the one just gone. */
export function isRolled(said: PhraseSaid, resolved: Resolved, at: Date): boolean {
  if (said.day?.sort !== 'date' || said.day.year !== undefined || said.day.years !== undefined) return false;
  return resolved.startAt.getTime() - at.getTime() > 300 * DAY_MS;
}
