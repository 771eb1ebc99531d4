import { plainName } from '../plain-name.ts';
import { type Change, findChange } from './find-change.ts';
import {
  type Paste,
  type PastedDeviation,
  type PastedPart,
  type PastedSeal,
  type Period,
  readPaste,
} from './read-paste.ts';
import { checkLine, PLAN_KINDS, type Sha256, type Sheet, type SheetCheck, sealedText } from './sheet.ts';

/** What does not match; `wording/checks.ts` says it in Chinese. `no` is the number of the plan. */
export type SealProblem =
  | { readonly code: 'too-long' | 'nothing-found' }
  | { readonly code: 'no-seal' | 'no-reveal' | 'seal-incomplete' | 'salt-missing' | 'changed'; readonly no: string }
  | { readonly code: 'part-missing' | 'part-incomplete' | 'part-differs'; readonly no: string; readonly part: number }
  | { readonly code: 'second-seal'; readonly no: string; readonly other: string }
  | { readonly code: 'period-differs'; readonly no: string; readonly sealed: string; readonly published: string }
  | { readonly code: 'unreadable' | 'reason-missing'; readonly no: string; readonly line: string }
  | { readonly code: 'count-differs'; readonly no: string; readonly said: number; readonly found: number }
  | { readonly code: 'changed-here'; readonly no: string; readonly change: Change };

/** A plan whose publication is complete and matches its seal. */
export interface VerifiedPlan {
  readonly no: string;
  readonly period: Period;
  readonly checks: readonly SheetCheck[];
  readonly deviations: readonly PastedDeviation[];
}

export interface SealVerdict {
  /** True if at least one plan was verified and nothing at all is wrong. */
  readonly ok: boolean;
  readonly problems: readonly SealProblem[];
  readonly verified: readonly VerifiedPlan[];
  /** Sealed, and by what else is in the text still to be published: nothing is wrong with them yet. */
  readonly pending: readonly { readonly no: string; readonly period: Period }[];
}

/** Longer than any plan with its talk; a paste beyond that is the wrong file. */
const MAX_CHARS = 1_000_000;

/**
 * Verifies sealed plans from copied chat text alone: the seal message and all messages of the publication, in any order, with
 * whatever was said between them. What it cannot know is when the seal was sent: the reader's own chat shows that it came
 * before the period. Deviations are no part of the seal; here only that each has a reason is checked.
 * `names` of further units help to say what stood where a unit was changed or left out.
 */
export function verifySeal(chatText: string, sha256: Sha256, names: readonly string[] = []): SealVerdict {
  if (chatText.length > MAX_CHARS) return { ...NOTHING, problems: [{ code: 'too-long' }] };
  const paste = readPaste(chatText);
  const numbers = [...new Set([...paste.seals, ...paste.parts].map(({ no }) => no))].sort();
  if (numbers.length === 0) return { ...NOTHING, problems: [{ code: 'nothing-found' }] };

  const pending = pendingIn(paste);
  const due = numbers.filter((no) => !pending.some((plan) => plan.no === no));
  const plans = due.map((no) => verifyPlan(no, paste, sha256, names.map(plainName)));
  const problems = [...secondSeals(paste.seals), ...plans.flatMap((plan) => plan.problems)];
  const verified = plans.flatMap((plan) => plan.verified ?? []);
  return { ok: problems.length === 0 && verified.length > 0, problems, verified, pending };
}

const NOTHING = { ok: false, verified: [], pending: [] } as const;

/** Plans without a publication whose time ends after that of every published one; an older one should be there. */
function pendingIn({ seals, parts }: Paste): { no: string; period: Period }[] {
  const published = new Set(parts.map(({ no }) => no));
  const whole = seals.flatMap(({ no, hash, period }) => (hash && period ? [{ no, period }] : []));
  const ends = whole.filter(({ no }) => published.has(no)).map(({ period }) => period.to);
  const latest = ends.sort().at(-1);
  if (latest === undefined) return [];
  const ahead = whole.filter(({ no, period }) => !published.has(no) && period.to > latest);
  return [...new Map(ahead.map((plan) => [plan.no, plan])).values()];
}

/** Two different seals of one number, or of one kind for the same time: somebody could publish whichever suits. */
function secondSeals(seals: readonly PastedSeal[]): SealProblem[] {
  const whole = seals.filter(({ hash, period }) => hash && period);
  const distinct = whole.filter(
    (seal, index) => whole.findIndex((one) => one.no === seal.no && one.hash === seal.hash) === index,
  );
  return distinct.flatMap((seal, index) =>
    distinct
      .slice(index + 1)
      .filter((other) => other.no === seal.no || overlap(other.period!, seal.period!))
      .map((other): SealProblem => ({ code: 'second-seal', no: seal.no, other: other.no })),
  );
}

