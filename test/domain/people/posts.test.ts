import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dispatchers, supervisors } from '../../../domain/people/find-people.ts';
import type { Person, Tenure } from '../../../domain/people/office.ts';
import {
  deputyOf,
  freeLetters,
  headOf,
  holdersOf,
  isServing,
  membersOf,
  ownersOf,
  rolesOf,
  standInOf,
  unitsOf,
} from '../../../domain/people/posts.ts';
import { accountOf, isReachable, ownerToAsk, withReachable } from '../../../domain/people/reach.ts';
import { anAccount, anOffice, aPerson, aTenure, aUnit, TODAY } from './builders.ts';

const qingshan = aUnit('qingshan', '青山镇');
const chenli = aPerson('chenli', '陈立', {
  tenures: [aTenure('qingshan', 'liaison', { letter: 'A' })],
  accounts: ['wx-chenli'],
});
const lvgang = aPerson('lvgang', '吕刚', {
  tenures: [aTenure('qingshan', 'liaison', { letter: 'B' })],
  accounts: ['wx-lvgang'],
});
const zhengwei = aPerson('zhengwei', '郑伟', { tenures: [aTenure('qingshan', 'head', { title: '镇长' })] });
const office = anOffice(qingshan, lvgang, chenli, zhengwei);

const names = (people: readonly (Person | undefined)[]) => people.map((person) => person?.name);

describe('who holds a post', () => {
  test('the liaisons of a unit are its A and then its B', () => {
    expect(names(holdersOf(office, 'unit.qingshan', 'liaison', TODAY))).toEqual(['陈立', '吕刚']);
  });

  test('head and deputy are found by their posts, and an empty post by nobody', () => {
    expect(headOf(office, 'unit.qingshan', TODAY)?.name).toBe('郑伟');
    expect(deputyOf(office, 'unit.qingshan', TODAY)).toBeUndefined();
  });

  test('a tenure counts on its first and on its last day, and on neither side of them', () => {
    const tenure = aTenure('qingshan', 'head', { fromDay: '2026-01-10', toDay: '2026-01-20' });
    const months = anOffice(qingshan, aPerson('a', '甲', { tenures: [tenure] }));
    const heads = ['2026-01-09', '2026-01-10', '2026-01-20', '2026-01-21'].map(
      (day) => headOf(months, 'unit.qingshan', day)?.name,
    );
    expect(heads).toEqual([undefined, '甲', '甲', undefined]);
  });

  test('everybody of a unit is listed once, whatever posts they hold', () => {
    const both = aPerson('both', '罗刚', {
      tenures: [aTenure('fangxun', 'deputy'), aTenure('fangxun', 'liaison', { letter: 'A' })],
    });
    expect(names(membersOf(anOffice(both), 'unit.fangxun', TODAY))).toEqual(['罗刚']);
    expect(unitsOf(both, TODAY)).toEqual(['unit.fangxun']);
  });

  test('a unit without B lacks the letter B, also when a former B is on record', () => {
    const former = aPerson('old', '旧', {
      tenures: [aTenure('qingshan', 'liaison', { letter: 'B', toDay: '2025-12-31' })],
    });
    expect(freeLetters(anOffice(qingshan, chenli, former), 'unit.qingshan', TODAY)).toEqual(['B']);
  });
});

