import { isoShanghai } from '../../../calendar/iso.ts';
import type { Plan, PlanKind, ShortReason } from '../plan.ts';
import { drawHex, type RandomBytes } from '../random.ts';

/** SHA-256 over UTF-8 text, as 64 lower-case hexadecimal digits; rules have no hash of their own. */
export type Sha256 = (text: string) => string;

/** What is sealed, in the words that are published. Moments are `2026-01-26 02:13`, Shanghai. */
export interface Sheet {
  readonly no: string;
  readonly kind: PlanKind;
  readonly from: string;
  readonly to: string;
  readonly salt: string;
  readonly checks: readonly SheetCheck[];
  readonly shortfalls: readonly SheetShortfall[];
}

export interface SheetCheck {
  readonly at: string;
  readonly name: string;
}

export interface SheetShortfall {
  readonly name: string;
  readonly reason: string;
}

export const PLAN_KINDS: Readonly<Record<PlanKind, string>> = { week: '常规', night: '夜间' };

export const SHORT_REASONS: Readonly<Record<ShortReason, string>> = {
  'no-shift': '没有已发布的班次',
  hours: '班次不在抽查时间内',
  handover: '班次都临近交接班',
  suspended: '抽查暂停',
  'other-checks': '与其他点名太近',
  'no-room': '抽查间隔内排不下',
};

/** 128 bits: without them the few possible plans of a period could all be tried against the published hash. */
export function drawSalt(random: RandomBytes): string {
  return drawHex(random, 16);
}

export function sheetOf(plan: Plan, salt: string): Sheet {
  return {
    no: plan.no,
    kind: plan.kind,
    from: sheetMoment(plan.fromAt),
    to: sheetMoment(plan.toAt),
    salt,
    checks: plan.checks.map(({ at, name }) => ({ at: sheetMoment(at), name })),
    shortfalls: plan.shortfalls.map(({ name, reason }) => ({ name, reason: SHORT_REASONS[reason] })),
  };
}

/** `2026-01-26 02:13`. */
export function sheetMoment(at: Date): string {
  return isoShanghai(at).slice(0, 16).replace('T', ' ');
}

/** Number, kind, period and salt: what stands above the list. */
export function headLines({ no, kind, from, to, salt }: Sheet): string[] {
  return ['值守抽查计划 1', `编号 ${no}`, `种类 ${PLAN_KINDS[kind]}`, `时段 ${from} 至 ${to}`, `盐 ${salt}`];
}

export function checkLine({ at, name }: SheetCheck): string {
  return `${at} ${name}`;
}

export function shortLine({ name, reason }: SheetShortfall): string {
  return `未安排 ${name};${reason}`;
}

export function countLine(count: number): string {
  return `共${count}次`;
}

/**
 * The sealed text: lines that anybody can read and retype, joined by line feeds, in an order that does not depend on how they
 * were copied. `printf '%s' "$text" | sha256sum` gives the published hash.
 */
export function sealedText(sheet: Sheet): string {
  return [
    ...headLines(sheet),
    ...sheet.checks.map(checkLine).sort(),
    ...sheet.shortfalls.map(shortLine).sort(),
    countLine(sheet.checks.length),
  ].join('\n');
}

/** The hash that is published before the period begins. */
export function sealHash(plan: Plan, salt: string, sha256: Sha256): string {
  return sha256(sealedText(sheetOf(plan, salt)));
}
