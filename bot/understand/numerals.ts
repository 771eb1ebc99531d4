const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** Tens written as one character, as on old calendars. */
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

/** Every character a Chinese number below ten thousand is written with. */
export const CHINESE_NUMERALS = '零〇一二两三四五六七八九十百千廿卅';
export const CHINESE_NUMERAL = /[零〇一二两三四五六七八九十百千廿卅]/;

/**
 * The value of a Chinese number below ten thousand (二十四, 廿三, 一百零五, 二〇二六), or undefined where the characters
 * are not one number: 三四 is "three or four".
 */
export function chineseNumber(written: string): number | undefined {
  if (written.length === 1)
    return DIGITS[written] ?? PLACES[written] ?? (written === '廿' ? 20 : written === '卅' ? 30 : undefined);
  const plain = written.replace(/[廿卅]/g, (ten) => TENS[ten]!);
  const digits = Array.from(plain, (char) => DIGITS[char]);
  if (digits.every((digit) => digit !== undefined)) {
    if (digits.length === 2 && (plain[0] === '零' || plain[0] === '〇')) return digits[1];
    return digits.length === 4 && !plain.includes('两') ? Number(digits.join('')) : undefined;
  }
  return placed(plain);
}

function placed(written: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastPlace = 10_000;
  for (const char of written) {
    const place = PLACES[char];
    if (place === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[char];
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
