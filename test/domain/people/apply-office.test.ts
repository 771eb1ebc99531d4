import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffOffice, officeDecision } from '../../../domain/people/apply-office.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { dispatchers } from '../../../domain/people/find-people.ts';
import type { OfficeThing, Person } from '../../../domain/people/office.ts';
import { headOf, isServing } from '../../../domain/people/posts.ts';
import { officeChangesText, officeChangeText } from '../../../domain/wording/office-changes.ts';
import { anAccount, aPerson, aRoom, aSet, aTenure, aUnit, NOW, TODAY } from './builders.ts';

/** The office after an import. */
function applied(current: readonly OfficeThing[], wanted: readonly OfficeThing[], today = TODAY): OfficeThing[] {
  const { save, drop } = officeDecision(diffOffice(current, wanted, today));
  const next = new Map([...current, ...(save as OfficeThing[])].map((thing) => [thing.id, thing]));
  for (const id of drop) next.delete(id);
  return [...next.values()];
}

const personIn = (things: readonly OfficeThing[], id: string) => things.find((thing) => thing.id === id) as Person;
const lines = (current: readonly OfficeThing[], wanted: readonly OfficeThing[]) => {
  const names = new Map(
    [...current, ...wanted].map((thing) => [thing.id, thing.type === 'room' ? thing.topic : thing.name]),
  );
  return diffOffice(current, wanted, TODAY).map((change) => officeChangeText(change, (id) => names.get(id) ?? id));
};

const qingshan = aUnit('qingshan', '青山镇');
const chenli = aPerson('chenli', '陈立', {
  phone: '13800000101',
  tenures: [aTenure('qingshan', 'liaison', { letter: 'A', title: '应急站站长' })],
});

describe('what an import says', () => {
  test('everything of a first import is new', () => {
    expect(
      lines([], [qingshan, chenli, aSet('towns', '各乡镇', ['qingshan']), aRoom('q', '青山镇安全', ['qingshan'])]),
    ).toEqual([
      '新增单位 青山镇：类型 乡镇；状态 正式',
      '新增人员 陈立：电话 138****0101；任职 青山镇 应急站站长（联络员A） 2025-01-01起',
      '新增单位集合 各乡镇：单位 青山镇',
      '新增群 青山镇安全：单位 青山镇',
    ]);
  });

  test('a change is printed field by field', () => {
    const wanted = { ...chenli, phone: '13800000999', roles: ['observer' as const] };
    expect(lines([qingshan, chenli], [{ ...qingshan, aliases: ['青山', '青山镇政府'] }, wanted])).toEqual([
      '修改单位 青山镇：别名 ＋青山 ＋青山镇政府',
      '修改人员 陈立：电话 138****0101 → 138****0999；角色 无 → 观察员',
    ]);
  });

  test('what the file no longer names is closed or ended, never deleted', () => {
    expect(lines([qingshan, chenli, aSet('towns', '各乡镇', ['qingshan'])], [])).toEqual([
      '停用单位 青山镇：状态 正式 → 停用',
      '停用人员 陈立：任职 青山镇 应急站站长（联络员A） 2025-01-01起 → 青山镇 应急站站长（联络员A） 2025-01-01至2026-01-14',
      '删除单位集合 各乡镇',
    ]);
    expect(officeChangesText(diffOffice([qingshan, chenli], [], TODAY))).toBe('共2处：停用2');
  });
});

describe('what an import does', () => {
  test('a person who is gone from the file holds no post from today on, and keeps his account', () => {
    const bound = { ...chenli, roles: ['dispatcher' as const], accounts: [anAccount('wx')] };
    const gone = personIn(applied([qingshan, bound], [qingshan]), chenli.id);
    expect(gone).toMatchObject({ roles: [], accounts: [{ contactId: 'wx' }], tenures: [{ toDay: '2026-01-14' }] });
    expect(isServing(gone, TODAY)).toBe(false);
  });

  test('a post that moves from one person to another has one holder today', () => {
    const before = aPerson('a', '甲', { tenures: [aTenure('qingshan', 'head')] });
    const after = aPerson('b', '乙', { tenures: [aTenure('qingshan', 'head', { fromDay: TODAY })] });
    const office = buildOffice(applied([qingshan, before], [qingshan, { ...before, tenures: [] }, after]));
    expect(headOf(office, 'unit.qingshan', TODAY)?.name).toBe('乙');
    expect(headOf(office, 'unit.qingshan', '2026-01-14')?.name).toBe('甲');
  });

  test('a corrected first day corrects the post and makes no second one', () => {
    const wanted = { ...chenli, tenures: [{ ...chenli.tenures[0]!, fromDay: '2025-03-01' }] };
    expect(personIn(applied([chenli], [wanted]), chenli.id).tenures).toEqual(wanted.tenures);
  });

  test('a unit that was closed is opened again when the file names it again', () => {
    expect(applied([{ ...qingshan, status: 'closed' }], [qingshan])).toEqual([qingshan]);
  });
});

