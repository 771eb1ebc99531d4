import { describe, expect, test } from '@jest/globals';
import { aMessage, at, conversation, planFor, policy, spoken, WEDNESDAY_10 } from './outbox-terms.ts';

const FILE = { sha256: 'ab12', name: '台账.xlsx', size: 10, kind: 'file' as const };

describe('windows', () => {
  const saturdayNight = at('2026-01-17 23:00');

  test.each([
    ['L0', true],
    ['R', true],
    ['L1', true],
    ['D', false],
    ['L2', false],
    ['L3', false],
    ['L4', false],
  ] as const)('on a Saturday night a message of class %s goes: %s', (messageClass, goes) => {
    const plan = planFor([aMessage({ class: messageClass, sinceMs: saturdayNight.getTime() })], { now: saturdayNight });
    expect(plan.envelope !== undefined).toBe(goes);
  });

  test('an ordinary reminder of a Saturday is looked at again on Monday at nine', () => {
    const plan = planFor([aMessage({ sinceMs: saturdayNight.getTime() })], { now: saturdayNight });
    expect(plan).toEqual({ taken: [], counts: {}, nextLookMs: at('2026-01-19 09:00').getTime(), messages: [] });
  });

  test('an urgent dispatch goes at night', () => {
    const urgent = aMessage({ class: 'D', urgent: true, sinceMs: saturdayNight.getTime() });
    expect(planFor([urgent], { now: saturdayNight }).taken).toEqual([urgent.once]);
  });

  test('nothing goes before its own moment', () => {
    const later = aMessage({ class: 'L0', notBeforeMs: at('2026-01-14 10:30').getTime() });
    expect(planFor([later])).toMatchObject({ taken: [], nextLookMs: at('2026-01-14 10:30').getTime() });
  });

  test('a message that was held is counted once, when it goes', () => {
    const item = aMessage({ sinceMs: at('2026-01-14 07:00').getTime() });
    expect(planFor([item], { now: at('2026-01-14 07:00') }).counts).toEqual({});
    expect(planFor([item], { now: at('2026-01-14 09:00') }).counts).toEqual({ held: 1 });
  });
});

describe('messages whose time has passed', () => {
  const stale = aMessage({
    about: 'T0612',
    text: 'T0612今天17:30到期，还剩15分钟',
    notAfterMs: at('2026-01-14 09:59').getTime(),
    lapseTo: 'person.wangfang',
  });

  test('are not said; whoever must know reads what was not said', () => {
    const plan = planFor([stale]);
    expect(plan).toMatchObject({ taken: [stale.once], counts: { expired: 1 }, nextLookMs: null });
    expect(plan.envelope).toBeUndefined();
    expect(plan.messages).toEqual([
      {
        to: 'person.wangfang',
        class: 'L3',
        about: 'T0612',
        text: 'T0612有一条提醒因过时没有发出：“T0612今天17:30到期，还剩15分钟”',
        once: `${stale.once}.lapsed`,
        sinceMs: WEDNESDAY_10.getTime(),
      },
    ]);
  });

  test('lapse beside others that still go', () => {
    const fresh = aMessage();
    const plan = planFor([stale, fresh]);
    expect(plan.envelope?.once).toEqual([fresh.once]);
    expect(plan.taken).toEqual([fresh.once, stale.once]);
  });

  test('lapse also while the account is offline, at the moment they do', () => {
    const soon = aMessage({ notAfterMs: at('2026-01-14 10:00').getTime() + 5_000, lapseTo: 'person.wangfang' });
    const silentUntilMs = at('2026-01-14 10:01').getTime();
    const plan = planFor([soon], { silentUntilMs });
    expect(plan).toMatchObject({ taken: [], nextLookMs: soon.notAfterMs! + 1 });
    expect(planFor([soon], { silentUntilMs, now: new Date(plan.nextLookMs!) }).messages).toHaveLength(1);
  });
});

