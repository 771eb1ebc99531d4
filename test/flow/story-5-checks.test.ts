import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../domain/duty/checks/check-in.ts';
import type { CheckPlan } from '../../domain/duty/checks/rounds/check-plan.ts';
import type { CheckRounds } from '../../domain/duty/checks/rounds/check-rounds.ts';
import { checksOn } from '../../domain/duty/collections.ts';
import { KINDS } from '../../domain/kinds.ts';
import { OfficeCache } from '../../domain/reading.ts';
import type { Thing } from '../../domain/thing.ts';
import { dutyVerify } from '../../scripts/commands/duty-verify.ts';
import { planChecks } from '../../workers/plan-checks.ts';
import { preview } from '../../workers/preview.ts';
import { reminderFor } from '../../workers/reminders/index.ts';
import { secureRandom, sha256 } from '../../workers/secure-random.ts';
import { at } from '../support/builders.ts';
import { aDayShift, dutyOf, OFFICERS } from '../support/check-shifts.ts';
import { World } from '../support/world.ts';

const NAMES: Readonly<Record<string, string>> = {
  qingshan: '陈立',
  nanjie: '赵敏',
  shiqiao: '马强',
  gaopu: '周洁',
  jingkai: '孙浩',
};

/** A round at 02:13, as the plan of a key period would file it. */
function nightRound(moment = '2026-01-26 02:13'): CheckRounds {
  const rounds = [{ at: at(moment), units: OFFICERS.map(([unit]) => `unit.${unit}`) }];
  return { id: 'check-rounds.test', type: 'check-rounds', kind: 'random', rounds, skipped: [] };
}

async function worldAt(start: string, things: readonly Thing[]): Promise<World> {
  const world = new World(start, { things });
  await world.office();
  return world;
}

async function checkOf(world: World, unit: string, day = '2026-01-26'): Promise<CheckIn> {
  const { ids } = await world.store.collection(checksOn(day));
  const found = (await world.store.load(ids)).map(({ thing }) => thing as CheckIn);
  return found.find((check) => check.unit === `unit.${unit}`)!;
}

/** The number that somebody was asked for. */
function codeIn(world: World, who: string): string {
  const said = world.transcript.findLast(({ to, text }) => to === who && /点名.*数字 \d/.test(text));
  return said!.text.match(/数字 (\d{2,3})/)![1]!;
}

const inPrivate = ({ transcript, officeNow }: World) =>
  transcript.every(({ to }) => [...officeNow.people.values()].some(({ name }) => name === to));

