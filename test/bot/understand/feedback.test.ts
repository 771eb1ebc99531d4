import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readAnswer } from '../../../bot/understand/feedback/answer.ts';
import { understand } from '../../../bot/understand/understand.ts';
import { readOfficeFile } from '../../../config/office-file.ts';
import { projectRoot } from '../../../config/root.ts';
import { readSettings } from '../../../config/settings.ts';
import type { FeedbackField } from '../../../domain/notices/feedback/feedback.ts';

const { calendar } = readSettings({ ZHISHOU_POLICY_FILE: undefined });
const { office } = readOfficeFile(readFileSync(join(projectRoot(), 'config/sample-office.yaml'), 'utf8'));
const roster = { people: office!.people.map(({ name }) => ({ name })), units: office!.units, sets: office!.sets };

function asked(text: string, at = '2026-07-18T19:40:00+08:00') {
  const meaning = understand({ text, at: new Date(at), calendar, addressed: true, roster, waiting: ['ack', 'report'] });
  expect(meaning.intent).toBe('broadcast');
  return meaning.feedback;
}
const shown = (text: string, at?: string) => {
  const said = asked(text, at);
  const clock = (moment: Date) => `${calendar.dayOf(moment).slice(5)} ${calendar.clockOf(moment)}`;
  return (
    said && [
      said.fields.map(({ stem, kind }) => (kind === 'figure' ? stem : `${stem}(${kind})`)).join(' '),
      said.dueAt ? clock(said.dueAt) : '-',
      ...(said.updateAt ?? []).map(clock),
      ...(said.everyMinutes ? [`/${said.everyMinutes}`] : []),
      ...(said.recurrence ? [said.recurrence.rrule] : []),
    ]
  );
};

