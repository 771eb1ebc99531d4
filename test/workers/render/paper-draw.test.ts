import { describe, expect, test } from '@jest/globals';
import { type Paper, paperId } from '../../../domain/papers/paper.ts';
import type { FileStore } from '../../../store/files/file-store.ts';
import { fire } from '../../../workers/fire.ts';
import { aShift, onDuty } from '../../support/shifts.ts';
import { Firing } from '../firing.ts';

const SHIFT = onDuty(aShift('2026-02-28', { people: ['chenli'] }));

function aPaper(fields: Partial<Paper> = {}): Paper {
  return {
    ...{ id: paperId('m:1'), type: 'paper', kind: 'duty-month', units: ['unit.qingshan'], month: '2026-02' },
    ...{ by: 'person.chenli', conversation: 'person.chenli', phones: false, askedAt: new Date('2026-03-01T02:00:00Z') },
    ...fields,
  };
}

/** A store of files whose disk is full for the first few writes. */
function files(failures = 0) {
  const kept: Buffer[] = [];
  let left = failures;
  const put: FileStore['put'] = async (bytes, name) => {
    if (left-- > 0) throw new Error('ENOSPC: no space left on device');
    kept.push(bytes);
    return { sha256: 'a'.repeat(64), name, size: bytes.length, kind: 'file' };
  };
  return { kept, put };
}

async function drawnBy(store: ReturnType<typeof files>, paper: Paper) {
  const firing = await Firing.at('2026-03-01 10:00', { ...SHIFT, handledAt: new Date('2026-03-02T00:00:00Z') }, paper);
  const run = async (moment: string) => {
    firing.away(moment);
    for (const id of await firing.store.dueWakes(firing.now.getTime(), 10))
      await fire(id, { ...firing.context, files: store });
  };
  return { firing, run };
}

describe('a document that somebody has asked for', () => {
  test('is drawn once and sent with its file, and is gone', async () => {
    const store = files();
    const { firing, run } = await drawnBy(store, aPaper());
    await run('2026-03-01 10:00');
    await run('2026-03-01 10:10');
    expect(firing.store.outbox.said.map(({ to, text, file }) => ({ to, text, name: file?.name }))).toEqual([
      {
        ...{ to: 'person.chenli', text: '青山镇2026年2月值班记录表：值班记录0条，请查收附件' },
        name: '青山镇2026年2月值班记录表.xlsx',
      },
    ]);
    expect((await firing.store.load(['paper.m-1']))[0]!.thing).toBeUndefined();
  });

  test('drawn twice from the same state it is the same file', async () => {
    const store = files();
    for (const _ of [1, 2]) await (await drawnBy(store, aPaper())).run('2026-03-01 10:00');
    expect(store.kept).toHaveLength(2);
    expect(store.kept[0]!.equals(store.kept[1]!)).toBe(true);
  });

  test('a failure is tried again; after the third the person and the office are told, and nothing is sent', async () => {
    const recovered = await drawnBy(files(1), aPaper());
    await recovered.run('2026-03-01 10:00');
    expect(recovered.firing.heard()).toEqual([]);
    await recovered.run('2026-03-01 10:01');
    expect(recovered.firing.heard().map(({ text }) => text)).toEqual([expect.stringContaining('请查收附件')]);

    const { firing, run } = await drawnBy(files(9), aPaper());
    for (const minute of ['00', '01', '02', '03']) await run(`2026-03-01 10:${minute}`);
    expect(firing.heard().map(({ to, text }) => ({ to, text }))).toEqual([
      { to: 'person.chenli', text: '值班记录表没有出成，已通知管理员。数据没有受影响，稍后可以再说一次' },
      { to: 'person.wangfang', text: '陈立要的值班记录表连续出错，没有发出。原因：ENOSPC: no space left on device' },
    ]);
    expect(firing.parked).toEqual([]);
  });

  test('a shift that has gone meanwhile is said to be gone', async () => {
    const { month: _month, ...rest } = aPaper({ kind: 'handover-sheet', shifts: ['shift.qingshan.officer.20260301'] });
    const { firing, run } = await drawnBy(files(), rest);
    await run('2026-03-01 10:00');
    expect(firing.heard()).toMatchObject([{ text: '青山镇现在没有在岗的班，请说明日期，例如“1月24日交接班表”' }]);
  });
});
