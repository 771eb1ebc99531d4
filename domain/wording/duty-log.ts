import { missingIn } from '../duty/log/change-entry.ts';
import { isOpenEntry, type LogEntry, type LogKind } from '../duty/log/log-entry.ts';
import type { ThingId } from '../thing.ts';
import { clockText } from './dates.ts';
import { peopleNames } from './duty.ts';
import { maskedPhone, personName, unitName } from './names.ts';
import type { TextContext } from './tasks.ts';

export const LOG_KINDS: Readonly<Record<LogKind, string>> = { call: '来电', letter: '来文', note: '记录' };

const SLOTS = { content: '内容', unit: '单位', name: '姓名', phone: '电话' } as const;
const EXAMPLES = {
  call: '来电 县应急局 李明 0000-8812345：通知明天降温',
  letter: '来文 县应急局：关于做好防冻工作的通知',
  note: '记录 14:20 群众反映南街路灯不亮，已转城管',
} as const;
const MOST_LISTED = 5;
const LINE_CHARS = 46;
const PHONES = /(?<!\d)(?:\d{3,4}[- ]\d{7,8}|1\d{2}[- ]\d{4}[- ]\d{4}|\d{7,17}[\dXx]?)(?!\d)/g;

/** What may have to be reported within the hour: the log alone is not enough. */
const INCIDENT =
  /受伤|死亡|伤亡|被困|被压|被埋|起火|着火|火灾|爆炸|坍塌|垮塌|倒塌|溺水|落水|失联|泄漏|中毒|滑坡|泥石流|翻车|坠落/;

/** Telephone and identity numbers shortened, for whoever is not on duty himself. */
export function withoutPhones(words: string): string {
  return words.replace(PHONES, (found) => maskedPhone(found.replace(/[- ]/g, '')));
}

export function callerText({ caller: { unit, name, phone } }: LogEntry): string {
  return [unit, name, phone].filter(Boolean).join(' ');
}

/** `J012 14:20来电 县应急局 李明：通知明天降温`, in full. */
export function entryText(entry: LogEntry, { now, calendar }: TextContext): string {
  const head = `${entry.no} ${clockText(entry.cameAt, now, calendar)}${LOG_KINDS[entry.kind]}`;
  const caller = callerText(entry);
  return `${head}${caller ? ` ${caller}` : ''}：${entry.content || '（内容待补）'}`;
}

/** To the one who has just said it: what was written down, and in one line what is still missing or comes next. */
export function recordedText(entry: LogEntry, context: TextContext): string {
  const { instructions, handling } = entry;
  const more = [
    ...instructions.map(({ words }) => `批示：${words}`),
    ...handling.map(({ words }) => `处理：${words}`),
  ].join('；');
  const next = missingText(entry) ?? (isOpenEntry(entry) ? '办理后请说“处理 …”，领导有批示请说“批示 …”' : undefined);
  const alarm = INCIDENT.test(entry.content) ? '像是突发事件：请先按规定立即报告，不等记录' : undefined;
  return [`已记${entryText(entry, context)}`, more, alarm, next].filter(Boolean).join('\n');
}

function missingText(entry: LogEntry): string | undefined {
  const missing = missingIn(entry);
  if (missing.length === 0) return undefined;
  if (missing[0] === 'content') return `还缺${LOG_KINDS[entry.kind]}内容，请接着说`;
  const who = entry.kind === 'call' ? '来电人' : '来文';
  return `还缺${who}${missing.map((slot) => SLOTS[slot]).join('、')}，知道请补一句，不知道不用回`;
}

export function voidedText({ no, voided }: LogEntry): string {
  return `${no}已作废${voided?.words ? `（${voided.words}）` : ''}，仍留在值班记录里备查，不计条数。要重记请再说一遍`;
}

/** In a room the content is not repeated. */
export function recordedInRoomText({ no }: LogEntry): string {
  return `已记${no}`;
}

/** To the one who added something to an entry. */
export function entryChangedText(entry: LogEntry, what: string, words: string, context: TextContext): string {
  return `已记${shortened(entryText(entry, context))}\n${what}：${words}`;
}

