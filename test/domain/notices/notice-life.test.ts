import { describe, expect, test } from '@jest/globals';
import { noticeAgenda, receiptAgenda } from '../../../domain/notices/agenda.ts';
import { notedByPhone, receive } from '../../../domain/notices/answer-receipt.ts';
import { closeNotice, endNotice, hasReceiptsToRelease, releaseReceipt } from '../../../domain/notices/close-notice.ts';
import {
  askApproval,
  asksEverybody,
  dropEverybody,
  mayCallEverybody,
  refuseApproval,
  refusesEverybody,
  withoutEverybody,
} from '../../../domain/notices/everybody.ts';
import { correctionOf, liftingOf, whyNotCorrectable } from '../../../domain/notices/follow-notice.ts';
import { noticeKind, receiptKind } from '../../../domain/notices/kinds.ts';
import type { Notice, NoticeKind, Receipt } from '../../../domain/notices/notice.ts';
import { otherOf } from '../../../domain/notices/pair.ts';
import { handOut } from '../../../domain/notices/send-notice.ts';
import { writeNotice } from '../../../domain/notices/write-notice.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import type { Person } from '../../../domain/people/office.ts';
import { calendar, agendaContext as context, policy } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

const things = sampleOffice();
const office = buildOffice(things);
const AT = new Date('2026-01-15T10:00:00+08:00');
const ROOM = 'room.anweihui';

const clocks = (steps: readonly { at: Date; step: string }[]) =>
  steps.map(({ at, step }) => `${calendar.dayOf(at).slice(5)} ${calendar.clockOf(at)} ${step}`);
const later = (minutes: number, from = AT) => new Date(from.getTime() + minutes * 60_000);

interface Wanted {
  readonly kind?: NoticeKind;
  readonly text?: string;
  readonly people?: readonly string[];
  readonly needAck?: boolean;
  readonly room?: string;
  readonly at?: Date;
}

function draft({ kind = 'notice', text = '停电', needAck = true, room, at = AT, ...rest }: Wanted = {}): Notice {
  const people = rest.people ?? ['person.chenli', 'person.zhaomin'];
  const origin = { no: 'N0001', author: 'person.wangfang', at, ...(room && { postedIn: room }) };
  return writeNotice(kind, { text, needAck }, people, origin, policy.notices);
}

function out(notice: Notice, at = AT) {
  const { save, say } = handOut(notice, at, { office, calendar, now: at }, context);
  const [sent, ...rest] = save;
  return { sent: sent as Notice, receipts: rest.filter((one): one is Receipt => one.type === 'receipt'), say };
}

const word = (by: string, minutes: number) => ({ by, at: later(minutes), heardAt: later(minutes) });

describe('a correction', () => {
  const { sent } = out(draft({ text: '明天8点停电', room: ROOM }));
  const origin = { no: 'N0002', by: 'person.wangfang', at: later(30) };

  test('is for the same people in the same place, asks again, and says what it corrects', () => {
    const correction = correctionOf(sent, '改为9点', origin, policy.notices);
    expect(correction).toMatchObject({
      ...{ no: 'N0002', state: 'draft', kind: 'notice', wanted: true, postedIn: ROOM, people: sent.people },
      ...{ corrects: 'notice.N0001', text: '更正N0001：改为9点', ofText: '明天8点停电', urgent: false, handedOut: 0 },
    });
    const unanswering = out(draft({ needAck: false })).sent;
    expect(correctionOf(unanswering, '改为9点', origin, policy.notices).wanted).toBe(false);
  });

  test('is as urgent as the first, or more so where it says a higher grade', () => {
    const yellow = draft({ kind: 'warning', text: '暴雨黄色预警 19:30区气象台发布' });
    const raised = correctionOf(yellow, '升级为暴雨红色预警 20:10区气象台发布', origin, policy.notices);
    expect(raised).toMatchObject({ kind: 'warning', urgent: true, ladder: policy.notices.urgentLadder });
    const call = correctionOf(draft({ kind: 'call' }), '到二楼会商室', origin, policy.notices);
    expect(call).toMatchObject({ kind: 'call', urgent: true, wanted: true });
    const orange = draft({ kind: 'warning', text: '暴雨橙色预警 19:30区气象台发布' });
    expect(correctionOf(orange, '雨量50—90毫米', origin, policy.notices)).toMatchObject({
      kind: 'warning',
      urgent: true,
    });
  });

  test.each([
    ['draft', draft()],
    ['pending', askApproval(draft(), AT)],
    ['lifted', closeNotice(sent, 'lifted', AT)],
    ['corrected', closeNotice(sent, 'corrected', AT)],
    ['over', closeNotice(sent, 'ended', AT)],
    ['over', endNotice(sent, 'person.wangfang', '都知道了', AT)],
    ['withdrawn', closeNotice(draft(), 'withdrawn', AT)],
    ['withdrawn', closeNotice(draft(), 'lapsed', AT)],
    ['is-lifting', liftingOf(sent, origin)],
    [undefined, sent],
    [undefined, closeNotice(sent, 'complete', AT)],
  ])('%s', (why, notice) => {
    expect(whyNotCorrectable(notice)).toBe(why);
  });
});