describe('a spot check at 02:13', () => {
  let world: World;

  beforeEach(async () => {
    world = await worldAt('2026-01-26T02:00:00+08:00', [...dutyOf('2026-01-25', '2026-01-26'), nightRound()]);
    await world.until('2026-01-26T02:13:00+08:00');
    for (const [unit] of OFFICERS) world.expectSaid(NAMES[unit]!, /^抽查点名，请在10分钟内回复数字 \d{3}（.+ .+）$/);
    world.expectSilence();
  });

  afterEach(() => {
    world.expectSilence();
    expect(inPrivate(world)).toBe(true);
    expect(world.transcript.filter(({ text }) => text.includes('脱岗'))).toEqual([]);
  });

  async function answersExcept(missing: string): Promise<void> {
    await world.until('2026-01-26T02:14:00+08:00');
    for (const [unit] of OFFICERS.filter(([one]) => one !== missing)) {
      await world.says(NAMES[unit]!, codeIn(world, NAMES[unit]!));
      world.expectSaid(NAMES[unit]!, '已应答 02:14');
    }
  }

  async function toThePhone(): Promise<void> {
    await answersExcept('shiqiao');
    await world.until('2026-01-26T02:18:00+08:00');
    world.expectSaid('马强', new RegExp(`02:13的点名还没有收到应答，请回复数字 ${codeIn(world, '马强')}`));
    await world.until('2026-01-26T02:23:00+08:00');
    const list = world.expectSaid('钱军', '石桥乡 马强两次未应答');
    expect(list.text).toContain('值班室0000-6270119，马强13800001102，带班领导高翔13800007788');
    expect(list.text).toContain('“石桥乡 在岗”');
  }

  test('the good branch: another number is told and not counted, a telephone finds the post manned', async () => {
    await world.until('2026-01-26T02:15:00+08:00');
    await world.says('周洁', codeIn(world, '陈立'));
    world.expectSaid('周洁', '数字不对，请看本人收到的那一条');
    expect(await checkOf(world, 'gaopu')).toMatchObject({ state: 'waiting', wrong: 1 });
    await world.until('2026-01-26T02:16:00+08:00');
    await world.says('周洁', '在岗');
    world.expectSaid('周洁', '只回“在岗”不能算应答');
    for (const who of ['周洁', '陈立', '赵敏', '孙浩']) {
      await world.says(who, `${codeIn(world, who)}，在岗`);
      world.expectSaid(who, '已应答 02:16');
    }
    await world.until('2026-01-26T02:18:00+08:00');
    world.expectSaid('马强', '还没有收到应答');
    await world.until('2026-01-26T02:23:00+08:00');
    world.expectSaid('钱军', '请电话核实');

    await world.until('2026-01-26T02:27:00+08:00');
    await world.says('钱军', '石桥乡 在岗，值班室座机接的，手机没电');
    world.expectSaid('钱军', '已记：02:27 石桥乡电话核实在岗，值班室座机接的，手机没电');
    await world.until('2026-01-26T02:41:00+08:00');
    await world.says('马强', `${codeIn(world, '马强')}，手机刚充上`);
    world.expectSaid('马强', '收到，本次已记为电话核实在岗');
    expect((await checkOf(world, 'shiqiao')).state).toBe('verified');

    await world.until('2026-01-26T08:35:00+08:00');
    for (const who of ['王芳', '何静']) world.expectSaid(who, '夜间抽查小结：5人次中按时应答4，电话核实在岗1');
  });

  test('bare 石桥乡 在岗 is what the telephone brought out', async () => {
    await toThePhone();
    await world.says('钱军', '石桥乡 在岗');
    world.expectSaid('钱军', '石桥乡电话核实在岗');
  });

  test('the bad branch: the leader in charge is called, comes, explains nothing for others, and people rule', async () => {
    await toThePhone();
    await world.until('2026-01-26T02:27:00+08:00');
    await world.says('钱军', '石桥乡 电话不通');
    world.expectSaid('钱军', '石桥乡电话不通');
    world.expectSaid('高翔', /石桥乡值班员马强自02:13起两次点名未应答.*请在15分钟内回复现场情况/);
    await world.until('2026-01-26T02:35:00+08:00');
    for (const words of ['收到', '我在路上，十分钟到']) {
      await world.says('高翔', words);
      world.expectSaid('高翔', '人到岗后请回复“已到岗”');
    }
    await world.until('2026-01-26T02:40:00+08:00');
    await world.says('高翔', '我已到值班室，马强去送急诊病人家属，没报备，我先顶着');
    world.expectSaid('高翔', '已记：石桥乡02:40起由高翔在岗，马强待说明');
    world.expectSaid('钱军', '石桥乡02:40起由高翔在岗，不用再核实或到场');
    await world.says('王芳', '石桥乡现在谁值班');
    world.expectSaid('王芳', '值班 高翔');

    await world.until('2026-01-26T08:35:00+08:00');
    for (const who of ['王芳', '何静']) {
      const summary = world.expectSaid(who, '夜间抽查小结：5人次中按时应答4');
      expect(summary.text).toMatch(/石桥乡 02:13点名未应答，02:27电话不通，02:40起由高翔在岗/);
      expect(summary.text).toContain('如何认定由你们定');
    }
    await world.says('何静', '认定 石桥乡 情况说明');
    world.expectSaid('何静', '还没有说明情况');
    await world.says('马强', '说明 送急诊病人家属去医院，走得急没有报备');
    world.expectSaid('马强', '点名的说明已记，等待认定');
    await world.says('何静', '认定 石桥乡 情况说明 下不为例');
    world.expectSaid('何静', '何静认定“情况说明”：下不为例');
    world.expectSaid('马强', '何静认定“情况说明”：下不为例');
    expect((await checkOf(world, 'shiqiao')).state).toBe('ruled');
  });

  test('nobody telephones: the leader hears after a quarter of an hour, then the office; a late answer is told as late', async () => {
    await toThePhone();
    await world.until('2026-01-26T02:28:00+08:00');
    world.expectSaid('高翔', '电话核实还没有结果');
    await world.until('2026-01-26T02:43:00+08:00');
    world.expectSaid('王芳', '带班领导处也还没有结果，请过问');
    await world.until('2026-01-26T02:50:00+08:00');
    await world.says('马强', codeIn(world, '马强'));
    world.expectSaid('马强', '记为迟到应答');
    expect((await checkOf(world, 'shiqiao')).state).toBe('late');
    for (const who of ['钱军', '高翔', '王芳']) world.expectSaid(who, '石桥乡 马强02:50迟到应答，提醒到此为止');
  });

  test('已到岗 from the leader, as he was told to say, mans the post', async () => {
    await toThePhone();
    await world.until('2026-01-26T02:28:00+08:00');
    world.expectSaid('高翔', '请在15分钟内回复现场情况');
    await world.says('高翔', '已到岗');
    world.expectSaid('高翔', '02:28起由高翔在岗');
    world.expectSaid('钱军', '02:28起由高翔在岗');
    await world.until('2026-01-26T03:00:00+08:00');
  });

  test('a leader who was called and says 收到 to a newer call of the office has received that', async () => {
    await toThePhone();
    await world.until('2026-01-26T02:28:00+08:00');
    world.expectSaid('高翔', '请在15分钟内回复现场情况');
    await world.says('王芳', '叫应 暴雨橙色预警 02:20区气象台发布，请立即上岗。对象：高翔');
    await world.says('王芳', '发');
    world.expectSaid('高翔', '【叫应 N0001】');
    world.ignoreSoFar();
    await world.says('高翔', '收到');
    world.expectSaid('高翔', 'N0001已签收');
    world.ignoreSoFar();
    await world.says('高翔', '好的');
    world.expectSaid('高翔', '人到岗后请回复“已到岗”');
    world.ignoreSoFar();
  });

  test('a channel that is down voids what it touches, and nobody hears of it', async () => {
    await answersExcept('shiqiao');
    await world.chatBecomes('offline');
    await world.until('2026-01-26T02:40:00+08:00');
    expect(await checkOf(world, 'shiqiao')).toMatchObject({ state: 'void', voided: { cause: 'outage' } });
    await world.chatBecomes('online');
    await world.until('2026-01-26T02:45:00+08:00');
  });

  test('nobody kept time in the window: void, not escalated', async () => {
    await answersExcept('shiqiao');
    await world.away('2026-01-26T03:10:00+08:00');
    await world.settle();
    expect((await checkOf(world, 'shiqiao')).state).toBe('void');
    await world.says('马强', codeIn(world, '马强'));
    world.expectSaid('马强', '已作废，不计入');
  });

  test('what was written late in an outage and comes in before anything else is void too', async () => {
    await answersExcept('shiqiao');
    await world.away('2026-01-26T03:10:00+08:00');
    await world.says('马强', codeIn(world, '马强'), { sentAt: at('2026-01-26 02:30') });
    expect((await checkOf(world, 'shiqiao')).state).toBe('void');
    world.expectSaid('马强', '已作废，不计入');
  });

  test('what was written in time in an outage counts', async () => {
    await answersExcept('shiqiao');
    await world.away('2026-01-26T03:10:00+08:00');
    await world.says('马强', codeIn(world, '马强'), { sentAt: at('2026-01-26 02:20') });
    expect((await checkOf(world, 'shiqiao')).state).toBe('on-time');
    world.expectSaid('马强', '已应答 02:20');
  });
});

