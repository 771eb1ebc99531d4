/** Offices by the names they had before 2018, and today's. Longest first. */
const OLD: readonly (readonly [old: string, today: string])[] = [
  ['安全生产监督管理', '应急管理'],
  ['安全监管', '应急管理'],
  ['安监', '应急管理'],
  ['食品药品监督管理', '市场监督管理'],
  ['工商行政管理', '市场监督管理'],
  ['质量技术监督', '市场监督管理'],
  ['食药监', '市场监督管理'],
  ['质监', '市场监督管理'],
  ['工商联', '工商联'],
  ['工商', '市场监督管理'],
  ['国土资源', '自然资源'],
  ['国土', '自然资源'],
  ['环境保护', '生态环境'],
  ['环保', '生态环境'],
  ['卫生和计划生育', '卫生健康'],
  ['卫计', '卫生健康'],
  ['公安消防', '消防救援'],
  ['旅游发展', '文化和旅游'],
];
/** Only where the word is the office itself or a part of its name: 工商, 安监部门, 县工商局. */
const BEHIND = /^(?:$|局|委|部门|部|厅|站|所|办|分局|大队|支队|中队|机构|系统)/;

/** Today's name of an office named by an old one, or undefined where the name still stands. */
export function todaysName(written: string): string | undefined {
  for (const [old, today] of OLD) {
    const at = written.indexOf(old);
    if (at < 0) continue;
    if (old === today || !BEHIND.test(written.slice(at + old.length))) return undefined;
    return written.slice(0, at) + today + written.slice(at + old.length);
  }
  return undefined;
}
