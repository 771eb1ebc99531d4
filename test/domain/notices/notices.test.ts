import { expect, test } from '@jest/globals';
import { noticeAgenda, receiptAgenda } from '../../../domain/notices/agenda.ts';
import { audienceOf } from '../../../domain/notices/audience.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import { handOut } from '../../../domain/notices/send-notice.ts';
import { kindOf, lacksSource, writeNotice } from '../../../domain/notices/write-notice.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { calendar, agendaContext as context, policy } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

const office = buildOffice(sampleOffice());
const TODAY = '2026-01-15';

const said = (scope: string[], units: string[] = [], people: string[] = []) =>
  audienceOf({ scope, units, people }, office, TODAY);
const clocks = (steps: readonly { at: Date; step: string }[]) =>
  steps.map(({ at, step }) => `${calendar.dayOf(at).slice(5)} ${calendar.clockOf(at)} ${step}`);

function aNotice(text: string, sentAt: string, { call = false, needAck = true } = {}): Notice {
  const people = ['person.chenli', 'person.zhaomin'];
  const origin = { no: 'N0001', author: 'person.wangfang', at: new Date(sentAt) };
  const draft = writeNotice(kindOf(text, call), { text, needAck }, people, origin, policy.notices);
  return handOut(draft, new Date(sentAt), { office, calendar, now: new Date(sentAt) }, context).save[0] as Notice;
}

function aReceipt(text: string, sentAt: string, call = false): Receipt {
  const at = new Date(sentAt);
  const origin = { no: 'N0001', author: 'person.wangfang', at };
  const draft = writeNotice(kindOf(text, call), { text, needAck: true }, ['person.chenli'], origin, policy.notices);
  return handOut(draft, at, { office, calendar, now: at }, context).save[1] as Receipt;
}

test('a unit stands for its liaison, with posts for those who hold them, a person for himself; nobody is guessed', () => {
  expect(said(['各乡镇']).people).toEqual(['person.chenli', 'person.zhaomin', 'person.maqiang', 'person.zhoujie']);
  expect(said([], ['青山镇'], ['主要负责人', '联络员']).people).toEqual(['person.zhengwei', 'person.chenli']);
  expect(said(['各乡镇'], ['青山镇'], ['刘峰']).people).toHaveLength(5);
  expect(said([], ['南山镇'], ['张三丰'])).toMatchObject({ people: [], units: [], unknown: ['南山镇', '张三丰'] });
  expect(said([], [], ['联络员']).unknown).toEqual(['联络员']);
});

test.each([
  ['暴雨橙色预警 19:30区气象台发布，未来6小时有暴雨', false],
  ['区防汛指挥部18点发布山洪预警', false],
  ['暴雨橙色预警，请立即上岗', true],
  ['气象台发布暴雨预警，请立即上岗', true],
])('%s', (text, lacks) => {
  expect(lacksSource({ kind: kindOf(text, false), text })).toBe(lacks);
});

test('an ordinary notice says 预警 in passing only as a warning; a notice without one needs no source', () => {
  expect(lacksSource({ kind: kindOf('明天停电检修', false), text: '明天停电检修' })).toBe(false);
});

test('asked again within office hours: over a weekend, and over Spring Festival', () => {
  expect(clocks(receiptAgenda(aReceipt('明天停电', '2026-01-16T17:00:00+08:00'), context))).toEqual([
    '01-19 09:00 remind',
    '01-19 09:00 remind',
  ]);
  expect(clocks(receiptAgenda(aReceipt('节后开会', '2026-02-14T16:45:00+08:00'), context))).toEqual([
    '02-24 09:00 remind',
    '02-24 09:00 remind',
  ]);
});

test('a call is asked again at any hour, the other of the pair with the first list, and it never ends by itself', () => {
  const at = '2026-07-18T23:52:00+08:00';
  expect(clocks(receiptAgenda(aReceipt('请马上到岗', at, true), context))).toEqual([
    '07-18 23:57 remind',
    '07-19 00:02 ask-other',
  ]);
  expect(clocks(noticeAgenda(aNotice('请马上到岗', at, { call: true }), context))).toEqual([
    '07-19 00:02 unanswered',
    '07-19 00:17 unanswered',
    '07-19 00:52 unanswered',
  ]);
});

test('red and orange warnings break the night, yellow ones wait for the morning', () => {
  const at = '2026-07-18T22:00:00+08:00';
  const text = (colour: string) => `暴雨${colour}色预警 21:50区气象台发布，请注意`;
  expect(['红', '橙', '黄', '蓝'].map((colour) => aNotice(text(colour), at).urgent)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('what asks for no answer is over once it is out', () => {
  expect(aNotice('明天停电', '2026-01-15T10:00:00+08:00', { needAck: false })).toMatchObject({
    state: 'closed',
    closedBecause: 'complete',
  });
});

test('to thousands it goes out in parts, each person once', () => {
  const people = Array.from({ length: 450 }, (_, index) => `person.p${index}`);
  const at = new Date('2026-01-15T10:00:00+08:00');
  const origin = { no: 'N0001', author: 'person.wangfang', at };
  let notice = writeNotice('notice', { text: '停电', needAck: true }, people, origin, policy.notices);
  const receipts: string[] = [];
  while (notice.handedOut < people.length) {
    const [next, ...part] = handOut(notice, at, { office, calendar, now: at }, context).save as [Notice, ...Receipt[]];
    const [step] = noticeAgenda(next, context);
    expect(step?.step).toBe(next.handedOut < people.length ? 'hand-out' : 'unanswered');
    receipts.push(...part.map(({ person }) => person));
    notice = next;
  }
  expect(receipts).toEqual(people);
});
