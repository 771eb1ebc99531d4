import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { buildOffice } from '../../domain/people/build-office.ts';
import { dispatchers, leadersTitled, supervisors } from '../../domain/people/find-people.ts';
import { roomOf } from '../../domain/people/find-rooms.ts';
import { expandSet, setsNamed, unitNamed } from '../../domain/people/find-units.ts';
import { deputyOf, headOf, holdersOf, ownersOf } from '../../domain/people/posts.ts';
import { isReachable } from '../../domain/people/reach.ts';

const TODAY = '2026-01-15';
const { office: file, problems } = readOfficeFile(readFileSync('config/sample-office.yaml', 'utf8'));
const office = buildOffice(officeThings(file!, new Date('2026-01-15T01:00:00Z')));

const unit = (name: string) => {
  const match = unitNamed(office, name);
  if (match.kind !== 'one') throw new Error(name);
  return match.unit.id;
};
const expanded = (name: string) =>
  expandSet(office, setsNamed(office, name)[0]!).map((id) => office.units.get(id)?.name);
const liaisons = (name: string) => holdersOf(office, unit(name), 'liaison', TODAY).map((person) => person.name);

describe('the sample office', () => {
  test('has nothing wrong with it', () => {
    expect(problems).toEqual([]);
  });

  test.each([
    ['青山镇', ['陈立', '吕刚'], '郑伟'],
    ['南街镇', ['赵敏', '谢宇'], '沈国平'],
    ['石桥乡', ['马强', '龙海'], '丁立新'],
    ['高铺镇', ['周洁', '冯涛'], '王强'],
    ['经开区', ['孙浩', '蒋薇'], '徐明'],
    ['应急局', ['刘峰', '吴平'], '方志远'],
  ])('%s has its liaisons %j and its head %s', (name, people, head) => {
    expect(liaisons(name)).toEqual(people);
    expect(headOf(office, unit(name), TODAY)?.name).toBe(head);
  });

  test('every unit that is in force has two liaisons and can be asked', () => {
    const needed = [...office.units.values()].filter((one) => one.status === 'active' && one.kind !== 'government');
    expect(needed.filter((one) => liaisons(one.name).length !== 2).map((one) => one.name)).toEqual([]);
    expect(needed.filter((one) => !ownersOf(office, { unit: one.id }, TODAY).every(isReachable))).toEqual([]);
  });

  test('the people of the stories hold the roles they have there', () => {
    expect(dispatchers(office, TODAY).map((person) => person.name)).toEqual(['王芳']);
    expect(supervisors(office, TODAY).map((person) => person.name)).toEqual(['何静']);
    expect(leadersTitled(office, '李区长', TODAY).map((person) => person.roles)).toEqual([['leader']]);
    expect(deputyOf(office, unit('石桥乡'), TODAY)?.name).toBe('高翔');
  });

  test('the sets mean what the stories mean by them', () => {
    expect(expanded('各乡镇')).toEqual(['青山镇', '南街镇', '石桥乡', '高铺镇']);
    expect(expanded('乡镇+园区')).toEqual(['青山镇', '南街镇', '石桥乡', '高铺镇', '经开区']);
    expect(expanded('各部门')).toEqual(['应急局', '公安局', '消防大队', '供销社', '粮食局', '防汛办']);
    expect(expanded('安委会成员单位')).toHaveLength(11);
    expect(expanded('各单位')).toHaveLength(12);
  });

  test('short names of the stories are understood', () => {
    expect(['公安', '供销', '应急', '消防'].map((name) => office.units.get(unit(name))?.name)).toEqual([
      '公安局',
      '供销社',
      '应急局',
      '消防大队',
    ]);
  });

  test('梅林镇 waits in trial: nobody belongs to it, its room is not bound, and 许静 is a stranger in it', () => {
    expect(office.units.get(unit('梅林镇'))?.status).toBe('trial');
    expect(liaisons('梅林镇')).toEqual([]);
    expect(roomOf(office, unit('梅林镇'))).toBeUndefined();
    expect(file?.chat.rooms.find((room) => room.topic === '梅林镇应急群')?.members).toContain('wx-xujing');
    expect(office.byContact.has('wx-xujing')).toBe(false);
  });

  test('everybody else is bound in the local chat, and every room has its people', () => {
    expect(office.byContact.size).toBe(office.people.size);
    expect(file?.chat.rooms.filter((room) => room.members.length < 3)).toEqual([]);
  });

  test('no telephone number in it can be anybody’s', () => {
    const phones = [...office.people.values()].flatMap((person) => person.phone ?? []);
    const duty = [...office.units.values()].flatMap((one) => one.dutyPhone ?? []);
    expect(phones.every((phone) => /^1380000\d{4}$/.test(phone))).toBe(true);
    expect(duty.every((phone) => phone.startsWith('0000-'))).toBe(true);
    expect(new Set([...phones, ...duty]).size).toBe(phones.length + duty.length);
  });
});
