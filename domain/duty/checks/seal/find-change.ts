import { checkLine, type Sha256, type Sheet, type SheetCheck, sealedText, sheetMoment } from './sheet.ts';

/** One change that explains why a publication does not match its seal; the hash proves what stood there before. */
export type Change =
  | { readonly what: 'salt'; readonly was: string }
  | { readonly what: 'added'; readonly line: string }
  | { readonly what: 'removed'; readonly was: string }
  | { readonly what: 'unit' | 'time'; readonly line: string; readonly was: string }
  | { readonly what: 'swapped'; readonly line: string; readonly other: string };

interface Attempt {
  readonly text: string;
  readonly change: Change;
}

/** So many hashes take a second or two; beyond them the change is not named. */
const TRIES = 500_000;

/**
 * Which single change turns the published text into the sealed one: a digit of the salt, a line too many or too few, another
 * unit, two units exchanged, another minute. Undefined where none does, which means that more than one thing was changed,
 * or that a unit is gone which is neither published elsewhere nor among `names`.
 */
export function findChange(
  sheet: Sheet,
  hash: string,
  sha256: Sha256,
  names: readonly string[] = [],
): Change | undefined {
  let tries = 0;
  for (const { text, change } of attempts(sheet, [...new Set([...namesIn(sheet), ...names])])) {
    if (sha256(text) === hash) return change;
    tries++;
    if (tries >= TRIES) return undefined;
  }
  return undefined;
}

/** The cheap guesses first. */
function* attempts(sheet: Sheet, names: readonly string[]): Generator<Attempt> {
  yield* otherSalts(sheet);
  yield* withoutOne(sheet);
  yield* otherUnits(sheet, names);
  yield* exchanged(sheet);
  const minutes = minutesIn(sheet);
  yield* otherTimes(sheet, minutes);
  yield* withOneMore(sheet, names, minutes);
}

function* otherSalts(sheet: Sheet): Generator<Attempt> {
  for (let index = 0; index < sheet.salt.length; index++) {
    for (const digit of '0123456789abcdef') {
      const salt = sheet.salt.slice(0, index) + digit + sheet.salt.slice(index + 1);
      yield { text: sealedText({ ...sheet, salt }), change: { what: 'salt', was: salt } };
    }
  }
}

function* withoutOne(sheet: Sheet): Generator<Attempt> {
  for (const check of sheet.checks) {
    const checks = sheet.checks.filter((one) => one !== check);
    yield { text: sealedText({ ...sheet, checks }), change: { what: 'added', line: checkLine(check) } };
  }
}

function* otherUnits(sheet: Sheet, names: readonly string[]): Generator<Attempt> {
  for (const check of sheet.checks) {
    for (const name of names) {
      const was = { ...check, name };
      yield {
        text: sealedText({ ...sheet, checks: replaced(sheet, check, was) }),
        change: { what: 'unit', line: checkLine(check), was: checkLine(was) },
      };
    }
  }
}

function* exchanged(sheet: Sheet): Generator<Attempt> {
  for (const [index, one] of sheet.checks.entries()) {
    for (const other of sheet.checks.slice(index + 1)) {
      const checks = sheet.checks.map((check) =>
        check === one ? { ...one, name: other.name } : check === other ? { ...other, name: one.name } : check,
      );
      yield {
        text: sealedText({ ...sheet, checks }),
        change: { what: 'swapped', line: checkLine(one), other: checkLine(other) },
      };
    }
  }
}

function* otherTimes(sheet: Sheet, minutes: readonly string[]): Generator<Attempt> {
  for (const check of sheet.checks) {
    const line = checkLine(check);
    const checks = sheet.checks.filter((one) => one !== check);
    for (const { text, was } of withEach({ ...sheet, checks }, [check.name], minutes))
      yield { text, change: { what: 'time', line, was } };
  }
}

function* withOneMore(sheet: Sheet, names: readonly string[], minutes: readonly string[]): Generator<Attempt> {
  for (const { text, was } of withEach(sheet, names, minutes)) yield { text, change: { what: 'removed', was } };
}

/** The text with one line more, for every minute of the period; the lines before and after it are joined only once. */
function* withEach(
  sheet: Sheet,
  names: readonly string[],
  minutes: readonly string[],
): Generator<{ text: string; was: string }> {
  const gap = '\u0000';
  const sorted = sheet.checks.map(checkLine).sort();
  const [head, tail] = sealedText({ ...sheet, checks: [{ at: gap, name: '' }] }).split(`${gap} `) as [string, string];
  const ends = tail.replace(/共1次$/, `共${sorted.length + 1}次`);
  const frames = Array.from({ length: sorted.length + 1 }, (_, place) => ({
    before:
      head +
      sorted
        .slice(0, place)
        .map((line) => `${line}\n`)
        .join(''),
    after:
      sorted
        .slice(place)
        .map((line) => `\n${line}`)
        .join('') + ends,
  }));

  let first = 0;
  for (const at of minutes) {
    while (first < sorted.length && sorted[first]! < at) first++;
    for (const name of names) {
      const was = checkLine({ at, name });
      let place = first;
      while (place < sorted.length && sorted[place]! < was) place++;
      yield { text: frames[place]!.before + was + frames[place]!.after, was };
    }
  }
}

function minutesIn({ from, to }: Sheet): string[] {
  const fromMs = instant(from);
  const count = Math.max(0, Math.ceil((instant(to) - fromMs) / 60_000));
  return Array.from({ length: count }, (_, minute) => sheetMoment(new Date(fromMs + minute * 60_000)));
}

function instant(moment: string): number {
  return Date.parse(`${moment.replace(' ', 'T')}:00+08:00`);
}

function namesIn({ checks, shortfalls }: Sheet): string[] {
  return [...checks, ...shortfalls].map(({ name }) => name);
}

function replaced(sheet: Sheet, check: SheetCheck, by: SheetCheck): SheetCheck[] {
  return sheet.checks.map((one) => (one === check ? by : one));
}