test('a lifting is for those who were told so far, and asks for nothing', () => {
  const people = Array.from({ length: 450 }, (_, index) => `person.p${index}`);
  const { sent } = out(draft({ people }));
  const lifting = liftingOf(sent, { no: 'N0002', by: 'person.wangfang', at: later(30) });
  expect(lifting.people).toEqual(people.slice(0, 200));
  const lifted = out(lifting, later(30));
  expect(lifted.receipts).toEqual([]);
  expect(lifted.sent).toMatchObject({ state: 'closed', closedBecause: 'complete', lifts: 'notice.N0001' });
  expect(noticeAgenda(lifted.sent, context)).toEqual([]);
});

describe('receipts of what has ended', () => {
  const people = Array.from({ length: 450 }, (_, index) => `person.p${index}`);

  function sentToAll(): Notice {
    let { sent } = out(draft({ people }));
    while (sent.handedOut < people.length) sent = out(sent).sent;
    return sent;
  }

  test('are let go in parts: at once where a person ended it, a second after the wake that did', () => {
    const ended = endNotice(sentToAll(), 'person.wangfang', '都知道了', later(90));
    expect(clocks(noticeAgenda(ended, context))).toEqual(['01-15 11:30 release']);
    const byItself = { ...closeNotice(sentToAll(), 'ended', later(90)), handledAt: later(90) };
    expect(noticeAgenda(byItself, context)[0]?.at).toEqual(new Date(later(90).getTime() + 1_000));
    const halfway = { ...ended, released: 400, handledAt: later(91) };
    expect(noticeAgenda(halfway, context).map(({ step }) => step)).toEqual(['release']);
    expect(noticeAgenda({ ...ended, released: 450 }, context)).toEqual([]);
  });

  test('are left alone where everybody has answered, nobody was asked, or nobody was told', () => {
    expect(hasReceiptsToRelease(closeNotice(sentToAll(), 'complete', AT))).toBe(false);
    expect(hasReceiptsToRelease(closeNotice(draft({ needAck: false }), 'lifted', AT))).toBe(false);
    expect(hasReceiptsToRelease(closeNotice(draft(), 'withdrawn', AT))).toBe(false);
  });

  test('未应答 is asked no more, waits for nobody, and a late answer counts', () => {
    const [receipt] = out(draft()).receipts;
    const over = releaseReceipt(receipt!, later(90));
    expect(receiptAgenda(over, context)).toEqual([]);
    expect(receiptKind.collections(over)).toEqual(['receipts.unanswered.notice.N0001']);
    expect(receive(over, word('person.chenli', 95))).toMatchObject({ state: 'received', receivedAt: later(95) });
    expect(notedByPhone(over, word('person.wangfang', 95)).state).toBe('by-phone');
    const answered = receive(receipt!, word('person.chenli', 5));
    expect(releaseReceipt(answered, later(90))).toBe(answered);
    expect(noticeKind.collections(draft())).toEqual([]);
  });
});

describe('A and B', () => {
  test('the other of the pair is whoever holds the same post under the other letter on that day', () => {
    expect(otherOf(office, 'person.chenli', '2026-01-15')?.name).toBe('吕刚');
    expect(otherOf(office, 'person.lvgang', '2026-01-15')?.name).toBe('陈立');
    expect(otherOf(office, 'person.zhengwei', '2026-01-15')).toBeUndefined();
    const left = things.map((thing) => {
      if (thing.id !== 'person.lvgang') return thing;
      const person = thing as Person;
      return { ...person, tenures: person.tenures.map((tenure) => ({ ...tenure, toDay: '2026-01-31' })) };
    });
    expect(otherOf(buildOffice(left), 'person.chenli', '2026-01-31')?.name).toBe('吕刚');
    expect(otherOf(buildOffice(left), 'person.chenli', '2026-02-01')).toBeUndefined();
  });

  test('is asked with the first list, across midnight of the year, once; for what is not urgent never', () => {
    const at = new Date('2026-12-31T23:55:00+08:00');
    const [receipt] = out(draft({ kind: 'call', at }), at).receipts;
    expect(clocks(receiptAgenda(receipt!, context))).toEqual(['01-01 00:00 remind', '01-01 00:05 ask-other']);
    const asked = { ...receipt!, other: 'person.lvgang' };
    expect(clocks(receiptAgenda(asked, context))).toEqual(['01-01 00:00 remind']);
    expect(receiptKind.collections(asked)).toContain('receipts.open.person.lvgang');
    const [ordinary] = out(draft()).receipts;
    expect(receiptAgenda(ordinary!, context).map(({ step }) => step)).toEqual(['remind', 'remind']);
  });

  test('the word of one counts for both, and the person’s own word later stands in its place', () => {
    const [receipt] = out(draft({ kind: 'call' })).receipts;
    const byOther = receive(receipt!, word('person.lvgang', 12));
    expect(receiptKind.collections(byOther)).toEqual([
      'receipts.answered.notice.N0001',
      'receipts.by-other.notice.N0001',
    ]);
    const own = receive(byOther, word('person.chenli', 20));
    expect(own).toMatchObject({ receivedBy: 'person.chenli', receivedAt: later(20) });
    expect(receive(own, word('person.lvgang', 25))).toBe(own);
    expect(receive(byOther, word('person.lvgang', 25))).toBe(byOther);
  });
});