describe('who answers for an item', () => {
  test('the person the order names, as long as he is in the unit', () => {
    const item = { unit: 'unit.qingshan', owner: 'person.lvgang' };
    expect(names(ownersOf(office, item, TODAY))).toEqual(['吕刚']);
  });

  test('the liaisons, A first, once the named person has left the unit', () => {
    const left = aPerson('wujian', '吴建', { tenures: [aTenure('qingshan', 'staff', { toDay: '2026-01-14' })] });
    const item = { unit: 'unit.qingshan', owner: 'person.wujian' };
    expect(names(ownersOf(anOffice(qingshan, chenli, lvgang, left), item, TODAY))).toEqual(['陈立', '吕刚']);
  });

  test('a post that changed hands is answered for by the successor from the first day on', () => {
    const before = aPerson('before', '前任', {
      tenures: [aTenure('qingshan', 'liaison', { letter: 'A', toDay: '2026-01-14' })],
    });
    const after = aPerson('after', '继任', {
      tenures: [aTenure('qingshan', 'liaison', { letter: 'A', fromDay: '2026-01-15' })],
    });
    const changed = anOffice(qingshan, before, after);
    expect(names(ownersOf(changed, { unit: 'unit.qingshan' }, '2026-01-14'))).toEqual(['前任']);
    expect(names(ownersOf(changed, { unit: 'unit.qingshan' }, '2026-01-15'))).toEqual(['继任']);
  });

  test('who has no account is passed over for the next who can be written to', () => {
    const unbound = aPerson('chenli', '陈立', { tenures: chenli.tenures });
    expect(ownerToAsk(anOffice(qingshan, unbound, lvgang), { unit: 'unit.qingshan' }, TODAY)?.name).toBe('吕刚');
    expect(ownerToAsk(anOffice(qingshan, unbound), { unit: 'unit.qingshan' }, TODAY)).toBeUndefined();
  });

  test('a named owner without an account is asked through his liaison', () => {
    expect(ownerToAsk(office, { unit: 'unit.qingshan', owner: 'person.zhengwei' }, TODAY)?.name).toBe('陈立');
  });
});

describe('stand-ins', () => {
  test('A and B stand in for each other', () => {
    expect(standInOf(office, 'unit.qingshan', chenli, TODAY)?.name).toBe('吕刚');
    expect(standInOf(office, 'unit.qingshan', lvgang, TODAY)?.name).toBe('陈立');
  });

  test('nobody stands in for a post that has no letter', () => {
    expect(standInOf(office, 'unit.qingshan', zhengwei, TODAY)).toBeUndefined();
  });
});

describe('roles', () => {
  test('dispatchers and supervisors are found by role', () => {
    const wangfang = aPerson('wangfang', '王芳', { roles: ['dispatcher'], tenures: [aTenure('anweiban', 'staff')] });
    const hejing = aPerson('hejing', '何静', { roles: ['supervisor'], tenures: [aTenure('yingji', 'staff')] });
    expect(names(dispatchers(anOffice(wangfang, hejing), TODAY))).toEqual(['王芳']);
    expect(names(supervisors(anOffice(wangfang, hejing), TODAY))).toEqual(['何静']);
  });

  test('a role ends with the last post', () => {
    const moved = aPerson('moved', '调走', {
      roles: ['dispatcher'],
      tenures: [aTenure('anweiban', 'staff', { toDay: '2026-01-14' })],
    });
    expect(rolesOf(moved, '2026-01-14')).toEqual(['dispatcher']);
    expect(rolesOf(moved, TODAY)).toEqual([]);
    expect(isServing(moved, TODAY)).toBe(false);
    expect(dispatchers(anOffice(moved), TODAY)).toEqual([]);
  });

  test('an administrator who never had a post keeps the role', () => {
    const admin = aPerson('admin', '管理员', { roles: ['sysadmin'] });
    expect(isServing(admin, TODAY)).toBe(true);
  });
});

describe('accounts', () => {
  const old = anAccount('old', { boundAt: new Date('2025-01-01T00:00:00Z') });
  const newer = anAccount('new', { boundAt: new Date('2025-12-01T00:00:00Z') });

  test('the account bound last is written to', () => {
    expect(accountOf({ ...chenli, accounts: [newer, old] })?.contactId).toBe('new');
  });

  test('an older account that gets through is preferred to a newer one that does not', () => {
    const person = withReachable({ ...chenli, accounts: [newer, old] }, 'new', false);
    expect(accountOf(person)?.contactId).toBe('old');
    expect(isReachable(person)).toBe(true);
  });

  test('somebody none of whose accounts gets through is not reachable', () => {
    expect(isReachable(withReachable({ ...chenli, accounts: [old] }, 'old', false))).toBe(false);
    expect(isReachable({ ...chenli, accounts: [] })).toBe(false);
  });

  test('nothing new about an account leaves the person untouched', () => {
    expect(withReachable(chenli, 'wx-chenli', true)).toBe(chenli);
  });
});

