import { describe, expect, test } from '@jest/globals';
import { may, type RightRequest } from '../../../domain/people/rights.ts';
import { anAssignment, anOffice, aPerson, aRoom, aTask, aTenure, aUnit, TODAY } from './builders.ts';

const wangfang = aPerson('wangfang', '王芳', {
  roles: ['dispatcher'],
  tenures: [aTenure('anweiban', 'liaison', { letter: 'A' })],
});
const liweidong = aPerson('liweidong', '李卫东', { roles: ['leader'], tenures: [aTenure('anning', 'deputy')] });
const hejing = aPerson('hejing', '何静', { roles: ['supervisor'], tenures: [aTenure('yingji', 'staff')] });
const chenli = aPerson('chenli', '陈立', { tenures: [aTenure('qingshan', 'liaison', { letter: 'A' })] });
const xieguoqiang = aPerson('xieguoqiang', '谢国强', { tenures: [aTenure('hongda', 'enterprise-contact')] });
const guest = aPerson('guest', '吴建', { tenures: [aTenure('qingshan', 'enterprise-contact')] });
const admin = aPerson('admin', '小周', { roles: ['sysadmin'] });
const office = anOffice(
  aUnit('anning', '安宁区政府', { kind: 'government' }),
  aUnit('anweiban', '安委办', { kind: 'office' }),
  aUnit('yingji', '应急局', { kind: 'department' }),
  aUnit('qingshan', '青山镇'),
  aUnit('shiqiao', '石桥乡'),
  aUnit('hongda', '宏达木业', { kind: 'enterprise' }),
  ...[wangfang, liweidong, hejing, chenli, xieguoqiang, guest, admin],
);
const committee = aRoom('anweihui', '安委会成员单位', ['qingshan', 'shiqiao', 'yingji']);
const qingshan = aRoom('qingshan', '青山镇安全', ['qingshan']);

const ask = (request: Pick<RightRequest, 'person' | 'right'> & Partial<RightRequest>) =>
  may({ office, day: TODAY, ...request });

describe('a refusal says what to do', () => {
  test('a stranger is told to bind', () => {
    expect(ask({ person: undefined, right: 'report' })).toEqual({ allowed: false, refusal: 'NOT_BOUND' });
  });

  test('somebody who has left every post is a stranger again', () => {
    const left = aPerson('left', '旧', {
      tenures: [aTenure('qingshan', 'liaison', { letter: 'A', toDay: '2026-01-14' })],
    });
    expect(ask({ person: left, right: 'report', thing: anAssignment('qingshan') })).toEqual({
      allowed: false,
      refusal: 'NOT_BOUND',
    });
  });

  test('a report on another unit is not taken', () => {
    expect(ask({ person: chenli, right: 'report', thing: anAssignment('shiqiao') })).toEqual({
      allowed: false,
      refusal: 'NOT_YOUR_UNIT',
    });
  });

  test('who lacks the role is sent to the dispatcher by name', () => {
    expect(ask({ person: chenli, right: 'give-order' })).toEqual({
      allowed: false,
      refusal: 'NOT_ALLOWED',
      who: '安委办王芳',
    });
  });

  test('a binding said in a room is asked for in private, and not heard by the room', () => {
    expect(ask({ person: undefined, right: 'bind', room: committee })).toEqual({
      allowed: false,
      refusal: 'PRIVATE_ONLY',
    });
    expect(ask({ person: chenli, right: 'enter-code', room: committee })).toEqual({
      allowed: false,
      refusal: 'PRIVATE_ONLY',
    });
  });

  test('a room is bound from within', () => {
    expect(ask({ person: wangfang, right: 'bind-room' })).toEqual({ allowed: false, refusal: 'ROOM_ONLY' });
  });
});

