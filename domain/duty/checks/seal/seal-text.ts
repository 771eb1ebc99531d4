import { plainName } from '../plain-name.ts';
import type { Plan } from '../plan.ts';
import { checkLine, countLine, PLAN_KINDS, type Sheet, sheetMoment, sheetOf, shortLine } from './sheet.ts';

/** 作废: the check was asked and does not count. 暂停: it was not asked. 补抽: asked beyond the plan, in place of one that fell out. */
export type DeviationKind = 'void' | 'paused' | 'extra';

/** Where what happened differs from the plan, and why. */
export interface Deviation {
  readonly kind: DeviationKind;
  readonly at: Date;
  readonly name: string;
  readonly reason: string;
}

export const DEVIATIONS: Readonly<Record<DeviationKind, string>> = { void: '作废', paused: '暂停', extra: '补抽' };

/** Marks by which the lines are found again in a paste. */
export const SEAL_MARK = '抽查封存';
export const REVEAL_MARK = '抽查公布';
export const END_MARK = '完';

/** Characters of one chat message, by default. */
const MAX_CHARS = 1800;

/** To dispatcher and supervisor before the period begins: the plan exists and can no longer be changed. Says nothing of it. */
export function sealText({ no, kind, fromAt, toAt }: Plan, hash: string): string {
  return [
    `【${SEAL_MARK}】${no}`,
    periodLine(PLAN_KINDS[kind], sheetMoment(fromAt), sheetMoment(toAt)),
    `SHA-256：${hash}`,
    '抽查时间已抽定封存，时段结束后公布全部内容，请留存本条以便核对',
  ].join('\n');
}

/**
 * After the period: the whole plan with salt and deviations, in messages of at most `maxChars` characters, each complete in
 * itself (`【抽查公布 1/2】` … `【完 1/2】`), so that they may be copied in any order. Throws a RangeError for a deviation
 * without a reason, and for one that voids or pauses what was not planned.
 */
export function revealText(
  plan: Plan,
  salt: string,
  deviations: readonly Deviation[],
  maxChars: number = MAX_CHARS,
): string[] {
  const sheet = sheetOf(plan, salt);
  const lines = [`盐：${salt}`, ...bodyLines(sheet, deviations)];
  const period = periodLine(PLAN_KINDS[plan.kind], sheet.from, sheet.to);

  // The longest frame: a number of three digits in each mark, and the count.
  const frame = `【${REVEAL_MARK} 999/999】${plan.no}\n${period}\n\n【${END_MARK} 999/999】${countLine(99_999)}`.length;
  const parts = packed(lines, maxChars - frame);
  return parts.map((part, index) => {
    const place = `${index + 1}/${parts.length}`;
    const count = index === parts.length - 1 ? countLine(plan.checks.length) : '';
    return [`【${REVEAL_MARK} ${place}】${plan.no}`, period, ...part, `【${END_MARK} ${place}】${count}`].join('\n');
  });
}

function periodLine(kind: string, from: string, to: string): string {
  return `时段：${from} 至 ${to}（${kind}）`;
}

function bodyLines(sheet: Sheet, deviations: readonly Deviation[]): string[] {
  const told = new Map(deviations.map((deviation) => [lineOf(deviation), deviation]));
  const planned = sheet.checks.map((check) => {
    const line = checkLine(check);
    const deviation = told.get(line);
    return deviation && deviation.kind !== 'extra' ? line + deviationText(deviation) : line;
  });
  const extras = deviations.filter(({ kind }) => kind === 'extra').map((extra) => lineOf(extra) + deviationText(extra));

  const known = new Set(sheet.checks.map(checkLine));
  const stray = deviations.find((deviation) => deviation.kind !== 'extra' && !known.has(lineOf(deviation)));
  if (stray) throw new RangeError(`not in the plan: ${lineOf(stray)}`);
  return [...planned, ...extras, ...sheet.shortfalls.map(shortLine)].map(readable);
}

function lineOf({ at, name }: Deviation): string {
  return checkLine({ at: sheetMoment(at), name: plainName(name) });
}

function deviationText({ kind, reason, at, name }: Deviation): string {
  const plain = reason.replace(/[\s【】]+/g, ' ').trim();
  if (!plain) throw new RangeError(`a deviation needs its reason: ${sheetMoment(at)} ${name}`);
  return `；${DEVIATIONS[kind]}：${plain}`;
}

/** The sealed text is in half-width characters; people read full-width punctuation. */
function readable(line: string): string {
  return line.replaceAll(';', '；');
}

/** Whole lines only; one that is longer than a message is a name or reason nobody can have meant. */
function packed(lines: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const line of lines) {
    if (line.length > size) throw new RangeError(`too long for a message: ${line.slice(0, 40)}`);
    if (parts.length === 0 || line.length + 1 > room) {
      parts.push([]);
      room = size + 1;
    }
    parts.at(-1)!.push(line);
    room -= line.length + 1;
  }
  return parts;
}
