import { describe, expect, test } from '@jest/globals';
import { understand } from '../../../../bot/understand/understand.ts';
import { at, calendar } from '../../../support/builders.ts';
import { sampleRoster } from '../../../support/roster.ts';

const read = (text: string, other: { inRoom?: boolean; addressed?: boolean } = {}) => {
  const {
    times: _times,
    time: _time,
    ...slots
  } = understand({
    ...{ text, at: at('2026-01-28 10:12'), calendar, addressed: true, roster: sampleRoster(), from: '陈立' },
    waiting: ['ack', 'report'],
    ...other,
  });
  return slots;
};

describe('a roster is asked for', () => {
  test.each([
    ['排3月值班表', ['2026-03-01', '2026-03-31']],
    ['把3月的值班表排出来', ['2026-03-01', '2026-03-31']],
    ['排下个月的班', ['2026-02-01', '2026-02-28']],
    ['请排2月15日到23日的值班', ['2026-02-15', '2026-02-23']],
  ])('%s', (text, range) => {
    expect(read(text)).toEqual({ intent: 'rotation', range });
  });

  test.each([
    '请青山镇排好2月值班表',
    '请各乡镇1月30日前报送2月值班安排',
    '排查值班室电器',
    '3月值班表排了吗',
    '今天谁值班',
  ])('%s asks for something else', (text) => {
    expect(read(text).intent).not.toBe('rotation');
  });
});

describe('somebody is put on duty', () => {
  test.each([
    ['2月9日加吕刚值班', { dates: ['2026-02-09'], people: ['吕刚'] }],
    ['1月31日值班改成吕刚，陈立出差', { dates: ['2026-01-31'], people: ['吕刚'], reason: '陈立出差' }],
    [
      '青山镇1月31日值班由陈立改为吕刚，原因陈立出差',
      { unit: '青山镇', dates: ['2026-01-31'], people: ['吕刚'], person: '陈立', reason: '陈立出差' },
    ],
    [
      '2月9日夜班加吕刚、黄志明，防汛双岗',
      { dates: ['2026-02-09'], people: ['吕刚', '黄志明'], shift: '夜班', reason: '防汛双岗' },
    ],
    ['2月9日补吕刚', { dates: ['2026-02-09'], people: ['吕刚'] }],
  ])('%s', (text, slots) => {
    expect(read(text)).toEqual({ intent: 'put_on_duty', ...slots });
  });

  test.each([
    ['换班 1月31日 和吕刚换2月2日', 'swap'],
    ['我1月31日的班换成吕刚的2月2日', 'swap'],
    ['下周四白班请吕刚代一下', 'swap'],
  ])('%s is a swap', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  test.each(['改 T0612 时限到2月9日', '2月9日前补报青山镇台账', '2月9日值班加几个人？'])('%s is none', (text) => {
    expect(read(text).intent).not.toBe('put_on_duty');
  });
});

describe('somebody is away', () => {
  test.each([
    ['吕刚2月3日到8日出差', { person: '吕刚', range: ['2026-02-03', '2026-02-08'], reason: '出差' }],
    ['我2月3日请假', { range: ['2026-02-03', '2026-02-03'], reason: '请假' }],
    ['吕刚从2月3日起请假5天', { person: '吕刚', range: ['2026-02-03', '2026-02-07'], reason: '请假' }],
    ['吕刚2月3日起休产假', { person: '吕刚', date: '2026-02-03', reason: '产假' }],
    ['陈立2月27日到3月2日休年假', { range: ['2026-02-27', '2026-03-02'], reason: '年假' }],
  ])('%s', (text, slots) => {
    expect(read(text)).toEqual({ intent: 'absence', ...slots });
  });

  test.each([
    '请陈立2月3日去市里参加培训',
    '我明天请假，谁能替我',
    '延期 到2月9日 住户外出多敲不开门',
    '各镇镇长一律取消休假，明早8点前到岗',
    '春节放假期间加强值守',
    '收到，我明天请假',
  ])('%s is something else', (text) => {
    expect(['absence', 'absence_over']).not.toContain(read(text).intent);
  });

  test('in a room only what is said to the bot counts', () => {
    expect(read('吕刚2月3日到8日出差', { inRoom: true, addressed: false }).intent).toBe('ignore');
  });
});

describe('at the post, and about a check-in', () => {
  test.each([
    ['我要离岗，吕刚顶一下', { intent: 'leave_post', with: '吕刚' }],
    ['离岗', { intent: 'leave_post' }],
    ['不离岗了', { intent: 'leave_post', approve: false }],
    ['石桥乡有事件处置，暂停抽查', { intent: 'pause_checks', approve: true, unit: '石桥乡' }],
    ['石桥乡先不要抽查了', { intent: 'pause_checks', approve: true, unit: '石桥乡' }],
    ['恢复石桥乡抽查', { intent: 'pause_checks', approve: false, unit: '石桥乡' }],
    ['抽查 青山镇', { intent: 'call_roll', units: ['青山镇'] }],
    ['现在对石桥乡、青山镇值班点名', { intent: 'call_roll', units: ['石桥乡', '青山镇'] }],
    ['抽查一下', { intent: 'call_roll' }],
    ['认定 石桥乡 正常', { intent: 'rule_check', unit: '石桥乡', text: '认定 石桥乡 正常' }],
    ['说明 手机没电了', { intent: 'explain_check', text: '说明 手机没电了' }],
  ])('%s', (text, slots) => {
    expect(read(text)).toEqual(slots);
  });

  test.each(['石桥乡 离岗', '青山镇暂停抽查企业3家', '抽查结果什么时候报', '认定为重大隐患', '说明书在哪里'])(
    '%s is none of these',
    (text) => {
      expect(['leave_post', 'rule_check', 'explain_check']).not.toContain(read(text).intent);
    },
  );
});
