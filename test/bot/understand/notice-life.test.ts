import { describe, expect, test } from '@jest/globals';
import { understand } from '../../../bot/understand/understand.ts';
import type { AnswerKind } from '../../../domain/decision.ts';
import { calendar } from '../../support/builders.ts';
import { sampleRoster } from '../../support/roster.ts';

interface Said {
  readonly addressed?: boolean;
  readonly waiting?: readonly AnswerKind[];
  readonly quote?: string;
}

function read(text: string, { addressed = true, waiting = ['ack', 'report'], quote }: Said = {}) {
  const at = new Date('2026-01-15T10:12:00+08:00');
  const meaning = understand({
    ...{ text, at, calendar, addressed, inRoom: !addressed, roster: sampleRoster(), waiting },
    ...(quote && { quote: { from: '值守', text: quote, mine: true } }),
  });
  const { intent, item, content, reason, person, task } = meaning;
  return {
    intent,
    ...(item && { item }),
    ...(content && { content }),
    ...(reason && { reason }),
    ...(person && { person }),
    ...(task && { task }),
  };
}

describe('更正', () => {
  test.each([
    ['更正 N0107 集合时间改为15:00', '集合时间改为15:00'],
    ['更正n0107：集合时间改为15:00', '集合时间改为15:00'],
    ['N0107更正一下，集合时间改为15:00', '集合时间改为15:00'],
    ['N0107有误，更正为：明天9点停电', '明天9点停电'],
    ['把N0107更正为下午3点开会', '下午3点开会'],
    ['更正通知N0107：地点改到305，没有收到雨衣的到一楼领', '地点改到305，没有收到雨衣的到一楼领'],
    ['N0107这条通知更正如下：停电取消', '停电取消'],
    ['更正 N0107', undefined],
  ])('%s', (text, content) => {
    expect(read(text)).toEqual({ intent: 'correct_notice', item: 'N0107', ...(content && { content }) });
  });

  test('without the number only in answer to what bears it', () => {
    const quote = '【通知 N0107】明天8点停电（安委办 王芳）。请回复“收到”';
    expect(read('更正：改为9点', { quote })).toEqual({ intent: 'correct_notice', item: 'N0107', content: '改为9点' });
    expect(read('更正：改为9点').intent).not.toBe('correct_notice');
    expect(read('更正一下，改为9点', { addressed: false }).intent).toBe('ignore');
  });

  test.each([
    '通知更正后再发吧',
    'N0107更正后再发',
    'N0107更正了',
    'N0107更正了吗',
    'N0107还没更正',
    'N0107不用更正',
    'N0107更正收到',
    '听说N0107要更正',
    '等N0107更正再说吧',
    '更正 T0612 时限 周五',
    '更正 J012 来电时间是9点',
  ])('not: %s', (text) => {
    expect(read(text).intent).not.toBe('correct_notice');
  });
});

describe('nobody is waited for any more', () => {
  test.each([
    ['N0107不用再等了，原因：其余人已到岗', '其余人已到岗'],
    ['关闭 N0107 其余人已到岗', '其余人已到岗'],
    ['N0107不等了，人都在现场', '人都在现场'],
    ['结束N0107的收集，原因是都在现场', '都在现场'],
    ['N0107别等了', undefined],
    ['关闭N0107', undefined],
  ])('%s', (text, reason) => {
    expect(read(text)).toEqual({ intent: 'end_notice', item: 'N0107', ...(reason && { reason }) });
  });

  test.each([
    'N0107可以结束了吗',
    'N0107什么时候关闭',
    '先别关闭N0107',
    '不要关闭N0107',
    '等N0107关闭后再说',
    '关闭 T0612 重复',
    '不用再等了，大家先回',
    'N0107再等等',
  ])('not: %s', (text) => {
    expect(read(text).intent).not.toBe('end_notice');
  });
});

describe('asked once more', () => {
  test.each(['再提醒 N0107', '请再提醒一下N0107', 'N0107再提醒一遍'])('%s', (text) => {
    expect(read(text)).toEqual({ intent: 'nudge', task: 'N0107' });
  });

  test.each(['N0107不用再提醒了', 'N0107再提醒吗', '再提醒我一下', '再提醒 N0107 里说的停电'])('not: %s', (text) => {
    expect(read(text).intent).not.toBe('nudge');
  });
});

describe('for another', () => {
  test.each([
    ['代陈立收到', { intent: 'ack', person: '陈立' }],
    ['替马强签收 N0107', { intent: 'ack', person: '马强', task: 'N0107' }],
    ['N0107代陈立收到', { intent: 'ack', person: '陈立', task: 'N0107' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each(['代陈立收到没有', '代理马强收到文件', '代我收到', '请代陈立收到后转交'])('not: %s', (text) => {
    expect(read(text).intent).not.toBe('ack');
  });

  test('overheard in a room it is for nobody', () => {
    expect(read('代陈立收到', { addressed: false, waiting: ['ack'] }).intent).toBe('ignore');
  });
});

describe('without @所有人', () => {
  test.each(['不@所有人', '不用@所有人了', '那就不@所有人，直接发', '发，不@所有人'])('%s', (text) => {
    expect(read(text, { waiting: ['confirm', 'ack'] }).intent).toBe('confirm');
  });

  test('only where a notice waits for it', () => {
    expect(read('不用@所有人').intent).toBe('unknown');
    expect(read('开会不要@所有人', { waiting: ['confirm'] }).intent).not.toBe('confirm');
  });

  test('asked for at the front, it is a notice all the same', () => {
    expect(read('@所有人 叫应 青山镇：请立即上岗').intent).toBe('broadcast');
    expect(read('全员通知：明天上午8点停电检修').intent).toBe('broadcast');
  });
});
