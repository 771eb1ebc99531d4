import { describe, expect, test } from '@jest/globals';
import { understand } from '../../../bot/understand/understand.ts';
import { ROSTER } from './message-reading.ts';
import { calendar } from './reading.ts';

const WARNING = '暴雨橙色预警 19:30区气象台发布';

function said(text: string) {
  const input = { text, at: new Date('2026-07-18T19:40:00+08:00'), calendar, addressed: true, roster: ROSTER };
  const { intent, groups, named, content } = understand(input);
  const shown = groups?.map(({ of, posts, people }) => [of, posts, people].map((words) => words.join(' ')).join(' | '));
  return { intent, groups: shown, ...(named && { named }), content };
}

const to = (list: string) => said(`叫应 ${WARNING}，青山镇、石桥乡、南街镇有大雨，请立即上岗。对象：${list}`).groups;

describe('which posts of which units', () => {
  test.each<[string, string[] | undefined]>([
    [
      '三个镇 党委书记、镇长、分管、值班员、各地灾点和水库责任人',
      ['三个镇 | 党委书记 镇长 分管 值班员 地灾点责任人 水库责任人 | '],
    ],
    ['这三个镇的党政主要负责人、带班领导', ['这三个镇 | 党政主要负责人 带班领导 | ']],
    ['上述乡镇值班员', ['上述乡镇 | 值班员 | ']],
    ['以上三地分管负责人。收到请回复', ['以上三地 | 分管负责人 | ']],
    ['青山镇党委书记、镇长，石桥乡乡长和陈立', ['青山镇 | 党委书记 镇长 | ', '石桥乡 | 乡长 | 陈立']],
    ['各乡镇主要负责人、各水库巡查责任人，应急局', ['各乡镇 | 主要负责人 水库巡查责任人 | ', '应急局 |  | ']],
    ['青山镇李强站长、值班员', ['青山镇 | 值班员 | 李强']],
    ['青山镇河长、林长', ['青山镇 | 河长 林长 | ']],
    ['青山镇、石桥乡', undefined],
    ['各乡镇', undefined],
    ['陈立、马强', undefined],
  ])('%s', (list, expected) => {
    expect(to(list)).toEqual(expected);
  });

  test('in front of the message, and set against a list behind it', () => {
    expect(said(`叫应青山镇、石桥乡、南街镇党委书记、镇长、分管负责人：${WARNING}，请立即上岗`)).toEqual({
      intent: 'broadcast',
      groups: ['青山镇 石桥乡 南街镇 | 党委书记 镇长 分管负责人 | '],
      content: `${WARNING}，请立即上岗`,
    });
    expect(said(`叫应各乡镇 ${WARNING}，请立即上岗。对象：值班员、带班领导`).groups).toEqual([
      '各乡镇 | 值班员 带班领导 | ',
    ]);
  });

  test('the units that the message names are kept for 三个镇, and its words for those who read them', () => {
    expect(said(`叫应 ${WARNING}，青山镇、石桥乡有大雨。对象：这两个镇`)).toMatchObject({
      named: ['青山镇', '石桥乡'],
      content: `${WARNING}，青山镇、石桥乡有大雨`,
    });
  });

  test('what a message says is no list of posts', () => {
    for (const words of [
      '通知各乡镇明天上午8点停电检修，收到请回复',
      '通知各乡镇下午停电，收到请回复',
      '通知各乡镇今晚有大雨，请加强巡查，收到请回复',
      '通知：今天的会议由镇长主持，请各乡镇按时参加，收到请回复',
    ])
      expect(said(words)).toMatchObject({ intent: 'broadcast' });
    expect(said('通知各乡镇今晚有大雨，请加强巡查，收到请回复')).toEqual({
      intent: 'broadcast',
      groups: undefined,
      content: '今晚有大雨，请加强巡查',
    });
    expect(said('通知：今天的会议由镇长主持，请各乡镇按时参加，收到请回复').groups).toBeUndefined();
  });

  test('a correction names whom it goes to besides', () => {
    expect(said('更正 N0001 雨量改为80—120毫米。对象增加南街镇主要负责人、水库责任人')).toEqual({
      intent: 'correct_notice',
      groups: ['南街镇 | 主要负责人 水库责任人 | '],
      content: '雨量改为80—120毫米',
    });
    expect(said('更正 N0001 增加对象：南街镇')).toMatchObject({
      groups: ['南街镇 |  | '],
      content: '增加对象：南街镇',
    });
    expect(said('更正 N0001 集合时间改为15:00').groups).toBeUndefined();
  });
});
