import { expect, test } from '@jest/globals';
import { publishesRoster, rosterWords } from '../../../../bot/commands/duty/roster-words.ts';
import { peopleFinder } from '../../../../domain/duty/roster/find-person.ts';
import { readRoster } from '../../../../domain/duty/roster/read-roster.ts';
import { aSheet, context, office } from '../../../domain/duty/roster/meilin.ts';

const { isName } = peopleFinder(office, context.unit, context.today);
const rows = Array.from({ length: 28 }, (_, index) => [`2月${index + 1}日`, '周强', index === 8 ? '' : '许静']);
rows[2]![2] = '张伟';
const result = readRoster([aSheet([['梅林镇2026年2月值班表'], ['日期', '带班领导', '值班员'], ...rows])], context);
const read = (text: string) => rosterWords(text, result, isName);

const CORRECTIONS: readonly (readonly [said: string, ...corrections: readonly object[]])[] = [
  ['2月9日补 何勇', { day: '2026-02-09', name: '何勇' }],
  ['9日补何勇', { day: '2026-02-09', name: '何勇' }],
  ['2.9 补何勇', { day: '2026-02-09', name: '何勇' }],
  ['2月9日值班改陈晨', { day: '2026-02-09', layer: 'officer', name: '陈晨' }],
  ['把2月9日的带班领导换成林峰', { day: '2026-02-09', layer: 'leader', name: '林峰' }],
  ['2月9日（周一）夜班 何勇', { day: '2026-02-09', shift: '夜班', name: '何勇' }],
  ['２月９日由何勇值班', { day: '2026-02-09', name: '何勇' }],
  ['2月9日就何勇', { day: '2026-02-09', name: '何勇' }],
  ['2月9日还是让许静', { day: '2026-02-09', name: '许静' }],
  ['何勇补2月9日', { day: '2026-02-09', name: '何勇' }],
  ['林峰带2月9日', { day: '2026-02-09', layer: 'leader', name: '林峰' }],
  ['2月9日、11日补何勇', { day: '2026-02-09', name: '何勇' }, { day: '2026-02-11', name: '何勇' }],
  ['2月9日值班员：何勇、郭敏', { day: '2026-02-09', layer: 'officer', name: '何勇、郭敏' }],
];

test.each(CORRECTIONS)('“%s” puts somebody on duty', (said, ...corrections) => {
  const words = read(said);
  expect(words.trouble).toBeUndefined();
  expect(words.draft.corrections).toEqual(corrections);
});

test.each([
  '2月9日开会',
  '9补何勇',
  '2月9日',
  '2月9日再加一个人吧行不行',
  '收到',
  '好的谢谢',
  '下周一补何勇',
  '2月9日还没定',
])('“%s” puts nobody on duty', (said) => {
  const words = read(said);
  expect(words.taken).toBe(0);
  expect(words.draft).toEqual(result.draft);
  expect(words.trouble?.is).toBe('unread');
});

test.each(['3月9日补何勇', '2月30日带班改林峰', '2027年2月9日补何勇'])('“%s” names a day that is not there', (said) => {
  expect(read(said).trouble).toMatchObject({ is: 'no-day' });
});

test('an answer in words, a correction and 发布 come in one message', () => {
  const words = read('党政办的；2月9日补 何勇，2月10日补郭敏；发布');
  expect(words).toMatchObject({ taken: 4, publishes: true });
  expect(words.draft.answers).toEqual({ 'who.张伟': 'person.zhangwei.dangzheng' });
  expect(words.draft.corrections).toHaveLength(2);
});

test('an assent beside a correction is no trouble, and publishes nothing', () => {
  expect(read('确认，2月9日补何勇')).toMatchObject({ taken: 1, publishes: false });
  expect(read('确认，2月9日补何勇').trouble).toBeUndefined();
});

test.each(['发布', '确认发布', '可以，发布吧', '没问题 发布'])('“%s” publishes', (said) => {
  expect(read(said)).toMatchObject({ publishes: true, taken: 1 });
});

test.each(['发布通知', '先不发布', '怎么发布', '发布了吗'])('“%s” does not', (said) => {
  expect(read(said).publishes).toBe(false);
});

test('发布值班表 needs no question', () => {
  expect(publishesRoster('发布梅林镇2月值班表')).toBe(true);
  expect(publishesRoster('请各镇发布，并报值班表')).toBe(false);
});
