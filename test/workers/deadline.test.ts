import { describe, expect, test } from '@jest/globals';
import { submitAssignment } from '../../domain/tasks/answer-assignment.ts';
import { maySpeakOfOverdue } from '../../domain/tasks/status.ts';
import type { Assignment } from '../../domain/tasks/task.ts';
import { EVENTS } from '../domain/tasks/events.ts';
import { anAssignment, at } from '../support/builders.ts';
import { Firing, type Heard, officeWithout } from './firing.ts';

const ID = 'assignment.T0612.qingshan';
const acknowledged = anAssignment({
  state: 'in-progress',
  ackAt: at('2026-01-15 10:20'),
  basisAt: at('2026-01-15 10:20'),
});

function lines(heard: readonly Heard[]): string[] {
  return heard.map(({ at: when, to, text }) => `${when} ${to.replace('person.', '')} ${stepIn(text)}`);
}

function stepIn(text: string): string {
  const late = text.startsWith('（补发）') ? '补发 ' : '';
  if (text.includes('材料转给我')) return `${late}核对`;
  if (text.includes('个工作日没有报送（')) return `${late}领导页`;
  if (text.includes('督办')) return `${late}督办`;
  if (text.includes('过问')) return `${late}过问`;
  if (text.includes('没有能收到提醒的人')) return `${late}无人`;
  if (text.includes('签收')) return `${late}签收`;
  if (text.includes('已过')) return `${late}已过`;
  return `${late}临期`;
}

describe('who never answers', () => {
  test('the liaison, the deputy in charge, the office: each once, at its own time, and the room hears nothing', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    await firing.until('2026-02-13 18:00');
    expect(lines(firing.heard())).toEqual([
      '01-15 14:30 chenli 签收',
      '01-15 16:30 chenli 签收',
      '01-16 09:00 zhengwei 过问',
      '01-19 09:00 wangfang 签收',
      '01-20 09:00 chenli 临期',
      '01-21 09:00 chenli 临期',
      '01-21 15:30 chenli 临期',
      '01-21 18:00 chenli 核对',
      '01-22 09:00 chenli 已过',
      '01-22 09:00 zhengwei 过问',
      '01-26 09:00 wangfang 督办',
      '01-26 09:00 hejing 督办',
      '02-02 08:30 liweidong 领导页',
      '02-09 08:30 liweidong 领导页',
    ]);
  });

  test('a report calls off everything that is left', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-20 10:00');
    firing.heard();
    const report = { kind: 'report' as const, writtenAt: firing.now, by: 'person.chenli', text: '完成', files: [] };
    await firing.save(submitAssignment(await firing.thing(ID), report, 'm.1'));
    await firing.until('2026-01-21 20:00');
    expect(firing.heard()).toEqual([]);
  });
});

describe('overdue is never spoken of before the private question', () => {
  test('in the half hour after the question nobody may call it so; then the lists may', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-21 18:00');
    const asked = await firing.thing(ID);
    expect(asked.overdueFromAt).toEqual(at('2026-01-21 18:30'));
    expect(maySpeakOfOverdue(asked, at('2026-01-21 18:29'))).toBe(false);
    expect(maySpeakOfOverdue(asked, at('2026-01-21 18:30'))).toBe(true);
  });

  test('an outage over the deadline: the question comes first, marked 补发, the rest half an hour later', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-21 16:00');
    firing.heard();
    await firing.away('2026-01-22 10:00').until('2026-01-22 18:00');
    expect(lines(firing.heard())).toEqual([
      '01-22 10:00 chenli 补发 核对',
      '01-22 10:30 chenli 已过',
      '01-22 10:30 zhengwei 过问',
    ]);
  });

  test('an outage of a week: the question, and half an hour later only the latest step', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-21 16:00');
    firing.heard();
    await firing.away('2026-01-28 10:00').until('2026-02-13 18:00');
    expect(lines(firing.heard())).toEqual([
      '01-28 10:00 chenli 补发 核对',
      '01-28 10:30 wangfang 督办',
      '01-28 10:30 hejing 督办',
      '02-02 08:30 liweidong 领导页',
      '02-09 08:30 liweidong 领导页',
    ]);
  });

  test('an outage after the question: half an hour is left for replies on their way before others hear', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-21 19:00');
    firing.heard();
    await firing.away('2026-01-22 10:00').fireDue();
    expect(firing.heard()).toEqual([]);
    await firing.until('2026-01-22 12:00');
    expect(lines(firing.heard())).toEqual(['01-22 10:30 chenli 已过', '01-22 10:30 zhengwei 过问']);
    await firing.until('2026-01-26 12:00');
    expect(lines(firing.heard())).toEqual(['01-26 09:00 wangfang 督办', '01-26 09:00 hejing 督办']);
  });

  test('a reply that comes in during that half hour ends it', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-21 19:00');
    firing.heard();
    await firing.away('2026-01-22 10:00').fireDue();
    const report = {
      kind: 'report' as const,
      writtenAt: at('2026-01-21 20:00'),
      by: 'person.chenli',
      text: '完成',
      files: [],
    };
    await firing.save(submitAssignment(await firing.thing(ID), report, 'm.1'));
    await firing.until('2026-01-22 20:00');
    expect(firing.heard()).toEqual([]);
  });

  test('a request for more time that is refused after the deadline begins with the question again', async () => {
    const asked = EVENTS.延期(acknowledged, at('2026-01-20 09:30'));
    const firing = await Firing.at('2026-01-20 09:30', { ...asked, handledAt: at('2026-01-20 09:30') } as Assignment);
    await firing.until('2026-01-23 10:00');
    expect(firing.heard().every((line) => line.to === 'person.wangfang')).toBe(true);
    await firing.save(EVENTS.不同意延期(await firing.thing(ID), firing.now));
    await firing.until('2026-01-26 12:00');
    expect(lines(firing.heard())).toEqual([
      '01-23 10:30 chenli 核对',
      '01-26 09:00 chenli 已过',
      '01-26 09:00 zhengwei 过问',
    ]);
  });
});