test('a question that waited for the channel counts from when it went out; one that never got out is void', async () => {
  const world = await worldAt('2026-01-26T02:00:00+08:00', [...dutyOf('2026-01-25'), nightRound()]);
  await world.chatBecomes('offline');
  await world.until('2026-01-26T02:17:00+08:00');
  await world.chatBecomes('online');
  await world.until('2026-01-26T02:20:00+08:00');
  world.ignoreSoFar();
  const sent = await checkOf(world, 'shiqiao');
  expect(sent.state).toBe('waiting');
  expect(sent.sentAt! > at('2026-01-26 02:18')).toBe(true);
  await world.until(new Date(sent.sentAt!.getTime() + 9 * 60_000));
  world.ignoreSoFar();
  await world.says('马强', codeIn(world, '马强'));
  world.expectSaid('马强', '石桥乡已应答');

  const down = await worldAt('2026-01-26T02:00:00+08:00', [...dutyOf('2026-01-25'), nightRound()]);
  await down.chatBecomes('offline');
  await down.until('2026-01-26T02:30:00+08:00');
  expect(await checkOf(down, 'shiqiao')).toMatchObject({ state: 'void', voided: { cause: 'unsent' } });
  down.expectSilence();
});

test('a hand-over in an outage of the chat alone: whoever was relieved is asked nothing, nobody is called out over the post', async () => {
  const taken = { state: 'on-duty', takenOverAt: at('2026-01-25 08:30'), takenOverBy: 'person.maqiang' } as const;
  const next = { ...aDayShift('shiqiao', 'longhai', '2026-01-26'), handledAt: at('2026-01-26 08:00') };
  const rounds = {
    ...nightRound('2026-01-26 09:15'),
    rounds: [{ at: at('2026-01-26 09:15'), units: ['unit.shiqiao'] }],
  };
  const world = await worldAt('2026-01-26T08:05:00+08:00', [
    { ...aDayShift('shiqiao', 'maqiang', '2026-01-25'), ...taken, notesAt: at('2026-01-26 08:00') } as Thing,
    ...[next, aDayShift('shiqiao', 'gaoxiang', '2026-01-26', 'leader'), rounds],
  ]);
  await world.chatBecomes('offline');
  await world.until('2026-01-26T09:20:00+08:00');
  await world.chatBecomes('online');
  await world.says('龙海', '接班', { sentAt: at('2026-01-26 08:20') });
  world.expectSaid('龙海', '石桥乡已接班 08:20');
  world.expectSaid('马强', '交接完成 08:20，龙海已接班');
  await world.until('2026-01-26T09:40:00+08:00');
  world.expectSilence();
});

