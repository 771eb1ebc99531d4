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

export const CHINESE_NUMERAL = /[零〇一二两三四五六七八九十百千]/;

/**
 * The value of a Chinese number below ten thousand (二十四, 一百零五, 二〇二六), or undefined where the characters
 * are not one number: 三四 is "three or four".
 */
export function chineseNumber(written: string): number | undefined {
  const digits = [...written].map((char) => DIGITS[char]);
  if (digits.every((digit) => digit !== undefined)) {
    if (digits.length === 1) return digits[0];
    return digits.length === 4 && !written.includes('两') ? Number(digits.join('')) : undefined;
  }

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