describe('after an outage', () => {
  test('only the latest of each kind is said, and marked; a little late is not an outage', async () => {
    const firing = await Firing.at('2026-01-15 10:15', anAssignment());
    await firing.away('2026-01-20 12:00').fireDue();
    expect(lines(firing.heard())).toEqual(['01-20 12:00 wangfang 补发 签收', '01-20 12:00 chenli 补发 临期']);

    const punctual = await Firing.at('2026-01-15 10:15', anAssignment());
    await punctual.away('2026-01-15 14:39').fireDue();
    expect(lines(punctual.heard())).toEqual(['01-15 14:39 chenli 签收']);
  });

  test('a reminder of the deadline is not said when the deadline is over', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-20 10:00');
    firing.heard();
    await firing.away('2026-01-21 17:45').fireDue();
    expect(firing.heard()).toEqual([]);
    await firing.until('2026-01-21 18:00');
    expect(lines(firing.heard())).toEqual(['01-21 18:00 chenli 核对']);
  });

  test('a reminder that waits in the outbox lapses with the deadline, and the assigner hears of it', async () => {
    const firing = await Firing.at('2026-01-15 10:15', acknowledged);
    await firing.until('2026-01-20 10:00');
    expect(firing.store.outbox.said.at(-1)).toMatchObject({
      to: 'person.chenli',
      notAfterMs: at('2026-01-21 17:30').getTime(),
      lapseTo: 'person.liweidong',
      of: ID,
    });
  });
});

describe('a step that resolves to nobody', () => {
  test('is skipped at once to the next one, and the dispatcher hears it once a day and kind', async () => {
    const firing = await Firing.at(
      '2026-01-15 10:15',
      ...officeWithout('person.chenli', 'person.lvgang'),
      anAssignment(),
    );
    await firing.until('2026-01-15 18:00');
    expect(lines(firing.heard())).toEqual(['01-15 14:30 wangfang 无人', '01-15 14:30 zhengwei 过问']);
    await firing.until('2026-01-16 12:00');
    expect(lines(firing.heard())).toEqual([]);
  });

  test('a named owner who cannot be reached is stood in for by the liaison', async () => {
    const office = [...officeWithout('person.chenli')];
    const firing = await Firing.at('2026-01-15 10:15', ...office, anAssignment({ owner: 'person.chenli' }));
    await firing.until('2026-01-15 15:00');
    expect(lines(firing.heard())).toEqual(['01-15 14:30 lvgang 签收']);
  });

  test('before the deadline nobody is told that it is over, even if all that is left comes after it', async () => {
    const firing = await Firing.at('2026-01-20 08:00', ...officeWithout('person.chenli', 'person.lvgang'), {
      ...acknowledged,
      handledAt: at('2026-01-20 08:00'),
    } as Assignment);
    await firing.until('2026-01-21 17:59');
    expect(new Set(lines(firing.heard()).map((line) => line.slice(12)))).toEqual(new Set(['wangfang 无人']));
  });

  test('where nobody of the unit can be asked, the deputy hears of it instead of the question, once', async () => {
    const firing = await Firing.at('2026-01-21 17:00', ...officeWithout('person.chenli', 'person.lvgang'), {
      ...acknowledged,
      handledAt: at('2026-01-21 17:00'),
    } as Assignment);
    await firing.until('2026-01-23 18:00');
    const heard = firing.heard();
    expect(lines(heard)).toEqual(['01-21 18:00 wangfang 无人', '01-21 18:00 zhengwei 过问']);
    expect(heard[1]!.text).not.toContain('已问过');
    expect(maySpeakOfOverdue(await firing.thing(ID), at('2026-01-21 18:30'))).toBe(true);
  });

  test('nobody at all: the office is asked what to do, and nothing waits in silence', async () => {
    const firing = await Firing.at(
      '2026-01-21 17:00',
      ...officeWithout('person.chenli', 'person.lvgang', 'person.zhengwei'),
      { ...acknowledged, handledAt: at('2026-01-21 17:00') } as Assignment,
    );
    await firing.until('2026-01-21 19:00');
    expect(lines(firing.heard())).toEqual([
      '01-21 18:00 wangfang 无人',
      '01-21 18:00 wangfang 督办',
      '01-21 18:00 hejing 督办',
    ]);
  });
});

describe('加急', () => {
  test('liaison, stand-in, then a list with telephones for a person, at any hour', async () => {
    const urgent = anAssignment({
      priority: 'urgent',
      issuedAt: at('2026-01-17 22:00'),
      dueAt: at('2026-01-18 12:00'),
    });
    const firing = await Firing.at('2026-01-17 22:00', urgent);
    await firing.until('2026-01-17 23:30');
    const heard = firing.heard();
    expect(heard.map(({ at: when, to }) => `${when} ${to}`)).toEqual([
      '01-17 22:15 person.chenli',
      '01-17 22:30 person.chenli',
      '01-17 22:30 person.lvgang',
      '01-17 22:45 person.wangfang',
    ]);
    expect(heard.at(-1)!.text).toContain('陈立13800001102、吕刚（无电话）');
    expect(heard.at(-1)!.text).toContain('值班室0000-6230119');
    expect(firing.store.outbox.said.every((message) => message.class === 'D' && message.urgent)).toBe(true);
  });
});