describe('whatever the office looks like', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-01-${String(date).padStart(2, '0')}`);
  const tenure = fc.record(
    {
      unit: fc.constantFrom('unit.a', 'unit.b'),
      post: fc.constantFrom('head', 'deputy', 'liaison', 'staff'),
      title: fc.constant('职务'),
      fromDay: day,
      toDay: day,
      letter: fc.constantFrom('A', 'B'),
    },
    { requiredKeys: ['unit', 'post', 'title', 'fromDay'] },
  ) as fc.Arbitrary<Tenure>;
  const people = fc
    .array(fc.array(tenure, { maxLength: 4 }), { maxLength: 8 })
    .map((lists) =>
      lists.map((tenures, index) => aPerson(`p${index}`, `人${index}`, { tenures, accounts: [`wx${index}`] })),
    );

  const holds = (person: Person | undefined, unit: string, on: string) =>
    person === undefined ||
    person.tenures.some((one) => one.unit === unit && one.fromDay <= on && (!one.toDay || on <= one.toDay));

  test('no look-up ever returns somebody whose tenure has ended or not begun', () => {
    fc.assert(
      fc.property(people, day, fc.constantFrom('unit.a', 'unit.b'), (cast, on, unit) => {
        const built = anOffice(...cast);
        const found = [
          ...(['head', 'deputy', 'liaison', 'staff'] as const).flatMap((post) => holdersOf(built, unit, post, on)),
          ...cast.flatMap(({ id }) => ownersOf(built, { unit, owner: id }, on)),
          ...ownersOf(built, { unit }, on),
          ...membersOf(built, unit, on),
          ...cast.map((person) => standInOf(built, unit, person, on)),
          headOf(built, unit, on),
          deputyOf(built, unit, on),
          ownerToAsk(built, { unit }, on),
        ];
        expect(found.filter((person) => !holds(person, unit, on))).toEqual([]);
      }),
    );
  });

  test('whoever stands in for somebody is stood in for by him, where each letter is held once', () => {
    const pair = fc.tuple(fc.constantFrom<Tenure['post']>('head', 'deputy', 'liaison'), day, day);
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: ([post]) => post }), day, (pairs, on) => {
        const cast = pairs.flatMap(([post, fromA, fromB]) => [
          aPerson(`${post}-a`, '甲', { tenures: [aTenure('a', post, { letter: 'A', fromDay: fromA })] }),
          aPerson(`${post}-b`, '乙', { tenures: [aTenure('a', post, { letter: 'B', fromDay: fromB })] }),
        ]);
        const built = anOffice(...cast);
        for (const person of cast) {
          const other = standInOf(built, 'unit.a', person, on);
          if (other) expect(standInOf(built, 'unit.a', other, on)?.id).toBe(person.id);
        }
      }),
    );
  });
});

describe('building the office', () => {
  test('a contact that two people claim belongs to neither', () => {
    const built = anOffice(aPerson('a', '甲', { accounts: ['wx', 'wx-a'] }), aPerson('b', '乙', { accounts: ['wx'] }));
    expect([...built.byContact.keys()]).toEqual(['wx-a']);
  });

  test('the order in which things are loaded changes nothing', () => {
    const things = [chenli, lvgang, zhengwei, qingshan];
    expect([...anOffice(...things.toReversed()).people.keys()]).toEqual([...anOffice(...things).people.keys()]);
  });
});
