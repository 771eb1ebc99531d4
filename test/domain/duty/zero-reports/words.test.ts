import { describe, expect, test } from '@jest/globals';
import { isCorrection, roomClause, situationIn } from '../../../../domain/duty/zero-reports/words.ts';
import { buildOffice } from '../../../../domain/people/build-office.ts';
import { listTexts, roomLineText } from '../../../../domain/wording/zero-report-lists.ts';
import { notedText } from '../../../../domain/wording/zero-reports.ts';
import { at, calendar } from '../../../support/builders.ts';
import { OFFICE } from '../../../workers/firing.ts';
import { aReport, given } from './reports.ts';

describe('what is told, without what stands before it', () => {
  test.each([
    ['零报告：下午停电两小时', '下午停电两小时'],
    ['更正零报告：下午停电一小时', '下午停电一小时'],
    ['零报告更正 下午停电一小时', '下午停电一小时'],
    ['更正：青山镇 停电', '停电'],
    ['零报告 青山镇政府 停电', '停电'],
    ['@值守 今日零报告：停电', '停电'],
    ['青山镇：有2户转移', '有2户转移'],
    ['青山镇', '青山镇'],
    ['补充，停电已恢复', '停电已恢复'],
  ])('%s', (text, words) => {
    expect(situationIn(text, ['青山镇', '青山镇政府'])).toBe(words);
  });

  test.each([
    ['更正 平安', true],
    ['更正零报告：停电', true],
    ['零报告更正 停电', true],
    ['零报告：更正前面说的，停电', true],
    ['平安', false],
    ['停电，稍后更正', false],
  ])('“%s” is a correction: %s', (text, correction) => {
    expect(isCorrection(text)).toBe(correction);
  });
});

describe('what a room may read of it', () => {
  test.each([
    ['14点沿河路一棵树倒了，人没事。路已通', '14点沿河路一棵树倒了，人没事'],
    ['平安，就是下午停了两小时电', '下午停了两小时电'],
    ['群众举报，电话13800001102', '群众举报'],
    ['停电，值班电话0000-6240119，已恢复', '停电，已恢复'],
    ['一二三四五六七八九十一二三四五六七八九十一二三', '一二三四五六七八九十一二三四五六七八九…'],
    ['厂房坍塌，2人受伤', undefined],
    ['1人失联', undefined],
  ])('%s', (words, clause) => {
    expect(roomClause(words)).toBe(clause);
  });
});

const office = buildOffice(OFFICE);
const context = { office, calendar, now: at('2026-01-24 16:30') };

describe('the line for the room', () => {
  const line = (...reports: Parameters<typeof aReport>[0][]) =>
    roomLineText(
      reports.map((fields, index) => aReport({ unit: index === 0 ? 'unit.qingshan' : `unit.u${index}`, ...fields })),
      '2026-01-24',
      context,
    );

  test('says how many and names nobody who is missing', () => {
    expect(line({ given: [given('15:40')] }, { given: [given('15:41')] })).toBe('1月24日零报告 2/2，均报平安');
    expect(line({ given: [given('15:40')] }, {})).toBe('1月24日零报告 1/2，已报的均平安，还没有到的正在电话核实');
    expect(line({}, {})).toBe('1月24日零报告 0/2，还没有到的正在电话核实');
    expect(line({ given: [given('15:40', '2人受伤')] }, {})).toBe(
      '1月24日零报告 1/2，青山镇有情况，已报总值班室，还没有到的正在电话核实',
    );
    expect(line({ given: [given('15:40', '停电')] }, { given: [given('15:40')] }, {})).toBe(
      '1月24日零报告 2/3，青山镇 停电；其余已报的平安，还没有到的正在电话核实',
    );
  });

  test('stays short when many have something to report', () => {
    const many = Array.from({ length: 9 }, () => ({ given: [given('15:40', '停电')] }));
    expect(line(...many)).toContain('，另有5家有情况');
    expect(line(...many).split('\n')).toHaveLength(1);
  });
});

test('a list never has more than six lines; long words are cut; nothing is said of fault', () => {
  const listed = Array.from({ length: 9 }, (_, index) => ({ report: aReport({ unit: `unit.u${index}` }), phones: [] }));
  const texts = listTexts(listed, true, context);
  expect(texts).toHaveLength(3);
  expect(texts[1]).toMatch(/^1月24日零报告（5—8\/9）到16:00未报9家/);
  for (const text of texts) {
    expect(text.split('\n').length).toBeLessThanOrEqual(6);
    expect(text).not.toMatch(/漏报|迟报|脱岗|！/);
  }
  const long = given('15:40', '停'.repeat(400));
  expect(notedText(aReport({ given: [long] }), long, ['person.wangfang'], context).length).toBeLessThan(120);
});
