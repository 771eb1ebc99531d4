const DIGITS = valuesOf('零〇一二两三四五六七八九', [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9]);
const PLACES = valuesOf('十百千', [10, 100, 1000]);
/** Tens written as one character, as on old calendars. */
const TENS = valuesOf('廿卅', [20, 30]);
const TEN = /[廿卅]/g;

/** Every character a Chinese number below ten thousand is written with. */
export const CHINESE_NUMERALS = '零〇一二两三四五六七八九十百千廿卅';

/** By UTF-16 unit: looking up a character would make a string of it first. */
function valuesOf(characters: string, values: readonly number[]): ReadonlyMap<number, number> {
  return new Map(values.map((value, at) => [characters.charCodeAt(at), value]));
}

/**
 * The value of a Chinese number below ten thousand (二十四, 廿三, 一百零五, 二〇二六), or undefined where the characters
 * are not one number: 三四 is "three or four".
 */
export function chineseNumber(written: string): number | undefined {
  const first = written.charCodeAt(0);
  if (written.length === 1) return DIGITS.get(first) ?? PLACES.get(first) ?? TENS.get(first);
  const plain = written.replace(TEN, (ten) => (ten === '廿' ? '二十' : '三十'));
  const digits = digitsIn(plain);
  if (digits === undefined) return placed(plain);
  if (plain.length === 2 && DIGITS.get(plain.charCodeAt(0)) === 0) return digits;
  return plain.length === 4 && !plain.includes('两') ? digits : undefined;
}

/** 二〇二六: digits one behind the other; undefined where there is anything else. */
function digitsIn(written: string): number | undefined {
  let value = 0;
  for (let at = 0; at < written.length; at++) {
    const digit = DIGITS.get(written.charCodeAt(at));
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

function placed(written: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastPlace = 10_000;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    const place = PLACES.get(code);
    if (place === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS.get(code);
    } else {
      if (place >= lastPlace || digit === 0) return undefined;
      if (digit === undefined && total > 0) return undefined;
      total += (digit ?? 1) * place;
      lastPlace = place;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

/** Arabic or Chinese digits as a number; undefined where they are neither. */
export function numberOf(written: string): number | undefined {
  return /^\d+$/.test(written) ? Number(written) : chineseNumber(written);
}