test('the next shift takes over while nobody answers: nobody is sent to a post that is manned', async () => {
  const taken = { state: 'on-duty', takenOverAt: at('2026-01-25 08:30'), takenOverBy: 'person.maqiang' } as const;
  const next = { ...aDayShift('shiqiao', 'longhai', '2026-01-26'), handledAt: at('2026-01-26 09:00') };
  const rounds = { ...nightRound(), rounds: [{ at: at('2026-01-26 09:05'), units: ['unit.shiqiao'] }] };
  const world = await worldAt('2026-01-26T09:00:00+08:00', [
    { ...aDayShift('shiqiao', 'maqiang', '2026-01-25'), ...taken, notesAt: at('2026-01-26 08:00') } as Thing,
    ...[next, aDayShift('shiqiao', 'gaoxiang', '2026-01-26', 'leader'), rounds],
    aDayShift('zongzhiban', 'qianjun', '2026-01-26'),
  ]);
  await world.until('2026-01-26T09:15:05+08:00');
  world.expectSaid('钱军', '石桥乡 马强两次未应答');
  world.ignoreSoFar();
  await world.until('2026-01-26T09:16:00+08:00');
  await world.says('龙海', '接班');
  world.ignoreSoFar();
  await world.says('钱军', '石桥乡 不在岗');
  world.expectSaid('钱军', '石桥乡09:16起已由龙海接班，不用再顶班');
  await world.until('2026-01-26T10:00:00+08:00');
  expect(await checkOf(world, 'shiqiao')).toMatchObject({ state: 'stood-in', standIn: { by: 'person.longhai' } });
  expect(world.transcript.filter(({ to, text }) => to === '高翔' && /点名/.test(text))).toEqual([]);
  world.ignoreSoFar();
});

