import { drawOne, type RandomBytes } from './random.ts';

/** Numbers that people write for other reasons while they are on duty. */
const HOTLINES = new Set(['110', '112', '114', '119', '120', '122', '12119', '12345', '12350', '12379', '12395']);

/**
 * A fresh code for one person and one check, different from all in `taken` (every code that is open now).
 *
 * Left out: a leading zero, which 中文 numerals and spreadsheets drop; one digit repeated (777); digits that run up or down
 * by one (123, 98); and hotlines (119). That leaves 870 codes of three digits and 64 of two; where all are taken the code
 * gets one digit more, so that a check never fails for want of a code. Throws a RangeError unless digits is 2 to 5.
 */
export function drawCode(random: RandomBytes, digits: number, taken: ReadonlySet<string>): string {
  if (!Number.isInteger(digits) || digits < 2 || digits > 5)
    throw new RangeError(`a code has 2 to 5 digits: ${digits}`);

  const free = usable(digits).filter((code) => !taken.has(code));
  return free.length > 0 ? drawOne(random, free) : drawCode(random, digits + 1, taken);
}

const USABLE = new Map<number, readonly string[]>();

function usable(digits: number): readonly string[] {
  const codes = USABLE.get(digits) ?? codesOf(digits);
  USABLE.set(digits, codes);
  return codes;
}

function codesOf(digits: number): string[] {
  const first = 10 ** (digits - 1);
  return Array.from({ length: 9 * first }, (_, index) => String(first + index)).filter((code) => !isTrivial(code));
}

function isTrivial(code: string): boolean {
  const steps = Array.from(code.slice(1), (digit, index) => Number(digit) - Number(code[index]));
  const isRun = Math.abs(steps[0]!) <= 1 && steps.every((step) => step === steps[0]);
  return isRun || HOTLINES.has(code);
}