/** To the one who was asked and said that there is nothing. */
export function leftEmptyText({ no }: LogEntry): string {
  return `好的，${no}这一项空着`;
}

export function addedNothingText({ no }: LogEntry): string {
  return `没看懂要补什么，${no}没有改动。请说“${no} 补充 …”`;
}

export function emptyEntryText(kind: LogKind): string {
  return `请把${LOG_KINDS[kind]}内容一起说，例如“${EXAMPLES[kind]}”`;
}

/** Whoever is not on duty does not write in the log. */
export function notOnDutyText(unit: ThingId | undefined, people: readonly ThingId[], context: TextContext): string {
  if (!unit) return '值班记录由当班的人来记，你没有排班的单位';
  const now = people.length > 0 ? `，${unitName(context.office, unit)}现在是${peopleNames(people, context)}` : '';
  return `值班记录由当班的人来记${now}。是你在值班请先说“接班”`;
}

export function noEntryText(no: string): string {
  return `没有找到值班记录${no}，请核对编号`;
}

export const NO_ENTRY_YET = '这一班还没有值班记录，要补记请带上编号，例如“J012 处理 已回访”';

export function notYourLogText(unit: ThingId, { office }: TextContext): string {
  return `${unitName(office, unit)}的值班记录只给本单位和安委办看`;
}

export const NAME_UNIT_OF_LOG = '看哪个单位的？请连单位一起说，例如“青山镇今天的值班记录”';

/** The room reads this, the person the list. */
export const LOG_IN_PRIVATE = '值班记录里有群众信息，已私发给你';

/** `青山镇今天的值班记录3条`, at most five of them by line, then the paper that holds all. */
export function logListText(
  unit: ThingId,
  when: string,
  entries: readonly LogEntry[],
  phones: boolean,
  context: TextContext,
): string {
  const name = unitName(context.office, unit);
  if (entries.length === 0) return `${name}${when}没有值班记录`;
  const open = entries.filter(isOpenEntry).length;
  const lines = entries.slice(-MOST_LISTED + 1).map((entry) => entryLine(entry, phones, context));
  const count = entries.filter(({ voided }) => !voided).length;
  const rest = entries.length > lines.length ? `，只列最近${lines.length}条，全部请说“导出值班记录”` : '';
  return [`${name}${when}的值班记录${count}条${open > 0 ? `，待处理${open}条` : ''}${rest}`, ...lines].join('\n');
}

function entryLine(entry: LogEntry, phones: boolean, context: TextContext): string {
  const words = entryText(entry, context);
  return `${shortened(phones ? words : withoutPhones(words))}${markOf(entry)}`;
}

function markOf(entry: LogEntry): string {
  if (entry.voided) return '（已作废）';
  return isOpenEntry(entry) ? '（待处理）' : '';
}

/** One entry with everything about it. */
export function entryDetailText(entry: LogEntry, phones: boolean, context: TextContext): string {
  const { now, calendar, office } = context;
  const remark = (what: string) => (said: LogEntry['handling'][number]) =>
    `${what}（${clockText(said.at, now, calendar)} ${personName(office, said.by)}）：${said.words}`;
  const lines = [
    entryText(entry, context),
    ...(entry.voided ? [entry.voided].map(remark('作废')) : []),
    ...entry.instructions.slice(-2).map(remark('批示')),
    ...(entry.handling.length > 0 ? entry.handling.slice(-2).map(remark('处理')) : ['处理：还没有']),
    `记录人：${unitName(office, entry.unit)} ${personName(office, entry.recorder)}`,
  ];
  const words = lines.join('\n');
  return phones ? words : withoutPhones(words);
}

/** One line among what is left to the next shift. */
export function openEntryText(entry: LogEntry, context: TextContext): string {
  return shortened(entryText(entry, context));
}

function shortened(words: string): string {
  const chars = [...words];
  return chars.length <= LINE_CHARS ? words : `${chars.slice(0, LINE_CHARS).join('')}…`;
}
