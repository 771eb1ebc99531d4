import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leadersTitled, peopleMeant, peopleNamed, postMeant } from '../../../domain/people/find-people.ts';
import { roomHeard } from '../../../domain/people/find-rooms.ts';
import { expandSet, nearUnits, setsNamed, unitNamed, unitsNamed } from '../../../domain/people/find-units.ts';
import { nearestWord } from '../../../domain/people/near-name.ts';
import { anOffice, aPerson, aRoom, aSet, aTenure, aUnit, TODAY } from './builders.ts';

const office = anOffice(
  aUnit('anning', '安宁区政府', { kind: 'government', aliases: ['区政府', '安宁区'] }),
  aUnit('yingji', '应急局', { kind: 'department', aliases: ['应急管理局', '安监局'] }),
  aUnit('gongan', '公安局', { kind: 'department' }),
  aUnit('qingshan', '青山镇', { aliases: ['青山'] }),
  aUnit('shiqiao', '石桥乡'),
  aUnit('jingkai', '经开区', { kind: 'park', aliases: ['经济开发区'] }),
  aUnit('closed', '老城乡', { status: 'closed' }),
  aSet('towns', '各乡镇', ['qingshan', 'shiqiao', 'closed', 'qingshan'], { aliases: ['各镇'] }),
);

const unitNames = (text: string) => unitsNamed(office, text).map((unit) => unit.name);

