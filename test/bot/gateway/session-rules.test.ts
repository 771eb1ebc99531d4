import { describe, expect, jest, test } from '@jest/globals';
import { Arrivals } from '../../../bot/gateway/arrivals.ts';
import { ErrorLog, type GatewayLogger } from '../../../bot/gateway/error-log.ts';
import { SendError } from '../../../bot/gateway/gateway.ts';
import { loginCodeAsPng, loginCodeForTerminal } from '../../../bot/gateway/login-qr.ts';
import { RecentMessages } from '../../../bot/gateway/recent-messages.ts';
import { sendErrorFrom, withinTime } from '../../../bot/gateway/send-failure.ts';
import { withMentions } from '../../../bot/gateway/sender.ts';
import { isSoundHeartbeat, nextState, saysBanned } from '../../../bot/gateway/session.ts';
import { soundsThrottled, Throttle } from '../../../bot/gateway/throttle.ts';

describe('the session', () => {
  test.each([
    ['offline', 'start', 'starting'],
    ['starting', 'scan', 'need-scan'],
    ['starting', 'login', 'online'],
    ['starting', 'gone', 'offline'],
    ['need-scan', 'login', 'online'],
    ['need-scan', 'logout', 'need-scan'],
    ['need-scan', 'doubt', 'need-scan'],
    ['online', 'logout', 'degraded'],
    ['online', 'scan', 'need-scan'],
    ['online', 'doubt', 'degraded'],
    ['online', 'gone', 'online'],
    ['degraded', 'login', 'online'],
    ['degraded', 'confirmed', 'online'],
    ['degraded', 'gone', 'offline'],
    ['offline', 'confirmed', 'online'],
    ['offline', 'login', 'online'],
    ['online', 'banned', 'banned'],
    ['banned', 'login', 'banned'],
    ['banned', 'scan', 'banned'],
    ['banned', 'stop', 'banned'],
    ['banned', 'start', 'starting'],
    ['online', 'stop', 'offline'],
  ] as const)('%s, then %s, is %s', (state, event, next) => {
    expect(nextState(state, event)).toBe(next);
  });

  test.each(['ret: 1102', '{"ret":1203}', '你的账号被限制登录', '1102'])('is banned by %s', (text) => {
    expect(saysBanned(text)).toBe(true);
  });

  test.each(['connect ECONNREFUSED 127.0.0.1:1102', 'puppet stop()', '1101', '共1203人'])(
    'is not banned by %s',
    (text) => {
      expect(saysBanned(text)).toBe(false);
    },
  );

  test('is not proven alive by a heartbeat that says it is logged out', () => {
    expect(isSoundHeartbeat('local:online')).toBe(true);
    expect(isSoundHeartbeat(undefined)).toBe(true);
    expect(isSoundHeartbeat('timeout@logout')).toBe(false);
    expect(isSoundHeartbeat('local:offline')).toBe(false);
  });
});

describe('a failed send', () => {
  const coded = (code: string | number, message: string) => Object.assign(new Error(message), { code });
  test.each([
    [coded(14, '14 UNAVAILABLE: Connection dropped'), 'not-sent'],
    [new Error('2 UNKNOWN: not logged in, no this.__currentUserId yet.'), 'not-sent'],
    [coded('not-friend', '"陈立" is not a friend'), 'not-friend'],
    [new Error('对方开启了朋友验证，你还不是他（她）朋友'), 'not-friend'],
    [new Error('操作过于频繁，可稍后再试。'), 'throttled'],
    [new Error('1205: too frequent'), 'throttled'],
    [new Error('read ECONNRESET'), 'unknown'],
    ['something', 'unknown'],
  ])('%s is told as %s', (error, failure) => {
    expect(sendErrorFrom(error).failure).toBe(failure);
  });

  test('that nobody answers is unknown after the time limit', async () => {
    const late = withinTime(new Promise(() => {}), 30);
    await expect(late).rejects.toMatchObject({ failure: 'unknown' });
    await expect(late).rejects.toBeInstanceOf(SendError);
  });
});