describe('nobody accepts his own work', () => {
  const report = { kind: 'report' as const, writtenAt: new Date(0), by: 'person.wangfang', text: '已报', files: [] };

  test('a dispatcher accepts what a colleague of the office reported, but not what he wrote himself', () => {
    const colleagues = anAssignment('anweiban', { reports: [{ ...report, by: 'person.lintao' }] });
    expect(ask({ person: wangfang, right: 'review', thing: colleagues })).toMatchObject({ allowed: true });
    const own = anAssignment('anweiban', { reports: [report], assigner: 'person.liweidong' });
    expect(ask({ person: wangfang, right: 'review', thing: own })).toEqual({
      allowed: false,
      refusal: 'NOT_ALLOWED',
      who: '安宁区政府李卫东',
    });
  });

  test('not even a dispatcher accepts an item that names him as its owner', () => {
    const thing = anAssignment('qingshan', { owner: 'person.wangfang' });
    expect(ask({ person: wangfang, right: 'review', thing })).toMatchObject({ allowed: false, refusal: 'NOT_ALLOWED' });
  });

  test('an assigner does not accept what his own unit reported', () => {
    const thing = anAssignment('yingji', { assigner: 'person.hejing' });
    expect(ask({ person: hejing, right: 'review', thing })).toEqual({
      allowed: false,
      refusal: 'NOT_ALLOWED',
      who: '安委办王芳',
    });
  });

  test('the reviewer whom the order names accepts like the assigner', () => {
    const thing = anAssignment('qingshan', { reviewer: 'person.hejing' });
    expect(ask({ person: hejing, right: 'review', thing })).toMatchObject({ allowed: true });
  });
});

describe('what a room may read', () => {
  test('a look at one unit is answered in a room bound to it, and privately in another unit’s room', () => {
    const look = { person: liweidong, right: 'query-any', unit: 'unit.shiqiao' } as const;
    expect(ask({ ...look, room: committee })).toEqual({ allowed: true, privately: false });
    expect(ask({ ...look, room: qingshan })).toEqual({ allowed: true, privately: true });
    expect(ask(look)).toEqual({ allowed: true, privately: false });
  });

  test('a look at a whole task is answered in a room only where all its units are at home', () => {
    const thing = aTask({ executors: ['unit.qingshan', 'unit.shiqiao'], leads: ['unit.yingji'] });
    expect(ask({ person: wangfang, right: 'query-any', thing, room: committee })).toMatchObject({ privately: false });
    expect(ask({ person: wangfang, right: 'query-any', thing, room: qingshan })).toMatchObject({ privately: true });
  });

  test('a look at everything is never answered in a room', () => {
    expect(ask({ person: wangfang, right: 'query-any', room: committee })).toMatchObject({ privately: true });
  });

  test('“我的待办” is answered in the room of one’s own unit, and privately elsewhere', () => {
    expect(ask({ person: chenli, right: 'query-own', room: qingshan })).toEqual({ allowed: true, privately: false });
    const other = aRoom('shiqiao', '石桥乡安全', ['shiqiao']);
    expect(ask({ person: chenli, right: 'query-own', room: other })).toEqual({ allowed: true, privately: true });
  });

  test('telephone numbers and codes are for private chats, whoever asks', () => {
    for (const right of ['see-phones', 'bind-people'] as const) {
      expect(ask({ person: wangfang, right, unit: 'unit.qingshan', room: qingshan })).toEqual({
        allowed: true,
        privately: true,
      });
    }
  });
});

describe('special people', () => {
  test('an enterprise contact reports on his enterprise, unless the order names somebody else', () => {
    const report = { person: xieguoqiang, right: 'report' } as const;
    expect(ask({ ...report, thing: anAssignment('hongda') })).toMatchObject({ allowed: true });
    expect(ask({ ...report, thing: anAssignment('hongda', { owner: 'person.chenli' }) })).toMatchObject({
      allowed: false,
    });
    expect(ask({ ...report, thing: anAssignment('qingshan') })).toMatchObject({ allowed: false });
  });

  test('an enterprise contact entered under a township sees only the items that name him', () => {
    const look = { person: guest, right: 'query-own' } as const;
    expect(ask({ ...look, unit: 'unit.qingshan' })).toMatchObject({ allowed: false });
    expect(ask({ ...look, thing: anAssignment('qingshan') })).toMatchObject({ allowed: false });
    expect(ask({ ...look, thing: anAssignment('qingshan', { owner: 'person.guest' }) })).toMatchObject({
      allowed: true,
    });
  });

  test('the machine’s administrator binds people and looks after the system, and sees no reports', () => {
    const allowed = (right: RightRequest['right']) =>
      ask({ person: admin, right, thing: anAssignment('qingshan') }).allowed;
    expect(['bind-people', 'system-status'].map((right) => allowed(right as RightRequest['right']))).toEqual([
      true,
      true,
    ]);
    expect(
      ['query-any', 'query-own', 'review', 'see-phones', 'report'].map((right) =>
        allowed(right as RightRequest['right']),
      ),
    ).toEqual([false, false, false, false, false]);
  });

  test('everybody who is bound may ask whether the bot is there', () => {
    expect(ask({ person: chenli, right: 'alive', room: committee })).toEqual({ allowed: true, privately: false });
  });
});
