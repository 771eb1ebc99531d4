import { describe, expect, test } from '@jest/globals';
import { readWeekly } from '../../../bot/understand/feedback/weekly.ts';
import { builtInKits } from '../../../config/kits.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import { type Period, periodFrom } from '../../../domain/periods/period.ts';
import { runsBetween } from '../../../domain/periods/runs.ts';
import { collectsIn, fridayOf, weekOf, weeksOf } from '../../../domain/periods/weekly/week.ts';
import { weeklyAudience, weeklyFields } from '../../../domain/periods/weekly/weekly-notice.ts';
import { at, calendar, policy } from '../../support/builders.ts';
import { sampleOffice } from '../../support/world.ts';

function filed(id: string): Period {
  const run = runsBetween('2025-06-01', '2027-12-31', { calendar, policy, own: [] }).find(
    (one) => one.id === `period.${id}`,
  )!;
  return periodFrom(run, policy.keyPeriods.ladders[run.level], '2025-06-01', at('2025-06-01 08:00'));
}

const lines = (period: Period) => weeksOf(period, calendar).map(({ askDay, dueDay }) => `${askDay} → ${dueDay}`);

describe('the weeks of a period', () => {
  test.each([
    ['an ordinary Friday', '2026-03-06', '2026-03-05', '2026-03-06'],
    ['清明 has Monday off: the Friday is worked', '2026-04-03', '2026-04-02', '2026-04-03'],
    ['劳动节 begins on Friday', '2026-05-01', '2026-04-29', '2026-04-30'],
    ['中秋 begins on Friday', '2026-09-25', '2026-09-23', '2026-09-24'],
    ['元旦 2027 is a Friday that is not announced', '2027-01-01', '2026-12-30', '2026-12-31'],
    ['国庆 from Thursday on', '2026-10-02', '2026-09-29', '2026-09-30'],
    ['the day before lies beyond a make-up Saturday', '2026-02-13', '2026-02-12', '2026-02-13'],
    ['Monday and Tuesday are off', '2026-02-27', '2026-02-26', '2026-02-27'],
  ])('%s', (_, friday, askDay, dueDay) => {
    expect(weekOf(friday, calendar)).toEqual({ friday, askDay, dueDay });
  });

  test('a week that is wholly off has none', () => {
    expect(weekOf('2026-02-20', calendar)).toBeUndefined();
    expect(weekOf('2026-10-09', calendar)).toEqual({
      friday: '2026-10-09',
      askDay: '2026-10-08',
      dueDay: '2026-10-09',
    });
  });

  test('a week runs from Monday to Sunday', () => {
    expect(['2026-03-02', '2026-03-06', '2026-03-08'].map((day) => fridayOf(day, calendar))).toEqual(
      Array.from({ length: 3 }, () => '2026-03-06'),
    );
    expect(fridayOf('2026-03-09', calendar)).toBe('2026-03-13');
  });

  test('over the Spring Festival, and to the last Friday that the period reaches', () => {
    expect(lines(filed('chunyun.2026'))).toEqual([
      '2026-02-05 → 2026-02-06',
      '2026-02-12 → 2026-02-13',
      '2026-02-26 → 2026-02-27',
      '2026-03-05 → 2026-03-06',
      '2026-03-12 → 2026-03-13',
    ]);
  });

  test('nobody is asked before a period has begun, or for a day after its end', () => {
    const npc = filed('npc.2026');
    const week = weekOf('2026-03-06', calendar)!;
    expect(collectsIn(npc, week)).toBe(true);
    expect(collectsIn({ ...npc, fromDay: '2026-03-05' }, week)).toBe(true);
    expect(collectsIn({ ...npc, fromDay: '2026-03-06' }, week)).toBe(false);
    expect(collectsIn({ ...npc, toDay: '2026-03-05' }, week)).toBe(false);
  });

  test('seasons of many months, level B and warnings collect nothing', () => {
    for (const id of ['flood.2026', 'floodmain.2026', 'winterfire.2026', 'fireworks.2026', 'dragon.2026'])
      expect({ id, weeks: lines(filed(id)) }).toEqual({ id, weeks: [] });
    const warning = { hazard: '暴雨', startedAt: at('2026-03-02 10:00'), startedBy: 'person.wangfang' };
    expect(collectsIn({ ...filed('npc.2026'), warning }, weekOf('2026-03-06', calendar)!)).toBe(false);
  });
});

describe('what is asked, and of whom', () => {
  test('of 台账 and 进展 each once, in that order', () => {
    const words = (...ids: string[]) => weeklyFields(ids.map(filed)).map((field) => field.words);
    expect(words('chunyun.2026', 'npc.2026', 'resume.2026')).toEqual(['隐患台账', '工作进展']);
    expect(words('chunyun.2026')).toEqual(['工作进展']);
    expect(words('npc.2026')).toEqual(['隐患台账']);
  });

  test('every unit of the settings once, none on trial, and not the unit of whoever asks', () => {
    const office = buildOffice(sampleOffice());
    const terms = { office, day: '2026-03-05', departments: builtInKits().departments };
    const audience = (author: string, ...to: string[]) =>
      weeklyAudience({ ...policy.keyPeriods.weekly, ...(to.length > 0 && { to }) }, author, terms);
    const all = audience('person.wangfang');
    expect(all.units).toHaveLength(11);
    expect(all.people).toHaveLength(11);
    expect(all.units).not.toContain('unit.meilin');
    expect(all.without).toEqual([]);
    expect(audience('person.chenli').units).not.toContain('unit.qingshan');
    expect(audience('person.wangfang', '各乡镇', '青山镇', '各乡镇').units).toHaveLength(4);
  });
});

describe('one line in answer', () => {
  const fields = weeklyFields([filed('chunyun.2026'), filed('npc.2026')]);
  const read = (text: string, bare = false) => readWeekly(text, fields, bare);

  test.each([
    '无新增',
    '本周无新增',
    '本周无新增隐患',
    '没有新增',
    '台账无',
    '本周台账：正常',
    '我镇本周没有新情况',
    '暂无新增。',
  ])('“%s”: nothing new is an answer', (text) => expect(read(text)).toMatchObject({ kind: 'given', values: [] }));

  test.each([
    ['本周台账 排查30处，新增2处', '台账', '排查30处，新增2处'],
    ['报本周隐患台账：排查30处', '台账', '排查30处'],
    ['我镇本周工作进展 已摸排12家企业', '进展', '已摸排12家企业'],
  ])('“%s”', (text, stem, words) => {
    expect(read(text)).toMatchObject({ kind: 'given', values: [{ stem, words }] });
  });

  test('without 本周 it counts where nothing else can be meant', () => {
    expect(read('台账 排查30处')).toEqual({ kind: 'none' });
    expect(read('台账 排查30处', true)).toMatchObject({ kind: 'given' });
    expect(read('进展：已摸排', true)).toMatchObject({ kind: 'given' });
  });

  test.each(['本周台账', '台账有模板吗', '本周台账什么时候交', '没有收到台账', '无', '没有', '今天正常', '台账'])(
    '“%s” tells nothing',
    (text) => expect(read(text)).toEqual({ kind: 'none' }),
  );
});