describe('budgets', () => {
  const use = (budgeted: number) => ({ day: '2026-01-14', budgeted });
  const inRoom = (part = {}) => aMessage({ to: 'room.all', ...part });

  test.each(['L0', 'R', 'D', 'L1'] as const)('class %s is free when the budget is used up', (messageClass) => {
    const item = aMessage({ class: messageClass });
    const plan = planFor([], { state: conversation({ items: [item], use: use(8) }) });
    expect(plan.taken).toEqual([item.once]);
    expect(plan.use?.budgeted).toBe(8);
  });

  test('the seventh reminder to a room waits for the next working day', () => {
    const items = [inRoom()];
    expect(planFor([], { state: conversation({ items, use: use(5) }) }).use?.budgeted).toBe(6);

    const full = planFor([], { state: conversation({ items, use: use(6) }) });
    expect(full).toMatchObject({ taken: [], nextLookMs: at('2026-01-15 09:00').getTime() });
  });

  test('a room hears only two reminders on a day off', () => {
    const now = at('2026-01-17 10:00');
    const items = [inRoom({ class: 'L2', sinceMs: now.getTime() })];
    const plan = (budgeted: number) =>
      planFor([], { now, state: conversation({ items, use: { day: '2026-01-17', budgeted } }) });
    expect(plan(1).taken).toHaveLength(1);
    expect(plan(2)).toMatchObject({ taken: [], nextLookMs: at('2026-01-18 08:00').getTime() });
  });

  test('the last message of the day for a person gathers what is left as 我的待办', () => {
    const items = [
      aMessage({ class: 'L4', text: '本周情况\n办结3件', about: undefined }),
      aMessage({ class: 'L2', text: 'T0001今天到期', about: 'T0001' }),
      aMessage({ text: '请报送台账', about: 'T0002' }),
    ];
    const plan = planFor([], { state: conversation({ items, use: use(7) }) });
    expect(spoken(plan)).toEqual(['我的待办（3件）：\nT0001今天到期\nT0002 请报送台账\n本周情况 办结3件']);
    expect(plan.use).toMatchObject({ budgeted: 8, exhaustedDay: '2026-01-14' });
    expect(plan.counts.merged).toBe(2);
  });

  test('what comes after it waits for the next day and is not called late then', () => {
    const late = aMessage({ sinceMs: at('2026-01-14 15:00').getTime() });
    const state = conversation({ items: [late], use: { ...use(8), exhaustedDay: '2026-01-14' } });
    expect(planFor([], { state, now: at('2026-01-14 15:00') }).taken).toEqual([]);

    const next = planFor([], { state, now: at('2026-01-15 09:00') });
    expect(spoken(next)).toEqual([late.text]);
    expect(next.counts).toEqual({ held: 1 });
  });
});

describe('digests', () => {
  test('several reminders that wait for one person become one list', () => {
    const plan = planFor([aMessage({ text: 'T0001请报送' }), aMessage({ text: 'T0002请签收' })]);
    expect(spoken(plan)).toEqual(['T0001请报送\nT0002请签收']);
    expect(plan.use).toEqual({ day: '2026-01-14', budgeted: 1, lastL3Ms: WEDNESDAY_10.getTime() });
  });

  test('a reminder a few minutes after another waits until a quarter of an hour has passed, and is not called late', () => {
    const item = aMessage();
    const state = conversation({
      items: [item],
      use: { day: '2026-01-14', budgeted: 1, lastL3Ms: at('2026-01-14 09:59').getTime() },
    });
    expect(planFor([], { state })).toMatchObject({ taken: [], nextLookMs: at('2026-01-14 10:14').getTime() });
    expect(spoken(planFor([], { state, now: at('2026-01-14 10:14') }))).toEqual([item.text]);
  });

  test.each([
    ['the window closes first', '2026-01-14 11:40', undefined],
    ['it would lapse first', '2026-01-14 10:00', '2026-01-14 10:05'],
  ])('it does not wait when %s', (_, now, notAfter) => {
    const item = aMessage({ sinceMs: at(now).getTime(), ...(notAfter ? { notAfterMs: at(notAfter).getTime() } : {}) });
    const use = { day: '2026-01-14', budgeted: 1, lastL3Ms: at(now).getTime() - 60_000 };
    expect(planFor([], { now: at(now), state: conversation({ items: [item], use }) }).taken).toEqual([item.once]);
  });

  test('a list has six lines; what has a number to ask for may be reduced to it in the last', () => {
    const items = Array.from({ length: 9 }, (_, n) => aMessage({ about: `T000${n}`, text: `T000${n}请报送` }));
    const plan = planFor(items);
    expect(spoken(plan)[0]?.split('\n')).toEqual([
      ...items.slice(0, 5).map((item) => item.text),
      '其余4件：T0005、T0006、T0007、T0008，回复编号查看',
    ]);
    expect(plan.taken).toHaveLength(9);
  });

  test('news without a number never hides; it waits for a line of its own', () => {
    const items = Array.from({ length: 9 }, () => aMessage());
    const plan = planFor(items);
    expect(plan.taken).toEqual(items.slice(0, 6).map((item) => item.once));
  });

  test('six reminders fill six lines', () => {
    const items = Array.from({ length: 6 }, (_, n) => aMessage({ about: `T000${n}`, text: `T000${n}请报送` }));
    expect(spoken(planFor(items))).toEqual([items.map((item) => item.text).join('\n')]);
  });
});

