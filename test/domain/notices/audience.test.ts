import { describe, expect, test } from '@jest/globals';
import { audienceOf, type GroupSaid, type OnDutyIn, unitsWithoutAnybody } from '../../../domain/notices/audience.ts';
import { ownRooms } from '../../../domain/notices/own-rooms.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import type { OfficeThing, Person, Post, Tenure } from '../../../domain/people/office.ts';
import { sampleOffice } from '../../support/world.ts';

const TODAY = '2026-07-18';
const TOWNS = ['青山镇', '石桥乡', '南街镇'];

function holder(id: string, unit: string, title: string, post: Post = 'staff', more: Partial<Tenure> = {}): Person {
  return {
    ...{ id: `person.${id}`, type: 'person', name: `${id}人`, roles: [] },
    tenures: [{ unit: `unit.${unit}`, post, title, fromDay: '2025-01-01', ...more }],
    accounts: [{ contactId: `wx-${id}`, boundAt: new Date('2025-01-01T00:00:00+08:00'), reachable: true }],
  };
}

const MORE = [
  holder('shuji', 'qingshan', '党委书记、人大主席', 'head'),
  holder('fushuji', 'qingshan', '党委副书记', 'deputy'),
  holder('jiwei', 'qingshan', '纪委书记'),
  holder('shuji2', 'nanjie', '党委书记', 'head', { toDay: '2026-07-17' }),
  holder('nanhu', 'nanjie', '南湖水库巡查责任人'),
  holder('laoying', 'nanjie', '老鹰岩滑坡点监测责任人'),
  holder('guanli', 'nanjie', '水库管理站站长'),
];

const office = (...things: OfficeThing[]) => buildOffice([...sampleOffice(), ...MORE, ...things]);
const OFFICE = office();
const group = (of: string[], posts: string[], people: string[] = []): GroupSaid => ({ of, posts, people });

function audience(groups: GroupSaid[], { named = TOWNS, in: known = OFFICE, onDuty }: Around = {}) {
  const found = audienceOf({ units: [], scope: [], people: [], groups, named }, known, TODAY, onDuty);
  return { ...found, people: found.people.map((id) => known.people.get(id)?.name ?? id) };
}

interface Around {
  readonly named?: readonly string[];
  readonly in?: ReturnType<typeof office>;
  readonly onDuty?: OnDutyIn;
}

describe('三个镇', () => {
  test.each([
    ['三个镇', TOWNS],
    ['这三个镇', TOWNS],
    ['3个乡镇', TOWNS],
    ['上述乡镇', TOWNS],
    ['以上三地', TOWNS],
  ])('%s are those that were named before, in their order', (word, named) => {
    expect(
      audience([group([word], [])], { named: [...named, '防汛办'].slice(0, word.includes('地') ? 3 : 4) }),
    ).toMatchObject({
      units: ['unit.qingshan', 'unit.shiqiao', 'unit.nanjie'],
      people: ['陈立', '马强', '赵敏'],
      unknown: [],
    });
  });

  test('another number, or none named, is asked about and nobody guessed', () => {
    for (const [word, named] of [
      ['三个镇', ['青山镇', '石桥乡']],
      ['两个镇', TOWNS],
      ['上述乡镇', []],
      ['三个镇', ['防汛办', '应急局', '青山镇']],
    ] as const)
      expect(audience([group([word], [])], { named })).toMatchObject({ people: [], units: [], unknown: [word] });
  });
});

