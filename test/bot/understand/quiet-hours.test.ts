import { describe, expect, test } from '@jest/globals';
import { meaningOf } from './reading.ts';

describe('免打扰', () => {
  test.each([
    ['免打扰 22:00-07:00', '22:00', '07:00'],
    ['免打扰22：00—07：00', '22:00', '07:00'],
    ['免打扰22点到7点', '22:00', '07:00'],
    ['免打扰 22:30至次日6:30', '22:30', '06:30'],
    ['晚上十点到早上七点免打扰', '22:00', '07:00'],
    ['晚上10到早上7点免打扰', '22:00', '07:00'],
    ['请帮我设置免打扰，晚上十点半到第二天早上六点一刻', undefined, undefined],
    ['每天晚上九点半到早上七点设为免打扰', '21:30', '07:00'],
    ['免打扰 中午12点到2点', '12:00', '14:00'],
    ['免打扰：下午1点-3点半', '13:00', '15:30'],
    ['免打扰 晚上8点到10点', '20:00', '22:00'],
    ['免打扰 晚上十二点到早上八点', '00:00', '08:00'],
    ['夜里十一点到6点不要提醒我', '23:00', '06:00'],
    ['免打扰 22:00-24:00', '22:00', '00:00'],
    ['免打扰改为 23:00-6:00', '23:00', '06:00'],
  ])('%s', (text, from, to) => {
    const { intent, hours, text: unread } = meaningOf(text);
    expect({ intent, hours }).toEqual({ intent: 'quiet_hours', hours: from && to ? [from, to] : undefined });
    expect(unread === undefined).toBe(from !== undefined);
  });

  test.each(['取消免打扰', '免打扰取消', '关闭免打扰', '不要免打扰了', '取消我的免打扰'])(
    '%s takes them back',
    (text) => {
      expect(meaningOf(text)).toMatchObject({ intent: 'quiet_hours', approve: false });
    },
  );

  test.each(['免打扰', '我的免打扰', '开启免打扰', '免打扰？'])('%s asks what is set', (text) => {
    const { intent, hours, approve, text: unread } = meaningOf(text);
    expect([intent, hours, approve, unread]).toEqual(['quiet_hours', undefined, undefined, undefined]);
  });

  test.each(['免打扰 10点到7点', '免打扰 8点到12点', '免打扰 25:00-07:00', '免打扰周末', '晚上8点以后免打扰'])(
    '%s is not guessed at',
    (text) => {
      const { intent, hours, text: unread } = meaningOf(text);
      expect([intent, hours, unread !== undefined]).toEqual(['quiet_hours', undefined, true]);
    },
  );

  test.each([
    ['别催 T0612', 'quiet'],
    ['T0612别催了', 'quiet'],
    ['别催', 'quiet'],
    ['T0612不用再提醒', 'quiet'],
    ['今天下午2点到4点别催T0612', 'quiet'],
    ['请青山镇通知各村22:00-07:00免打扰', 'assign'],
  ])('%s is %s as before', (text, intent) => {
    expect(meaningOf(text, { waiting: ['ack', 'report'] }).intent).toBe(intent);
  });

  test('said among others in a room it is nobody’s', () => {
    expect(meaningOf('22点到7点免打扰', { addressed: false, inRoom: true }).intent).toBe('ignore');
  });
});