test('who has taken the shift over by a swap is asked, and nobody else', async () => {
  const shifts = [...dutyOf('2026-01-25'), aDayShift('qingshan', 'lvgang', '2026-01-25')];
  const world = await worldAt('2026-01-26T02:00:00+08:00', [...new Map(shifts.map((one) => [one.id, one])).values()]);
  await world.save([nightRound()]);
  await world.until('2026-01-26T02:14:00+08:00');
  world.expectSaid('吕刚', '抽查点名');
  expect(world.transcript.some(({ to }) => to === '陈立')).toBe(false);
});

describe('what is planned', () => {
  let world: World;
  const context = () => ({
    ...{ store: world.store, kinds: KINDS, offices: new OfficeCache(), calendar: world.calendar },
    ...{ policy: world.policy, now: () => world.now, random: secureRandom, sha256 },
  });
  const days = ['2026-01-24', '2026-01-25', '2026-01-26', '2026-01-27', '2026-01-28', '2026-01-29', '2026-01-30'];

  test('the set check at 22:00 asks everybody on duty for two digits', async () => {
    world = await worldAt('2026-01-24T18:30:00+08:00', dutyOf('2026-01-24'));
    // Saturday evening: the rest of the week is Sunday.
    await planChecks({
      ...context(),
      policy: { ...world.policy, checks: { ...world.policy.checks, sealClock: '19:00' } },
    });
    await planChecks({
      ...context(),
      policy: { ...world.policy, checks: { ...world.policy.checks, sealClock: '19:00' } },
    });
    await world.until('2026-01-24T22:00:00+08:00');
    for (const who of [...Object.values(NAMES), '钱军'])
      world.expectSaid(who, /^值班点名，请在5分钟内回复数字 \d{2}（/);
    await world.fastForward(1, 'minute');
    await world.says('陈立', `${codeIn(world, '陈立')}`);
    world.expectSaid('陈立', '青山镇已应答 22:01');
    world.expectSilence();
  });

  test('the coming week is sealed on Sunday evening, kept from everybody, asked, published, and can be verified', async () => {
    world = await worldAt('2026-01-25T18:00:00+08:00', dutyOf(...days, '2026-01-31', '2026-02-01'));
    await planChecks(context());
    await planChecks(context());
    await world.settle();
    const seal = world.expectSaid('王芳', '【抽查封存】C0001').text;
    world.expectSaid('何静', seal);
    world.expectSilence();

    const plan = await world.thing<CheckPlan>('check-plan.C0001');
    const rounds = await world.thing<CheckRounds>('check-rounds.C0001');
    const { salt } = rounds.secret!;
    expect(plan.state).toBe('sealed');
    expect(JSON.stringify(plan)).not.toContain(salt);
    expect(JSON.stringify(world.store.audit)).not.toContain(salt);
    expect(JSON.stringify(world.store.audit)).toContain(plan.hash);
    const ahead = { ...context(), wakes: world.store, reminderFor };
    const played = await preview(at('2026-01-25 18:00'), at('2026-02-03 00:00'), ahead);
    expect(played.filter(({ text }) => /抽查/.test(text))).toEqual([]);

    await world.until('2026-02-02T08:01:00+08:00');
    const asked = world.transcript.filter(({ text }) => text.startsWith('抽查点名'));
    expect(asked.length).toBeGreaterThanOrEqual(6);
    const published = world.transcript.filter(({ to, text }) => to === '王芳' && text.includes('抽查公布'));
    const paste = [seal, ...published.map(({ text }) => text)].join('\n王芳 8:00\n');
    const lines: string[] = [];
    expect(dutyVerify(paste, (line) => lines.push(line))).toBe(0);
    expect(lines.join()).toContain('C0001');
    expect(lines.join()).toContain('与封存一致');

    const [, clock] = paste.match(/\n\d{4}-\d\d-\d\d (\d\d:\d\d) /)!;
    const moved = clock!.slice(0, 4) + ((Number(clock![4]) + 1) % 10);
    expect(dutyVerify(paste.replace(` ${clock} `, ` ${moved} `), (line) => lines.push(line))).toBe(1);
    expect(lines.join()).toContain('时间被改过');
    await expect(world.thing('check-rounds.C0001')).rejects.toThrow();
    expect((await world.thing<CheckPlan>('check-plan.C0001')).revealed?.salt).toBe(salt);
  });
});