describe('posts in each of the units', () => {
  test('by what titles say; who holds no such post is named, a post that ended is none', () => {
    const { people, vacancies, unknown } = audience([group(['三个镇'], ['党委书记', '镇长', '分管'])]);
    expect(people).toEqual(['shuji人', '郑伟', '丁立新', '沈国平', 'fushuji人', '黄志明', '高翔', '唐海']);
    expect(vacancies).toEqual([
      { unit: 'unit.shiqiao', post: '党委书记' },
      { unit: 'unit.nanjie', post: '党委书记' },
    ]);
    expect(unknown).toEqual([]);
  });

  test('主要负责人 are both heads; of liaisons the first who can be written to', () => {
    expect(audience([group(['青山镇'], ['主要负责人'])]).people).toEqual(['shuji人', '郑伟']);
    const chenli = sampleOffice().find(({ id }) => id === 'person.chenli') as Person;
    const unbound = office({ ...chenli, accounts: [] } as Person);
    expect(audience([group(['青山镇'], ['联络员'])]).people).toEqual(['陈立']);
    expect(audience([group(['青山镇'], ['联络员'])], { in: unbound }).people).toEqual(['吕刚']);
    expect(audience([group(['青山镇'], [])], { in: unbound }).people).toEqual(['吕刚']);
  });

  test('those of points by the kind of the point, not whoever has the word in his title', () => {
    const { people, vacancies } = audience([group(['三个镇'], ['地灾点责任人', '水库巡查责任人'])]);
    expect(people).toEqual(['吕刚', 'laoying人', '龙海', 'nanhu人']);
    expect(vacancies).toEqual([
      { unit: 'unit.shiqiao', post: '地灾点责任人' },
      { unit: 'unit.qingshan', post: '水库巡查责任人' },
    ]);
    expect(audience([group([], ['水库责任人'])]).people).toEqual(['龙海', 'nanhu人']);
  });

  test('who is on duty at that moment, by the roster alone', () => {
    const onDuty: OnDutyIn = (unit, layer) =>
      unit === 'unit.qingshan' && layer === 'officer' ? ['person.lvgang'] : [];
    const { people, vacancies } = audience([group(['青山镇', '南街镇'], ['值班员', '带班领导'])], { onDuty });
    expect(people).toEqual(['吕刚', 'fushuji人', '唐海']);
    expect(vacancies).toEqual([{ unit: 'unit.nanjie', post: '值班员', onDuty: true }]);
  });

  test('a word that is no post of anybody is asked about; so is a post without a unit', () => {
    expect(audience([group(['青山镇'], ['河长'])]).unknown).toEqual(['河长']);
    expect(audience([group([], ['党委书记', '值班员'])]).unknown).toEqual(['值班员']);
    expect(audience([group(['南街镇'], ['水库管理站站长'])]).people).toEqual(['guanli人']);
  });

  test('each group has its own posts, and everybody is told once', () => {
    const { people, units } = audience([
      group(['青山镇'], ['镇长']),
      group(['石桥乡'], ['乡长', '分管负责人'], ['陈立', '高翔']),
      group(['南街镇'], []),
    ]);
    expect(people).toEqual(['郑伟', '丁立新', '高翔', '赵敏', '陈立']);
    expect(units).toHaveLength(3);
  });
});

test('a unit without a liaison is named, and is without anybody unless somebody of it is meant otherwise', () => {
  const bare = audienceOf({ units: ['青山镇', '梅林镇'], scope: [], people: [] }, OFFICE, TODAY);
  expect(bare.vacancies).toEqual([{ unit: 'unit.meilin', post: '联络员' }]);
  expect(unitsWithoutAnybody(bare, OFFICE, TODAY)).toEqual(['unit.meilin']);
  const some = audienceOf(
    { units: [], scope: [], people: [], groups: [group(['石桥乡'], ['党委书记', '乡长'])] },
    OFFICE,
    TODAY,
  );
  expect(some.vacancies).toHaveLength(1);
  expect(unitsWithoutAnybody(some, OFFICE, TODAY)).toEqual([]);
});

test('own rooms: one for each unit that has one; only of townships, streets and parks it is said that they have none', () => {
  const units = ['unit.qingshan', 'unit.meilin', 'unit.yingji', 'unit.qingshan'];
  expect(ownRooms(units, OFFICE)).toEqual({ rooms: ['room.qingshan'], without: ['unit.meilin'] });
});