describe('mentions in what the bot says', () => {
  const target = { roomChannelId: 'r' };
  const mentions = [
    { contactId: 'a', name: '陈立' },
    { contactId: 'b', name: '陈立新' },
  ];

  test('stand at the end where the text does not have them', () => {
    expect(withMentions({ target, text: '请签收', mentions })).toBe('请签收 @陈立\u2005@陈立新\u2005');
  });

  test('are not taken for said because a longer name was', () => {
    expect(withMentions({ target, text: '请签收 @陈立新', mentions })).toBe('请签收 @陈立新 @陈立\u2005');
  });

  test('are nothing in a private chat', () => {
    expect(withMentions({ target: { contactId: 'a' }, text: '请签收', mentions })).toBe('请签收');
  });
});

describe('speaking too often', () => {
  test.each(['操作过于频繁，可稍后再试。', '发送消息过于频繁，可稍后再试', '操作过于频繁'])(
    '%s is a complaint',
    (text) => {
      expect(soundsThrottled(text)).toBe(true);
    },
  );

  test.each(['检查操作过于频繁的问题', '操作过于频繁，请安委办减少报表', '收到'])('%s is not', (text) => {
    expect(soundsThrottled(text)).toBe(false);
  });

  test('pauses 15 minutes, then an hour, then twelve, and begins anew after a calm day', () => {
    const throttle = new Throttle();
    const minutes = (n: number) => n * 60_000;
    expect(throttle.complained(0)).toBe(minutes(15));
    expect(throttle.complained(minutes(5))).toBe(minutes(10));
    expect(throttle.pausedFor(minutes(15))).toBe(0);
    expect(throttle.complained(minutes(16))).toBe(minutes(60));
    expect(throttle.complained(minutes(80))).toBe(minutes(720));
    expect(throttle.complained(minutes(80 + 720 + 1441))).toBe(minutes(15));
  });
});

describe('errors of a puppet', () => {
  test('are logged once a minute, however many there are, with their number', () => {
    const warn = jest.fn();
    const log = new ErrorLog({ warn, info: warn, error: warn, debug: () => {} } as unknown as GatewayLogger);
    for (let n = 0; n < 8000; n += 1) log.log(new Error(`connect failed after ${n} ms`), 'wechaty', n);
    log.log(new Error('connect failed after 1 ms'), 'wechaty', 61_000);
    expect(warn).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenLastCalledWith(expect.objectContaining({ heldBack: 7999 }), 'puppet error');
  });
});

describe('the order of arrival', () => {
  const at = (id: string, sentMs: number, conversation = 'a') => Promise.resolve({ id, sentMs, conversation });

  test('is put right within a conversation by when things were written', async () => {
    const handled: string[] = [];
    const arrivals = new Arrivals(30, async ({ id }) => void handled.push(id));
    arrivals.arrived(at('third', 3));
    arrivals.arrived(at('first', 1));
    arrivals.arrived(at('second', 2));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(handled).toEqual(['first', 'second', 'third']);
  });

  test('is kept while one message takes long, and others need not wait for it', async () => {
    const handled: string[] = [];
    let release = () => {};
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const arrivals = new Arrivals(0, async ({ id }) => {
      if (id === 'slow') await blocked;
      handled.push(id);
    });
    arrivals.arrived(at('slow', 1));
    arrivals.arrived(at('behind', 2));
    arrivals.arrived(at('elsewhere', 3, 'b'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(handled).toEqual(['elsewhere']);
    release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(handled).toEqual(['elsewhere', 'slow', 'behind']);
  });
});

describe('finding what was quoted', () => {
  test('takes the latest message of that person with that text, also where the channel cut it', () => {
    const recent = new RecentMessages();
    recent.remember('room', { id: '1', from: '值守', text: '【T0612】烟花爆竹零售点拉网式排查' });
    recent.remember('room', { id: '2', from: '陈立', text: '收到' });
    recent.remember('room', { id: '3', from: '陈立', text: '收到' });
    expect(recent.idOfQuoted('room', '陈立', '收到')).toBe('3');
    expect(recent.idOfQuoted('room', '值守', '【T0612】烟花爆竹…')).toBe('1');
    expect(recent.idOfQuoted('room', '王芳', '收到')).toBeUndefined();
    expect(recent.idOfQuoted('elsewhere', '陈立', '收到')).toBeUndefined();
  });
});

describe('the login code', () => {
  test('is drawn on this machine, for the terminal and as a picture', async () => {
    const code = 'http://weixin.qq.com/x/abc';
    expect((await loginCodeForTerminal(code)).split('\n').length).toBeGreaterThan(10);
    expect(await loginCodeAsPng(code)).toMatch(/^data:image\/png;base64,iVBOR/);
  });
});
