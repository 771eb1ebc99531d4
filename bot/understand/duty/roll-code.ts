import { gated } from '../gated.ts';
import type { Heard } from '../heard.ts';
import { matchesOf } from '../matches.ts';
import { numberOf } from '../numerals.ts';

/** Digits that count or measure something are no code: 3人, 10分钟, 5号楼, 138****1102, 第2次. */
const DIGITS =
  /(?<![\d.*/+-]|\d:|第|共|[A-Za-z])(\d{2,3})(?![\d.*/%:A-Za-z-]|\s?(?:人|名|个|号|分|点|时|月|日|楼|室|度|元|年|处|家|辆|次|台|户|岁|天|米|件|起|℃|多|块|公里|秒|级|位))/g;
/** 六一九, 六幺九, 四十七. */
const CHINESE = gated(
  /(?:(?<![\u4e00-\u9fa5])|(?<=数字|口令|暗号|号码|代码|密码|回复|数是|码是))((?:[一二两三四五六七八九]?十[一二三四五六七八九]?)|[一二三四五六七八九零〇幺两洞拐勾]{2,3}|[一二三四五六七八九]百[零一二三四五六七八九十]{0,4})(?![\u4e00-\u9fa5\d])/g,
);
const SPOKEN: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  洞: '0',
  幺: '1',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  拐: '7',
  八: '8',
  九: '9',
  勾: '9',
};
/** 不是47，是74; 打错了，74: the last number stands. */
const CORRECTED = /错|更正|应该是|不对|不是|改(?:成|为)|[口手]误|才是/;

/** The codes of two or three digits that a text says, each once, in half-width digits. */
export function codesIn({ text, times }: Heard): string[] {
  const codes: string[] = [];
  const inTime = (at: number) => times.times.some(({ from, to }) => at >= from && at < to);
  for (const match of matchesOf(DIGITS, text)) if (!inTime(match.index)) codes.push(match[1]!);
  if (codes.length === 0)
    for (const match of matchesOf(CHINESE, text)) {
      const code = spoken(match[1]!);
      if (code !== undefined && !inTime(match.index)) codes.push(code);
    }
  const different = [...new Set(codes)];
  return different.length > 1 && CORRECTED.test(text) ? different.slice(-1) : different;
}

function spoken(written: string): string | undefined {
  if (/[十百]/.test(written)) {
    const value = numberOf(written);
    return value !== undefined && value >= 10 && value <= 999 ? String(value) : undefined;
  }
  return [...written].map((char) => SPOKEN[char]).join('');
}