describe('what was settled in the chat', () => {
  const joined = aPerson('c-wx', '许静', {
    tenures: [
      aTenure('meilin', 'liaison', { letter: 'A', title: '应急站站长', fromDay: '2026-01-10', origin: 'chat' }),
    ],
    accounts: ['wx'],
  });

  test('somebody whom only the chat knows is left alone', () => {
    expect(diffOffice([joined], [], TODAY)).toEqual([]);
  });

  test('is found again when the file names her under an id of its own: no second person', () => {
    const filed = aPerson('xujing', '许静', {
      tenures: [aTenure('meilin', 'liaison', { letter: 'A', title: '站长' })],
    });
    const after = applied([joined], [filed]);
    expect(after).toEqual([{ ...filed, id: joined.id, fileId: filed.id, accounts: joined.accounts }]);
    expect(lines([joined], [filed])).toEqual([
      expect.stringMatching(/^修改人员 许静：任职 .+；名册编号 无 → person.xujing$/),
    ]);
    expect(diffOffice(after, [filed], '2026-02-01')).toEqual([]);
  });

  test('two of that name are never mistaken for each other', () => {
    const filed = ['1', '2'].map((id) => aPerson(id, '许静', { tenures: [aTenure('meilin', 'staff', { title: id })] }));
    expect(diffOffice([joined], filed, TODAY).map((change) => change.kind)).toEqual(['added', 'added']);
  });

  test('an account bound by code, with whether it gets through, survives an import', () => {
    const bound = { ...chenli, accounts: [anAccount('wx', { reachable: false })] };
    const wanted = { ...chenli, accounts: [anAccount('wx', { boundAt: NOW }), anAccount('wx-2', { boundAt: NOW })] };
    const after = personIn(applied([bound], [wanted]), chenli.id);
    expect(after.accounts).toEqual([bound.accounts[0], wanted.accounts[1]]);
  });

  test('the file does not take an account away from whom it stands for now', () => {
    const other = aPerson('other', '吕刚', { tenures: [aTenure('qingshan', 'staff')], accounts: ['wx'] });
    const wanted = [
      { ...chenli, accounts: [anAccount('wx')] },
      { ...other, accounts: [] },
    ];
    const office = buildOffice(applied([other], wanted));
    expect(office.byContact.get('wx')?.name).toBe('吕刚');
  });

  test('an administrator by one-time code stays one, other roles are the file’s', () => {
    const admin = aPerson('wangfang', '王芳', {
      roles: ['dispatcher', 'sysadmin'],
      granted: ['sysadmin'],
      tenures: [aTenure('a', 'staff')],
    });
    const wanted = { ...aPerson('wangfang', '王芳', { tenures: admin.tenures }), roles: ['supervisor' as const] };
    expect(personIn(applied([admin], [wanted]), admin.id).roles).toEqual(['supervisor', 'sysadmin']);
    expect(personIn(applied([admin], []), admin.id).roles).toEqual(['sysadmin']);
  });

  test('a room keeps the channel it was found in, and the units it was bound to in the chat', () => {
    const seen = aRoom('q', '青山镇安全', ['qingshan'], { channelId: 'r1' });
    const wanted = aRoom('q', '青山镇安全', ['qingshan', 'shiqiao']);
    expect(applied([seen], [wanted])).toEqual([{ ...wanted, channelId: 'r1' }]);
    expect(diffOffice([{ ...seen, origin: 'chat' }], [wanted], TODAY)).toEqual([]);
    expect(diffOffice([{ ...seen, origin: 'chat' }], [], TODAY)).toEqual([]);
  });

  test('a room bound in the chat before the file named it is the same room', () => {
    const bound = aRoom('c-r1', '梅林镇应急群', ['meilin'], { channelId: 'r1', origin: 'chat' });
    const filed = aRoom('meilin', '梅林镇应急群', ['meilin']);
    const after = applied([bound], [filed]);
    expect(after).toEqual([{ ...bound, fileId: 'room.meilin' }]);
    expect(diffOffice(after, [{ ...filed, topic: '改过的群名' }], TODAY)).toEqual([]);
  });
});

