import type { ThingId } from '../../thing.ts';
import { readCaller } from './caller.ts';
import { type Caller, type LogEntry, type LogKind, type LogRemark, logEntryId } from './log-entry.ts';
import { type SaidEntry, wantsHandling } from './read-entry.ts';

export interface Recording {
  readonly no: string;
  readonly unit: ThingId;
  readonly shift?: ThingId;
  readonly kind: LogKind;
  readonly cameAt: Date;
  readonly by: ThingId;
  /** When it was written down. */
  readonly at: Date;
}

export function newEntry({ by, at, ...fields }: Recording, said: SaidEntry): LogEntry {
  const remark = (words: string | undefined): LogRemark[] => (words ? [{ by, at, words }] : []);
  return {
    ...fields,
    id: logEntryId(fields.no),
    type: 'duty-log',
    caller: said.caller,
    content: said.content,
    instructions: remark(said.instruction),
    handling: remark(said.handling),
    wantsHandling: wantsHandling(fields.kind, said.content),
    recorder: by,
    recordedAt: at,
    handledAt: at,
  };
}

/** 批示: what a leader wants done. */
export function instruct(entry: LogEntry, remark: LogRemark): LogEntry {
  return { ...entry, instructions: [...entry.instructions, remark] };
}

/** 处理: what was done. Said again it is added, the earlier words stay. */
export function noteHandling(entry: LogEntry, remark: LogRemark): LogEntry {
  return { ...entry, handling: [...entry.handling, remark] };
}

/** 更正: other words for what it is about; the earlier ones are kept. */
export function correctEntry(entry: LogEntry, remark: LogRemark): LogEntry {
  const was = { by: remark.by, at: remark.at, words: entry.content };
  return { ...entry, content: remark.words, corrections: [...(entry.corrections ?? []), was] };
}

/** 作废: nothing is taken out of a log; said again the first reason stays. */
export function voidEntry(entry: LogEntry, remark: LogRemark): LogEntry {
  return entry.voided ? entry : { ...entry, voided: remark };
}

/** 补充: fills in who called where that is what was said, else what it is about, else it is added to that. What is known stays. */
export function addToEntry(entry: LogEntry, words: string): LogEntry {
  const caller = entry.kind === 'note' ? undefined : readCaller(words);
  if (caller && isNews(caller, entry.caller)) return { ...entry, caller: { ...caller, ...entry.caller } };
  if (entry.content === '') return { ...entry, content: words };
  return { ...entry, content: `${entry.content}（补充：${words}）` };
}

function isNews(said: Caller, known: Caller): boolean {
  return (['unit', 'name', 'phone'] as const).every(
    (slot) => !said[slot] || !known[slot] || said[slot] === known[slot],
  );
}

/** What an entry of its kind should say and does not: unit, name and number of a caller, the sender of a letter, what it is about. */
export function missingIn({ kind, caller, content }: LogEntry): ('unit' | 'name' | 'phone' | 'content')[] {
  const isAnonymous = caller.name?.includes('匿名') ?? false;
  // A citizen has no unit.
  const hasUnit = caller.unit !== undefined || /众|民|主|户|友|机|属|生|人$/.test(caller.name ?? '') || isAnonymous;
  const missing = {
    content: content === '',
    unit: kind !== 'note' && !hasUnit,
    name: kind === 'call' && !caller.name,
    phone: kind === 'call' && !caller.phone && !isAnonymous,
  };
  return (['content', 'unit', 'name', 'phone'] as const).filter((slot) => missing[slot]);
}