describe('what a notice asks to be told', () => {
  test.each([
    [
      '叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗，21:00前报上岗和转移人数。对象：青山镇、石桥乡',
      ['上岗 转移', '07-18 21:00'],
    ],
    [
      '叫应 暴雨橙色预警 19:30区气象台发布，请立即上岗，21:00前报上岗和转移人数，21:30前更新一次。对象：青山镇',
      ['上岗 转移', '07-18 21:00', '07-18 21:30'],
    ],
    [
      '发通知，明天下午3点在305开会，请各单位于明天12:00前反馈参会人员和联系电话',
      ['参会人员(text) 联系电话(phone)', '07-19 12:00'],
    ],
    [
      '发通知，明天下午3点在305开会，请各单位明天12:00前将参会人员和联系电话反馈给我',
      ['参会人员(text) 联系电话(phone)', '07-19 12:00'],
    ],
    ['通知各乡镇明天上午8点停电检修，报在岗人数、车辆数，收到请回复', ['在岗 车辆', '-']],
    ['通知各乡镇：今晚加强值守，每2小时报一次在岗人数，收到请回复', ['在岗', '-', '/120']],
    ['通知各乡镇：加强值守，每天9:00前报在岗人数，收到请回复', ['在岗', '-', 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0']],
    ['通知各乡镇：今晚有大雨，加强巡查，20:30前报转移人数，收到请回复', ['转移', '07-18 20:30']],
    ['通知各乡镇：今晚加强值守，晚上9点前报上岗和转移人数，收到请回复', ['上岗 转移', '07-18 21:00']],
    ['通知各乡镇：今晚加强值守，请于21:00前将上岗和转移人数报区防汛办，收到请回复', ['上岗 转移', '07-18 21:00']],
    [
      '叫应各乡镇 暴雨橙色预警 19:30区气象台发布，请立即上岗，上岗和转移人数请于21:00前报我，21:30前更新一次',
      ['上岗 转移', '07-18 21:00', '07-18 21:30'],
    ],
    ['叫应各乡镇 暴雨橙色预警 19:30区气象台发布，请立即上岗，转移人数21:00前报', ['转移', '07-18 21:00']],
    ['叫应各乡镇 暴雨橙色预警 19:30区气象台发布，请报上岗和转移人数，时限21:00前', ['上岗 转移', '07-18 21:00']],
    [
      '叫应各乡镇 暴雨橙色预警 19:30区气象台发布，21:00前报上岗、转移人数及险情，21:30前更新一次',
      ['上岗 转移 险情(text)', '07-18 21:00', '07-18 21:30'],
    ],
    ['叫应各乡镇 暴雨橙色预警 19:30区气象台发布，21:00前上报转移群众户数人数', ['转移', '07-18 21:00']],
    ['通知各乡镇：加强值守，20:30前报转移户数和人数，每小时更新一次，收到请回复', ['转移', '07-18 20:30', '/60']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    '通知各乡镇明天上午8点停电检修，收到请回复',
    '通知各乡镇：今晚有暴雨，遇险情立即报警，收到请回复',
    '通知各乡镇：今晚有暴雨，有情况及时上报区防汛办，收到请回复',
    '通知各乡镇：明天检查，周五前报台账，收到请回复',
    '通知各乡镇：今晚加强值守，每晚报平安，收到请回复',
    '通知各乡镇：学习气象局《关于报送转移人数的报告》，收到请回复',
  ])('nothing that a sum or a table could be made of: %s', (text) => {
    expect(asked(text)).toBeUndefined();
  });
});

test('a correction that only says by when keeps what was asked; another time in it is no limit of figures', () => {
  const corrected = (text: string) =>
    understand({ text, at: new Date('2026-07-18T19:40:00+08:00'), calendar, addressed: true, roster }).feedback;
  const due = (clock: string) => new Date(`2026-07-18T${clock}:00+08:00`);
  expect(corrected('更正 N0001 报送时限改为22:00')).toEqual({ fields: [], dueAt: due('22:00'), alone: true });
  expect(corrected('更正 N0001 反馈时间延到22:00，22:30前更新一次')).toEqual({
    ...{ fields: [], dueAt: due('22:00'), updateAt: [due('22:30')], alone: true },
  });
  expect(corrected('更正 N0001 22:00前报')).toEqual({ fields: [], dueAt: due('22:00'), alone: true });
  expect(corrected('更正 N0001 22:00前报转移人数和车辆数')?.fields.map(({ stem }) => stem)).toEqual(['转移', '车辆']);
  expect(corrected('更正 N0001 集合时间改为15:00，报送时限改为22:00')).toEqual({ fields: [], dueAt: due('22:00') });
  expect(corrected('更正 N0001 集合地点改到二楼且报送时限改为22:00')).not.toHaveProperty('alone');
  expect(corrected('更正 N0001 集合时间改为22:00')).toBeUndefined();
  expect(corrected('更正 N0001 明天上午9点停电检修')).toBeUndefined();
});

const POST: FeedbackField = { words: '上岗', stem: '上岗', kind: 'figure' };
const MOVED: FeedbackField = { words: '转移人数', stem: '转移', kind: 'figure' };
const CARS: FeedbackField = { words: '车辆数', stem: '车辆', kind: 'figure' };
const THERE: FeedbackField = { words: '在岗人数', stem: '在岗', kind: 'figure' };
const WHO: FeedbackField = { words: '参会人员', stem: '参会人员', kind: 'text' };
const PHONE: FeedbackField = { words: '联系电话', stem: '联系电话', kind: 'phone' };

function answer(text: string, fields: readonly FeedbackField[], required = fields) {
  const read = readAnswer(text, fields, required);
  if (read.kind !== 'given') return read.kind;
  return Object.fromEntries(
    read.values.map(({ stem, words, amounts }) => [
      stem,
      amounts.length > 0
        ? amounts.map(({ count, unit, about }) => `${about ? '约' : ''}${count}${unit}`).join('+')
        : words,
    ]),
  );
}

describe('an answer to 上岗和转移人数 of a call', () => {
  test.each<[string, Record<string, string>]>([
    ['转移12户31人', { 转移: '12户+31人' }],
    ['上岗14人，转移0', { 上岗: '14人', 转移: '0' }],
    ['上岗14人 转移0', { 上岗: '14人', 转移: '0' }],
    ['上岗14人转移0', { 上岗: '14人', 转移: '0' }],
    ['12户31人', { 转移: '12户+31人' }],
    ['转移：0', { 转移: '0' }],
    ['转移十二户三十一人', { 转移: '12户+31人' }],
    ['转移十二户，三十一人', { 转移: '12户+31人' }],
    ['没有转移', { 转移: '0' }],
    ['无人员转移', { 转移: '0' }],
    ['都上岗了，没有转移', { 转移: '0' }],
    ['截至20:50，已安全转移危房群众12户31人', { 转移: '12户+31人' }],
    ['转移30余人', { 转移: '约30人' }],
    ['收到，转移12户31人，无伤亡', { 转移: '12户+31人' }],
    ['报：转移 12户31人。水库水位3米', { 转移: '12户+31人' }],
    ['14人上岗，12户31人转移', { 上岗: '14人', 转移: '12户+31人' }],
    ['更正：转移13户33人', { 转移: '13户+33人' }],
  ])('%s', (text, expected) => {
    expect(answer(text, [POST, MOVED], [MOVED])).toEqual(expected);
  });

  test.each([
    ['转移支付12万元已拨付', 'unclear'],
    ['需转移12户31人', 'unclear'],
    ['转移3米', 'unclear'],
    ['收到', 'none'],
    ['619', { 转移: '619' }],
    ['还没有转移', 'none'],
    ['一切正常', 'none'],
    ['马上转移', 'none'],
    ['正在统计', 'none'],
    ['发现隐患3处，已整改', 'none'],
    ['水位3米', 'none'],
  ])('%s is none, or cannot be told', (text, expected) => {
    expect(answer(text, [POST, MOVED], [MOVED])).toEqual(expected);
  });
});

test('by its unit word where each figure fits one field alone, else nobody guesses', () => {
  expect(answer('12人，3台', [THERE, CARS])).toEqual({ 在岗: '12人', 车辆: '3台' });
  expect(answer('在岗12人，3台', [THERE, CARS])).toEqual({ 在岗: '12人', 车辆: '3台' });
  expect(answer('12，3', [THERE, CARS])).toBe('unclear');
  expect(answer('12人', [THERE, MOVED])).toBe('unclear');
  expect(answer('在岗12人', [THERE, CARS])).toEqual({ 在岗: '12人' });
});

test('names and telephone numbers are kept as they are written', () => {
  expect(answer('参会人员：陈立，联系电话13800000101', [WHO, PHONE])).toEqual({
    参会人员: '陈立',
    联系电话: '13800000101',
  });
  expect(answer('陈立 13800000101', [WHO, PHONE])).toEqual({ 联系电话: '13800000101' });
  expect(answer('好的', [WHO, PHONE])).toBe('none');
});