describe('units by name', () => {
  test.each([
    ['青山镇', '青山镇'],
    ['青山', '青山镇'],
    ['青山镇人民政府', '青山镇'],
    ['青山镇政府', '青山镇'],
    [' 青 山 镇 ', '青山镇'],
    ['区应急局', '应急局'],
    ['安宁区应急管理局', '应急局'],
    ['安监局', '应急局'],
    ['经开区管委会', '经开区'],
    ['区政府', '安宁区政府'],
    ['安宁区人民政府', '安宁区政府'],
  ])('%s is %s', (text, name) => {
    expect(unitNames(text)).toEqual([name]);
  });

  test.each(['财政局', '有关部门', '各乡镇', '镇', '区', '', '老城乡', '开发区', '政府'])('“%s” is no unit', (text) => {
    expect(unitNames(text)).toEqual([]);
  });

  test('a name that two units answer to means both of them', () => {
    const twins = anOffice(aUnit('a', '东山镇', { aliases: ['东山'] }), aUnit('b', '东山街道', { aliases: ['东山'] }));
    const match = unitNamed(twins, '东山');
    expect(match.kind === 'several' && match.units.map((unit) => unit.name)).toEqual(['东山镇', '东山街道']);
  });

  test('a near name is proposed with its reason, and never taken', () => {
    const match = unitNamed(office, '开发区');
    expect(match).toMatchObject({
      kind: 'near',
      proposals: [{ unit: { name: '经开区' }, name: '经济开发区', nearness: 'part' }],
    });
    expect(unitNamed(office, '石乔乡')).toMatchObject({
      kind: 'near',
      proposals: [{ unit: { name: '石桥乡' }, nearness: 'similar' }],
    });
  });

  test('what resembles nothing is proposed nothing', () => {
    expect(unitNamed(office, '财政厅')).toEqual({ kind: 'none' });
    expect(nearUnits(office, '老城乡')).toEqual([]);
  });

  test('a match is always a unit that carries what was said in one of its names', () => {
    const said = fc
      .array(fc.constantFrom(...'青山镇石桥乡经开区发应急局公安'), { maxLength: 4 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(said, (text) => {
        for (const unit of unitsNamed(office, text)) {
          expect([unit.name, ...unit.aliases].some((name) => text.includes(name))).toBe(true);
        }
      }),
    );
  });
});

describe('sets', () => {
  test('a set is found by name and alias', () => {
    expect(setsNamed(office, '各镇').map((set) => set.name)).toEqual(['各乡镇']);
    expect(setsNamed(office, '各村')).toEqual([]);
  });

  test('expanded it holds every open unit once', () => {
    expect(expandSet(office, setsNamed(office, '各乡镇')[0]!)).toEqual(['unit.qingshan', 'unit.shiqiao']);
  });
});

describe('the room something was said in', () => {
  const file = anOffice(
    aRoom('a', '值班群', ['qingshan']),
    aRoom('b', '应急群', ['qingshan'], { channelId: 'r1' }),
    aRoom('c', '同名群', ['qingshan']),
    aRoom('d', '同名群', ['shiqiao']),
  );

  test('is known by its channel, whatever its topic is by now', () => {
    expect(roomHeard(file, { channelId: 'r1', topic: '值班群' })).toMatchObject({
      kind: 'known',
      room: { id: 'room.b' },
    });
  });

  test('is recognised by its topic once, and known by its channel from then on', () => {
    const heard = roomHeard(file, { channelId: 'r2', topic: '值班群' });
    expect(heard).toEqual({ kind: 'recognised', room: aRoom('a', '值班群', ['qingshan'], { channelId: 'r2' }) });
    expect(roomHeard(anOffice(heard.room), { channelId: 'r3', topic: '值班群' })).toMatchObject({ kind: 'unbound' });
  });

  test('is nobody’s where the topic is that of two rooms, or of one that was seen elsewhere', () => {
    for (const topic of ['同名群', '应急群']) {
      expect(roomHeard(file, { channelId: 'r9', topic })).toMatchObject({ kind: 'unbound', room: { units: [] } });
    }
  });
});

describe('people by name', () => {
  const cast = anOffice(
    aPerson('li', '李卫东', { tenures: [aTenure('anning', 'deputy', { title: '副区长' })] }),
    aPerson('wang1', '王芳', { tenures: [aTenure('anweiban', 'staff', { title: '主任' })] }),
    aPerson('wang2', '王强', { tenures: [aTenure('yingji', 'head', { title: '局长' })] }),
    aPerson('wang3', '王海', { tenures: [aTenure('gongan', 'deputy', { title: '副局长' })] }),
    aPerson('zhang1', '张伟', { tenures: [aTenure('meilin', 'staff', { title: '党政办主任' })] }),
    aPerson('zhang2', '张伟', { tenures: [aTenure('qingshan', 'staff', { title: '农业办副主任' })] }),
    aPerson('ouyang', '欧阳明', { tenures: [aTenure('shiqiao', 'head', { title: '乡长' })] }),
    aPerson('gone', '赵平', { tenures: [aTenure('qingshan', 'head', { title: '镇长', toDay: '2026-01-14' })] }),
  );
  const named = (text: string, unit?: string) => peopleNamed(cast, text, TODAY, unit).map((person) => person.id);
  const titled = (text: string, unit?: string) => leadersTitled(cast, text, TODAY, unit).map((person) => person.name);

  test('the same name means everybody who has it, and one of them within his unit', () => {
    expect(named('张伟')).toEqual(['person.zhang1', 'person.zhang2']);
    expect(named('张伟', 'unit.meilin')).toEqual(['person.zhang1']);
  });

  test('who has left is nobody', () => {
    expect(named('赵平')).toEqual([]);
    expect(titled('赵镇长')).toEqual([]);
  });

  test.each([
    ['李区长', ['李卫东']],
    ['李副区长', ['李卫东']],
    ['李卫东副区长', ['李卫东']],
    ['王主任', ['王芳']],
    ['王局长', ['王强', '王海']],
    ['王局', ['王强', '王海']],
    ['王副局长', ['王海']],
    ['张主任', ['张伟', '张伟']],
    ['欧阳乡长', ['欧阳明']],
    ['欧乡长', []],
    ['李县长', []],
    ['李长', []],
    ['王', []],
  ])('%s is %j', (text, names) => {
    expect(titled(text)).toEqual(names);
  });

  test('a title within a unit means only people of that unit', () => {
    expect(titled('王局长', 'unit.gongan')).toEqual(['王海']);
  });

  test('what people write for a person is a name first and a title second', () => {
    const meant = (text: string) => peopleMeant(cast, text, TODAY).map((person) => person.name);
    expect([meant('王芳'), meant('王主任'), meant('刘主任')]).toEqual([['王芳'], ['王芳'], []]);
  });

  test.each([
    ['主要负责同志', 'head'],
    ['一把手', 'head'],
    ['分管领导', 'deputy'],
    ['联络员', 'liaison'],
    ['有关同志', undefined],
  ])('%s addresses the post %s', (text, post) => {
    expect(postMeant(text)).toBe(post);
  });
});

test('the nearest right word is proposed for a mistyped one, and none for nonsense', () => {
  expect(nearestWord('allias', ['id', 'name', 'aliases'])).toBe('aliases');
  expect(nearestWord('督察员', ['领导', '督查员', '观察员'])).toBe('督查员');
  expect(nearestWord('xyz', ['id', 'name', 'aliases'])).toBeUndefined();
});
