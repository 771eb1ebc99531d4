import { describe, expect, test } from '@jest/globals';
import { monthsSaid, withoutMonths } from '../../../domain/papers/month-said.ts';

describe('the month that a document is asked for', () => {
  test.each([
    ['导出1月值班记录', '2026-01-15', 'past', ['2026-01']],
    ['导出12月值班记录', '2026-01-15', 'past', ['2025-12']],
    ['导出2月值班记录', '2026-01-15', 'past', ['2025-02']],
    ['2月值班表', '2026-01-15', 'near', ['2026-02']],
    ['1月值班表', '2026-12-28', 'near', ['2027-01']],
    ['12月值班表', '2027-01-03', 'near', ['2026-12']],
    ['2025年11月份值班月报', '2026-01-15', 'past', ['2025-11']],
    ['十二月值班月报', '2026-01-01', 'past', ['2025-12']],
    ['十月值班月报', '2026-11-30', 'past', ['2026-10']],
    ['上个月的值班月报', '2026-01-31', 'past', ['2025-12']],
    ['上上月值班月报', '2026-01-31', 'past', ['2025-11']],
    ['下月值班表', '2026-12-31', 'near', ['2027-01']],
    ['本月值班表', '2026-02-28', 'near', ['2026-02']],
    ['1月和2月值班月报', '2026-03-02', 'past', ['2026-01', '2026-02']],
    ['1月24日交接班表', '2026-01-15', 'past', []],
    ['13月值班表', '2026-01-15', 'past', []],
    ['2个月值班表', '2026-01-15', 'past', []],
    ['值班表', '2026-01-15', 'near', []],
  ] as const)('“%s” on %s (%s) is %j', (text, today, sense, months) => {
    expect(monthsSaid(text, today, sense)).toEqual(months);
  });

  test('is taken out whole', () => {
    expect(withoutMonths('导出2025年12月份值班月报').replaceAll(' ', '')).toBe('导出值班月报');
    expect(withoutMonths('上个月值班月报').replaceAll(' ', '')).toBe('值班月报');
  });
});
