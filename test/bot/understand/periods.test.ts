import { describe, expect, test } from '@jest/globals';
import { understand } from '../../../bot/understand/understand.ts';
import { calendar } from '../../support/builders.ts';
import { sampleRoster } from '../../support/roster.ts';

function read(text: string, addressed = true) {
  const at = new Date('2026-01-15T10:12:00+08:00');
  const meaning = understand({ text, at, calendar, addressed, inRoom: !addressed, roster: sampleRoster() });
  const { intent, name, range, date } = meaning;
  return { intent, ...(name && { name }), ...(range && { range }), ...(date && { date }) };
}

describe('what is said about key periods', () => {
  test.each([
    ['重点时段', { intent: 'periods' }],
    ['请问现在是什么时段？', { intent: 'periods' }],
    ['查一下重点时段安排', { intent: 'periods' }],
    ['接下来有哪些重点时段', { intent: 'periods' }],
    ['明天起有哪些时段', { intent: 'periods', date: '2026-01-16' }],
    ['2月10日是什么重点时段', { intent: 'periods', date: '2026-02-10' }],
    ['启动 暴雨红色预警', { intent: 'warning', name: '暴雨红色预警' }],
    ['立即启动台风橙色预警重点时段', { intent: 'warning', name: '台风橙色预警' }],
    ['寒潮蓝色预警启动了', { intent: 'warning', name: '寒潮蓝色预警' }],
    ['结束暴雨红色预警', { intent: 'lift' }],
    ['解除暴雨红色预警', { intent: 'lift' }],
    ['区两会 1月20日到1月25日', { intent: 'period_days', name: '区两会', range: ['2026-01-20', '2026-01-25'] }],
    ['区两会改到1月22日至27日', { intent: 'period_days', name: '区两会', range: ['2026-01-22', '2026-01-27'] }],
    ['重大活动 3月18日', { intent: 'period_days', name: '重大活动', range: ['2026-03-18', '2026-03-18'] }],
    [
      '重点时段 采茶节 4月1日到4月5日 B级',
      { intent: 'period_days', name: '采茶节', range: ['2026-04-01', '2026-04-05'] },
    ],
  ])('“%s”', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    '请各乡镇做好重点时段值班工作',
    '重点时段要加强巡查，1月20日前报方案',
    '区两会1月20日到1月25日期间各镇每天报平安',
    '启动暴雨红色预警了吗',
    '市里没有启动暴雨红色预警',
    '请青山镇启动暴雨红色预警',
    '听说隔壁县启动暴雨红色预警',
    '采茶节 4月1日到4月5日',
    '1月20日到1月25日',
  ])('not “%s”', (text) => {
    expect(['periods', 'warning', 'period_days']).not.toContain(read(text).intent);
  });

  test('what members say to each other in a room is none of it', () => {
    for (const text of ['重点时段', '启动暴雨红色预警', '区两会 1月20日到1月25日'])
      expect(read(text, false).intent).toBe('ignore');
  });
});