function overlap(one: Period, other: Period): boolean {
  return one.kind === other.kind && one.from < other.to && other.from < one.to;
}

function verifyPlan(no: string, paste: Paste, sha256: Sha256, names: readonly string[]) {
  const seals = paste.seals.filter((seal) => seal.no === no);
  const seal = seals.find(({ hash, period }) => hash && period);
  const parts = paste.parts.filter((part) => part.no === no);
  if (!seal) return { problems: [{ code: seals.length > 0 ? 'seal-incomplete' : 'no-seal', no } as const] };
  if (parts.length === 0) return { problems: [{ code: 'no-reveal', no } as const] };

  const gathered = gather(no, parts);
  const problems = [...gathered.problems, ...blemishes(no, seal, gathered.parts)];
  const sheet = sheetFrom(no, seal.period!, gathered.parts);
  if (!sheet) problems.push({ code: 'salt-missing', no });
  // Where something is missing or cannot be read the hash cannot match, and the reason is known already.
  if (!sheet || gathered.problems.some(({ code }) => code !== 'part-differs')) return { problems };

  // A second seal of this number is a problem of its own; the publication may still belong to either.
  const hashes = seals.flatMap(({ hash }) => hash ?? []);
  if (hashes.includes(sha256(sealedText(sheet)))) {
    const deviations = gathered.parts.flatMap((part) => part.deviations);
    return { problems, verified: [{ no, period: seal.period!, checks: sheet.checks, deviations }] };
  }
  // A line that cannot be read is what is missing from the text.
  if (problems.some(({ code }) => code === 'unreadable')) return { problems };
  const change = findChange(sheet, seal.hash!, sha256, names);
  return {
    problems: [
      ...problems,
      change ? ({ code: 'changed-here', no, change } as const) : ({ code: 'changed', no } as const),
    ],
  };
}

/** One complete copy of each part; a message that was quoted or forwarded may be there several times, but only in one wording. */
function gather(no: string, parts: readonly PastedPart[]): { parts: PastedPart[]; problems: SealProblem[] } {
  const problems: SealProblem[] = [];
  const chosen: PastedPart[] = [];
  const of = Math.max(...parts.map((part) => part.of));

  for (let index = 1; index <= of; index++) {
    const copies = parts.filter((part) => part.index === index);
    const complete = copies.filter((part) => part.complete);
    const [first] = complete;
    if (first) chosen.push(first);
    else problems.push({ code: copies.length > 0 ? 'part-incomplete' : 'part-missing', no, part: index });
    if (new Set(complete.map((part) => JSON.stringify(part))).size > 1)
      problems.push({ code: 'part-differs', no, part: index });
  }
  return { parts: chosen, problems };
}

function blemishes(no: string, { period }: PastedSeal, parts: readonly PastedPart[]): SealProblem[] {
  const sealed = periodText(period!);
  const unreadable = parts
    .flatMap((part) => part.unreadable)
    .map((line): SealProblem => ({ code: 'unreadable', no, line }));
  const others = new Set(parts.map((part) => (part.period ? periodText(part.period) : '')));
  const differing = [...others].filter((published) => published !== sealed);
  const silent = parts.flatMap((part) => part.deviations).filter(({ reason }) => !/[\p{L}\p{N}]/u.test(reason));
  const found = parts.reduce((sum, part) => sum + part.checks.length, 0);
  const said = parts.find((part) => part.count !== undefined)?.count ?? found;

  return [
    ...unreadable,
    ...differing.map((published): SealProblem => ({ code: 'period-differs', no, sealed, published })),
    ...silent.map((deviation): SealProblem => ({ code: 'reason-missing', no, line: checkLine(deviation) })),
    ...(said === found ? [] : [{ code: 'count-differs', no, said, found } as const]),
  ];
}

function sheetFrom(no: string, period: Period, parts: readonly PastedPart[]): Sheet | undefined {
  const salt = parts.find((part) => part.salt)?.salt;
  if (!salt) return undefined;
  const checks = parts.flatMap((part) => part.checks);
  return { no, ...period, salt, checks, shortfalls: parts.flatMap((part) => part.shortfalls) };
}

function periodText({ from, to, kind }: Period): string {
  return `${from} 至 ${to}（${PLAN_KINDS[kind]}）`;
}
