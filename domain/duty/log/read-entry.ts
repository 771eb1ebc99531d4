import { callerInFront, readCaller } from './caller.ts';
import type { Caller, LogKind } from './log-entry.ts';

/** What an entry says, in the words of whoever wrote it. */
export interface SaidEntry {
  readonly caller: Caller;
  readonly content: string;
  readonly instruction?: string;
  readonly handling?: string;
}

/** A colon that parts the caller from the matter, not the one of 14:20. */
const COLON = /(?<!\d)[:：]|[:：](?!\d)/;
const LONGEST_CALLER = 40;
/** 批示：通知各村; 处理情况：已通知. */
const SECTION = /[\s,，;；。]*(?:领导)?(批示|指示|拟办|处理|处置|办理)(?:情况|结果|意见)?[:：]/g;
/** ，已转城管: the last clauses, from the first that tells what was done. */
const DONE =
  /[,，;；。]\s*(?:现|目前|我|我们|值班员)?(?=(?:均|都)?已(?:经)?(?:转|交|报|通知|告知|处|办|联系|安排|派|回|解决|修|到场|核实|协调|上报|传达|落实|劝|答复|受理|移交|登记))/;
const EDGES = /^[\s,，;；:：、。]+|[\s,，;；:：、]+$/g;
/** Somebody from outside who wants something. */
const ASKS =
  /(?:群众|市民|村民|居民|业主|商户|来访|企业|学校|家属|网友)[^。]{0,20}(?:反映|反应|投诉|举报|求助|报告|报警|要求|请求|咨询)/;

/** Reads the five elements as far as they are said; what is not said stays absent. */
export function readEntry(kind: LogKind, words: string): SaidEntry {
  const { main, instruction, handling } = sections(words);
  const { caller, rest } = kind === 'note' ? { caller: {}, rest: main } : withCaller(main, kind);
  const done = handling ? null : DONE.exec(rest);
  const told = done ? rest.slice(done.index).replace(EDGES, '') : handling;
  return {
    caller,
    content: (done ? rest.slice(0, done.index) : rest).replace(EDGES, ''),
    ...(instruction && { instruction }),
    ...(told && { handling: told }),
  };
}

/** A call or a letter wants something done; a note does only where it tells what somebody asked for. */
export function wantsHandling(kind: LogKind, content: string): boolean {
  return kind !== 'note' || ASKS.test(content);
}

function withCaller(main: string, kind: LogKind): { readonly caller: Caller; readonly rest: string } {
  const colon = COLON.exec(main.slice(0, LONGEST_CALLER + 1));
  const caller = colon ? readCaller(main.slice(0, colon.index)) : undefined;
  if (colon && caller) return { caller, rest: main.slice(colon.index + 1) };
  const front = callerInFront(main);
  if (front) return front;
  // Nothing but who called: what it is about is still to come.
  const whole = kind === 'call' && main.length <= LONGEST_CALLER ? readCaller(main) : undefined;
  return whole && (whole.phone || (whole.unit && whole.name))
    ? { caller: whole, rest: '' }
    : { caller: {}, rest: main };
}

function sections(words: string): { main: string; instruction?: string; handling?: string } {
  const marks = [...words.matchAll(SECTION)];
  const main = words.slice(0, marks[0]?.index ?? words.length);
  const found: { instruction?: string; handling?: string } = {};
  marks.forEach((mark, index) => {
    const text = words.slice(mark.index + mark[0].length, marks[index + 1]?.index).replace(EDGES, '');
    const slot = /批示|指示|拟办/.test(mark[1]!) ? 'instruction' : 'handling';
    if (text !== '') found[slot] = found[slot] ? `${found[slot]}；${text}` : text;
  });
  return { main, ...found };
}