describe('order and merging', () => {
  test('an incident overtakes an answer, a dispatch and everything else', () => {
    const classes = ['L4', 'L2', 'D', 'L1', 'R', 'L0'] as const;
    let items = classes.map((messageClass) => aMessage({ class: messageClass }));
    const heard: string[] = [];
    for (let plan = planFor(items); plan.envelope; plan = planFor(items)) {
      heard.push(...plan.envelope.items.map((item) => item.class));
      items = items.filter((item) => !plan.taken.includes(item.once));
    }
    expect(heard).toEqual(['L0', 'R', 'D', 'L1', 'L2', 'L4']);
  });

  test('answers given in one moment go together, an answer to another message and a reminder do not join them', () => {
    const first = aMessage({ class: 'R', text: '已签收，谢谢' });
    const second = aMessage({ class: 'R', text: '还缺：整改标准' });
    const other = aMessage({ class: 'R', sinceMs: WEDNESDAY_10.getTime() + 1 });
    const plan = planFor([first, aMessage(), other, second], { now: new Date(WEDNESDAY_10.getTime() + 1) });
    expect(spoken(plan)).toEqual(['已签收，谢谢\n还缺：整改标准']);
  });

  test('answers in a room stay apart', () => {
    const items = [aMessage({ to: 'room.all', class: 'R' }), aMessage({ to: 'room.all', class: 'R' })];
    expect(planFor(items).taken).toEqual([items[0]!.once]);
  });

  test('@ lines in a room join only about the same matter in the same class, and mention everybody once', () => {
    const line = (about: string, person: string, messageClass: 'L2' | 'L3' = 'L3') =>
      aMessage({ to: 'room.all', class: messageClass, about, mentions: [person, 'person.wangfang'] });
    const items = [line('T0001', 'person.a'), line('T0002', 'person.b'), line('T0001', 'person.c')];
    const plan = planFor(items);
    expect(plan.taken).toEqual([items[0]!.once, items[2]!.once]);
    expect(plan.envelope?.parts[0]?.mentions).toEqual(['person.a', 'person.wangfang', 'person.c']);
  });

  test('a private message mentions nobody', () => {
    expect(planFor([aMessage({ mentions: ['person.chenli'] })]).envelope?.parts[0]?.mentions).toEqual([]);
  });

  test('a file is a chat message of its own after the text', () => {
    const item = aMessage({ class: 'R', text: '台账模板', file: FILE });
    expect(planFor([item]).envelope?.parts).toEqual([
      { text: '台账模板', mentions: [], state: 'waiting' },
      { text: '', mentions: [], file: FILE, state: 'waiting' },
    ]);
  });
});

describe('after an outage', () => {
  test('what could have gone more than ten minutes ago is marked', () => {
    const items = [
      aMessage({ class: 'R', sinceMs: at('2026-01-14 09:49').getTime() }),
      aMessage({ class: 'L2', sinceMs: at('2026-01-14 09:50').getTime() }),
    ];
    expect(spoken(planFor([items[0]!]))).toEqual([`（补发）${items[0]!.text}`]);
    expect(spoken(planFor([items[1]!]))).toEqual([items[1]!.text]);
  });

  test('what a window held is not marked, unless it is late after the window opened', () => {
    const item = aMessage({ sinceMs: at('2026-01-13 20:00').getTime() });
    expect(spoken(planFor([item], { now: at('2026-01-14 09:05') }))).toEqual([item.text]);
    expect(spoken(planFor([item], { now: at('2026-01-14 09:30') }))).toEqual([`（补发）${item.text}`]);
  });

  test('a mark that is there already is not repeated', () => {
    const item = aMessage({ text: '（补发）T0612今天到期', sinceMs: at('2026-01-14 09:00').getTime() });
    expect(spoken(planFor([item]))).toEqual([item.text]);
  });

  test('the envelope remembers messages as they were, without marks', () => {
    const item = aMessage({ sinceMs: at('2026-01-14 09:00').getTime() });
    expect(planFor([item]).envelope?.items).toEqual([item]);
  });
});

test('while an envelope is under way nothing else is planned', () => {
  const { envelope } = planFor([aMessage()]);
  const plan = planFor([], { state: conversation({ items: [aMessage({ class: 'L0' })], envelope: envelope! }) });
  expect(plan).toMatchObject({ taken: [], messages: [] });
  expect(plan.envelope).toBeUndefined();
});

test('long texts become parts that leave room for a mark', () => {
  const item = aMessage({ text: '今天请各单位报送排查台账。'.repeat(200) });
  const parts = spoken(planFor([item]));
  expect(parts[0]).toMatch(/^（1\/2）今天/);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(policy.message.maxChars - 10);
});
