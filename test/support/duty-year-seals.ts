import { createHash } from 'node:crypto';
import { verifySeal } from '../../domain/duty/checks/seal/verify-seal.ts';
import type { Player } from './duty-year-player.ts';

export interface Seals {
  readonly published: number;
  readonly verified: number;
  readonly tampered: number;
  readonly refused: number;
  /** Units with a shift in a week that its published plan never draws and does not explain. */
  readonly neverDrawn: readonly string[];
}

/** One kind of tampering for each plan; the costly ones seldom, for which the verifier tries half a million guesses. */
const TURNS = [0, 3, 1, 2, 0, 1, 2, 4, 0, 1, 2];
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Verifies every published plan from what the dispatcher read in the chat, and again with something changed in it. */
export function judgeSeals({ world, office, book }: Player): Seals {
  const read = world.transcript.filter(({ to }) => to === office.dispatcher).map(({ text }) => text);
  const numbers = [...new Set(read.flatMap((text) => /【抽查公布 \S+】(C\d+)/.exec(text)?.[1] ?? []))];
  const verdicts = numbers.map((no) => {
    const paste = read.filter((text) => text.includes(`】${no}`)).join('\n王芳 8:00\n');
    return { paste, verdict: verifySeal(paste, sha256) };
  });
  const fakes = verdicts.flatMap(({ paste }, index) => tamperedWith(paste)[TURNS[index % TURNS.length]!] ?? []);
  const weeks = verdicts.flatMap(({ verdict }) => verdict.verified).filter(({ period }) => period.kind === 'week');
  return {
    published: numbers.length,
    verified: verdicts.filter(({ verdict }) => verdict.ok).length,
    tampered: fakes.length,
    refused: fakes.filter((fake) => !verifySeal(fake, sha256).ok).length,
    neverDrawn: weeks.flatMap(({ no, period, checks }) =>
      office.towns
        .filter(({ name }) => !checks.some((check) => check.name === name))
        .filter((town) => book.slot(town, 'officer', period.from.slice(0, 10))?.planned)
        .map(({ name }) => `${no} ${name}`),
    ),
  };
}

/** A minute moved, a unit exchanged for another, another salt, a line left out, another hash. */
function tamperedWith(paste: string): string[] {
  const lines = paste.split('\n');
  const checks = lines.filter((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d /.test(line));
  const [first, second] = checks;
  if (!first || !second) return [];
  const moved = first.replace(/(\d)( \S+)$/, (_, digit: string, rest: string) => `${(Number(digit) + 1) % 10}${rest}`);
  const other = checks.find((line) => line.slice(17) !== first.slice(17))!;
  const fakes = [
    paste.replace(first, moved),
    paste.replace(first, `${first.slice(0, 17)}${other.slice(17)}`),
    paste.replace(/盐：(.)/, (_, digit: string) => `盐：${digit === '0' ? '1' : '0'}`),
    lines.filter((line) => line !== second).join('\n'),
    paste.replace(/SHA-256：(.)/, (_, digit: string) => `SHA-256：${digit === '0' ? '1' : '0'}`),
  ];
  return fakes.map((fake) => (fake === paste ? '' : fake));
}
