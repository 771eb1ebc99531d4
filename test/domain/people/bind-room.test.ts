import { describe, expect, test } from '@jest/globals';
import { bindRoom } from '../../../domain/people/bind-room.ts';
import { roomOf } from '../../../domain/people/find-rooms.ts';
import { roomAlreadyText, roomBoundText, unitUnclearText } from '../../../domain/wording/people.ts';
import { anOffice, aRoom, aSet, aUnit } from './builders.ts';

const units = [
  aUnit('meilin', '梅林镇', { status: 'trial' }),
  aUnit('qingshan', '青山镇'),
  aUnit('jingkai', '经开区', { kind: 'park' }),
];
const office = anOffice(...units, aSet('towns', '各乡镇', ['meilin', 'qingshan']));
const request = { channelId: 'r-9', topic: '梅林镇应急群', names: ['梅林镇'] };

describe('binding a room', () => {
  test('a room is bound to the unit that is named, and the room is told how people bind', () => {
    const answer = bindRoom(office, request);
    expect(answer).toEqual({
      kind: 'bound',
      room: {
        id: 'room.c-r-9',
        type: 'room',
        topic: '梅林镇应急群',
        channelId: 'r-9',
        units: ['unit.meilin'],
        origin: 'chat',
      },
      before: [],
    });
    expect(answer.kind === 'bound' && roomBoundText(office, answer.room.units)).toBe(
      '本群已绑定“梅林镇”。请联络员私聊我“绑定 姓名 单位 职务”，管理员会核对。只认绑定的人，不看昵称',
    );
  });

  test('a set binds all its units', () => {
    expect(bindRoom(office, { ...request, names: ['各乡镇', '经开区', '青山镇'] })).toMatchObject({
      kind: 'bound',
      room: { units: ['unit.meilin', 'unit.qingshan', 'unit.jingkai'] },
    });
  });

  test('a room of the office file is recognised by its topic the first time, later by its channel', () => {
    const filed = anOffice(...units, aRoom('meilin', '梅林镇应急群', ['qingshan']));
    expect(bindRoom(filed, request)).toMatchObject({
      kind: 'bound',
      room: { id: 'room.meilin', units: ['unit.meilin'] },
      before: ['unit.qingshan'],
    });

    const seen = anOffice(...units, aRoom('meilin', '旧群名', ['qingshan'], { channelId: 'r-9' }));
    expect(bindRoom(seen, request)).toMatchObject({
      kind: 'bound',
      room: { id: 'room.meilin', topic: '梅林镇应急群' },
    });
  });

  test('two rooms of one topic are never mistaken for each other', () => {
    const twins = anOffice(
      ...units,
      aRoom('one', '梅林镇应急群', ['qingshan']),
      aRoom('two', '梅林镇应急群', ['jingkai']),
    );
    expect(bindRoom(twins, request)).toMatchObject({ kind: 'bound', room: { id: 'room.c-r-9' } });
  });

  test('binding again to the same units changes nothing', () => {
    const bound = anOffice(...units, aRoom('meilin', '梅林镇应急群', ['meilin'], { channelId: 'r-9' }));
    expect(bindRoom(bound, request)).toMatchObject({ kind: 'already' });
    expect(roomAlreadyText(office, ['unit.meilin'])).toBe('本群早已绑定“梅林镇”，没有变化');
  });

  test('a name that is not clear binds nothing', () => {
    const answer = bindRoom(office, { ...request, names: ['梅林镇', '开发区'] });
    expect(answer.kind === 'unit-unclear' && unitUnclearText(answer.said, answer.match)).toBe(
      '“开发区”是指经开区（写法相近）吗？请用全称再发一次',
    );
    expect(bindRoom(office, { ...request, names: [] })).toEqual({ kind: 'incomplete' });
  });

  test('the room of a unit is the one that belongs to it alone', () => {
    const two = anOffice(
      ...units,
      aRoom('all', '全区', ['meilin', 'qingshan']),
      aRoom('own', '青山镇安全', ['qingshan']),
    );
    expect(roomOf(two, 'unit.qingshan')?.topic).toBe('青山镇安全');
    expect(roomOf(two, 'unit.meilin')).toBeUndefined();
  });
});