describe('whatever the file and the office hold', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-01-${String(date).padStart(2, '0')}`);
  const tenure = (origins: readonly ('chat' | undefined)[]) =>
    fc
      .record({
        unit: fc.constantFrom('a', 'b'),
        post: fc.constantFrom('head' as const, 'liaison' as const, 'staff' as const),
        from: day,
        length: fc.option(fc.integer({ min: 0, max: 9 })),
        letter: fc.constantFrom(undefined, 'A' as const, 'B' as const),
        origin: fc.constantFrom(...origins),
      })
      .map(({ unit, post, from, length, letter, origin }) =>
        aTenure(unit, post, {
          fromDay: from,
          ...(length !== null && {
            toDay: `${from.slice(0, 8)}${String(Math.min(28, Number(from.slice(8)) + length)).padStart(2, '0')}`,
          }),
          ...(letter && { letter }),
          ...(origin && { origin }),
        }),
      );

  const person = (origins: readonly ('chat' | undefined)[]) =>
    fc
      .record({
        id: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
        name: fc.constantFrom('甲', '乙', '丙'),
        tenures: fc.array(tenure(origins), { maxLength: 3 }),
        roles: fc.subarray(['dispatcher' as const, 'leader' as const]),
        accounts: fc.subarray(['wx1', 'wx2', 'wx3']),
      })
      .map(({ id, name, ...parts }) => aPerson(id, name, parts));
  const unit = fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('甲镇', '乙镇'))
    .map(([id, name]) => aUnit(id, name));
  const set = fc
    .tuple(fc.constantFrom('s', 't'), fc.subarray(['a', 'b']))
    .map(([id, units]) => aSet(id, '集合', units));
  const room = (chat: boolean) =>
    fc
      .tuple(fc.constantFrom('r1', 'r2'), fc.constantFrom('群一', '群二'), fc.subarray(['a', 'b']), fc.boolean())
      .map(([id, topic, units, bound]) =>
        aRoom(id, topic, units, chat && bound ? { channelId: id, origin: 'chat' } : {}),
      );

  const things = (origins: readonly ('chat' | undefined)[]) =>
    fc
      .array(fc.oneof(person(origins), unit, set, room(origins.length > 1)), { maxLength: 10 })
      .map((list): OfficeThing[] => [...new Map(list.map((thing) => [thing.id, thing as OfficeThing])).values()]);

  test('importing the same file twice changes nothing, on that day and later', () => {
    fc.assert(
      fc.property(things([undefined, 'chat']), things([undefined]), day, (current, wanted, today) => {
        const once = applied(current, wanted, today);
        expect(diffOffice(once, wanted, today)).toEqual([]);
        expect(diffOffice(once, wanted, '2026-03-01')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('no person, unit or room disappears, and no account is lost', () => {
    fc.assert(
      fc.property(things([undefined, 'chat']), things([undefined]), (current, wanted) => {
        const after = new Map(applied(current, wanted).map((thing) => [thing.id, thing]));
        for (const thing of current) {
          if (thing.type !== 'unit-set') expect(after.has(thing.id)).toBe(true);
          if (thing.type === 'person')
            expect((after.get(thing.id) as Person).accounts).toEqual(expect.arrayContaining([...thing.accounts]));
        }
      }),
    );
  });

  test('after an import into an empty office exactly the file’s dispatchers dispatch', () => {
    fc.assert(
      fc.property(things([undefined]), (wanted) => {
        const names = (list: readonly OfficeThing[]) => dispatchers(buildOffice(list), TODAY).map((one) => one.id);
        expect(names(applied([], wanted))).toEqual(names(wanted));
      }),
    );
  });
});