describe('in a room', () => {
  const mentioned = (people: number, at: Date) => {
    const all = Array.from({ length: people }, (_, index) => `person.p${index}`);
    let notice = draft({ people: all, room: ROOM, at });
    const messages = [];
    while (notice.handedOut < people) {
      const { sent, say } = out(notice, at);
      messages.push(...say.filter(({ to }) => to === ROOM));
      notice = sent;
    }
    return { all, messages };
  };

  test('everybody is mentioned, in parts of their own, and the words are said once', () => {
    const { all, messages } = mentioned(450, AT);
    expect(messages.flatMap(({ mentions }) => mentions ?? [])).toEqual(all);
    expect(new Set(messages.map(({ once }) => once)).size).toBe(3);
    expect(messages.map(({ text }) => text)).toEqual([
      '【通知 N0001】停电（安委办 王芳）。请回复“收到”',
      ...Array(2).fill('【通知 N0001】内容见本群上一条，请回复“收到”'),
    ]);
  });

  test('in no more messages than the room may have on that day', () => {
    expect(mentioned(2_000, AT).messages).toHaveLength(policy.budget.roomPerWorkday);
    const sunday = mentioned(2_000, new Date('2026-01-18T10:00:00+08:00'));
    expect(sunday.messages).toHaveLength(policy.budget.roomPerDayOff);
    expect(sunday.messages.flatMap(({ mentions }) => mentions ?? [])).toEqual(sunday.all);
  });
});

describe('@所有人', () => {
  test.each([
    ['叫应 请立即上岗，@所有人', true],
    ['@所有人 叫应 请立即上岗', true],
    ['全员通知：明天停电', true],
    ['通知各乡镇明天停电，艾特所有人', true],
    ['发，不@所有人', false],
    ['通知所有人员佩戴安全帽', false],
    ['通知各乡镇明天停电', false],
  ])('%s', (text, asked) => {
    expect(asksEverybody(text)).toBe(asked);
  });

  test('the words of the notice are without it', () => {
    expect(withoutEverybody('请立即上岗，@所有人')).toBe('请立即上岗');
    expect(withoutEverybody('@所有人 请立即上岗')).toBe('请立即上岗');
    expect(withoutEverybody('请立即上岗，并@所有人，带好雨具')).toBe('请立即上岗，带好雨具');
    expect(refusesEverybody('不用@所有人了')).toBe(true);
    expect(refusesEverybody('发')).toBe(false);
  });

  test('is for 叫应 and red warnings', () => {
    const may = (kind: NoticeKind, text: string) => mayCallEverybody({ kind, text });
    expect(may('call', '请上岗')).toBe(true);
    expect(['红', '橙', '黄', '蓝'].map((colour) => may('warning', `暴雨${colour}色预警`))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(may('notice', '红色预警期间停课的通知')).toBe(false);
  });

  test('while it waits its author hears of it once and nothing is sent; from the moment it was asked for, a day', () => {
    const at = new Date('2026-12-31T23:55:00+08:00');
    const pending = askApproval({ ...draft({ kind: 'call', at }), everybodyIn: ROOM }, at);
    expect(clocks(noticeAgenda(pending, context))).toEqual(['01-01 23:55 lapse', '01-01 00:05 approval-open']);
    const back = refuseApproval(pending, later(20, at));
    expect(back).toMatchObject({ state: 'draft' });
    expect(back.everybodyIn).toBeUndefined();
    expect(clocks(noticeAgenda(back, context))).toEqual(['01-02 00:15 lapse']);
    expect(dropEverybody(pending).everybodyIn).toBeUndefined();
  });
});
