import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type UnderstandInput, understand } from '../bot/understand/understand.ts';
import { projectRoot } from '../config/root.ts';
import { readSettings } from '../config/settings.ts';

/**
 * `npm run fuzz [-- count seed]`: strings made of corpus lines cut, joined and spoilt, of words that mean something, and of
 * noise. Every one must be read without an error, with spans inside the text and words that stand there, twice alike.
 */
const [count = 1_000_000, seed = 20_260_115] = process.argv.slice(2).map(Number);
const LONG_MS = 250;

const { calendar } = readSettings({ ZHISHOU_POLICY_FILE: undefined });
const random = mulberry32(seed);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;

const CORPUS = ['cases-times.jsonl', 'cases-messages.jsonl', 'open/times.jsonl', 'open/messages.jsonl'].flatMap(
  (file) =>
    readFileSync(join(projectRoot(), 'test', 'bot', 'understand', file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
);
const WORDS =
  '年 月 日 号 周 星期 上午 下午 晚 点 时 分 半 刻 前 后 之前 内 以内 起 至 到 - ~ / . : （ ） 每 逢 隔 第 末 底 初 旬 春节 国庆 除夕 腊月 正月 廿三 初八 闰 冬至 两会 汛期 工作日 个 天 小时 分钟 今 明 后天 大后天 下下周 一 二 三 十 廿 百 千 0 1 2 5 15 31 99 2026 24:00 9:60 13月 请 由 把 报 收到 确认 T0612 H0091 @值守 青山镇 陈立 各乡镇 牵头 配合 延期 不 没 吗 ？ 。 \n 通过 退回 隐患 换班 平安 47 ① （1） 🎉 \u200b \ud83c'.split(
    ' ',
  );
const OPTIONS: readonly Partial<UnderstandInput>[] = [
  {},
  { waiting: ['ack', 'confirm', 'report', 'ruling', 'slot', 'choice'] },
  { addressed: false },
  { quote: { from: '值守', text: '【T0612】烟花爆竹零售点排查', mine: true } },
];

function text(): string {
  const kind = below(4);
  if (kind === 0) return pieces(() => pick(WORDS), 1 + below(30));
  if (kind === 1) return pieces(() => String.fromCodePoint(1 + below(0xd7ff)), 1 + below(40));
  const line = pick(CORPUS);
  if (kind === 2) return spoilt(line);
  return line.slice(0, below(line.length)) + pick(WORDS) + spoilt(pick(CORPUS));
}

function pieces(piece: () => string, length: number): string {
  return Array.from({ length }, piece).join('');
}

function spoilt(line: string): string {
  const at = below(line.length + 1);
  const rest = line.slice(at + below(3));
  return line.slice(0, at) + pick(['', pick(WORDS), pick(WORDS) + pick(WORDS), '9'.repeat(below(20))]) + rest;
}

const startMs = performance.now();
let slowestMs = 0;
let slowest = '';
let found = 0;
const problems: string[] = [];

for (let n = 0; n < count && problems.length < 20; n++) {
  const written = text();
  const at = new Date(Date.UTC(2024 + below(4), below(12), 1 + below(28), below(24), below(60)));
  const input: UnderstandInput = { text: written, at, calendar, addressed: true, ...pick(OPTIONS) };
  const began = performance.now();
  try {
    const meaning = understand(input);
    const tookMs = performance.now() - began;
    if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, written];
    found += meaning.times.length;
    for (const { span, words } of meaning.times) {
      const [from, to] = span;
      if (!(from >= 0 && from < to && to <= written.length))
        problems.push(`span ${from}-${to} of ${JSON.stringify(written)}`);
      else if (written.slice(from, to) !== words) problems.push(`words of ${JSON.stringify(written)}`);
    }
    if (n % 50 === 0 && JSON.stringify(understand(input)) !== JSON.stringify(meaning))
      problems.push(`twice differently: ${JSON.stringify(written)}`);
  } catch (error) {
    problems.push(`${JSON.stringify(written)} at ${at.toISOString()}: ${String(error)}`);
  }
}

const seconds = (performance.now() - startMs) / 1000;
process.stdout.write(
  `${count} strings, seed ${seed}, ${seconds.toFixed(0)} s, ${Math.round(count / seconds)}/s; ${found} times found\n` +
    `slowest: ${slowestMs.toFixed(1)} ms, ${JSON.stringify(slowest)}\n`,
);
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exit(problems.length === 0 && slowestMs < LONG_MS ? 0 : 1);

/** A small generator with a seed, so that a finding can be repeated. */
function mulberry32(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
