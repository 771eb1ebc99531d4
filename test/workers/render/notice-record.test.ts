import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { decide } from '../../../domain/decision.ts';
import type { Notice, Receipt } from '../../../domain/notices/notice.ts';
import { handOut } from '../../../domain/notices/send-notice.ts';
import { writeNotice } from '../../../domain/notices/write-notice.ts';
import type { Paper } from '../../../domain/papers/paper.ts';
import { buildOffice } from '../../../domain/people/build-office.ts';
import type { Person } from '../../../domain/people/office.ts';
import type { Thing } from '../../../domain/thing.ts';
import { fire } from '../../../workers/fire.ts';
import { aPerson, aTenure, aUnit } from '../../domain/people/builders.ts';
import { agendaContext, at, calendar, policy } from '../../support/builders.ts';
import { Firing } from '../firing.ts';

const AT = at('2026-07-18 19:42');

/** A notice about a place with a telephone number to many people of one township, every third of whom has answered. */
function sentTo(count: number): { things: Thing[]; office: Thing[] } {
  const people: Person[] = Array.from({ length: count }, (_, index) =>
    aPerson(`p${index}`, `守山${index}`, {
      accounts: [`c${index}`],
      phone: `139${String(index).padStart(8, '0')}`,
      tenures: [aTenure('qingshan', 'staff', { title: '责任人' })],
    }),
  );
  const office = [
    aUnit('qingshan', '青山镇'),
    aPerson('wangfang', '王芳', {
      accounts: ['c-wang'],
      roles: ['dispatcher'],
      tenures: [aTenure('qingshan', 'head')],
    }),
    ...people,
  ];
  const origin = { no: 'N0001', author: 'person.wangfang', at: AT };
  const words = { text: '请上岗，有情况打13912345678', needAck: true };
  let notice = writeNotice(
    'notice',
    words,
    people.map(({ id }) => id),
    origin,
    policy.notices,
  );
  const receipts: Receipt[] = [];
  const text = { office: buildOffice(office), calendar, now: AT };
  while (notice.handedOut < count) {
    const [next, ...part] = handOut(notice, AT, text, agendaContext).save as [Notice, ...Receipt[]];
    notice = next;
    receipts.push(...part);
  }
  const answered = receipts.map((receipt, index) =>
    index % 3 === 0
      ? { ...receipt, state: 'received' as const, receivedAt: at('2026-07-18 19:50'), receivedBy: receipt.person }
      : receipt,
  );
  return { office, things: [notice, ...answered] };
}

function aPaper(phones: boolean): Paper {
  return {
    ...{ id: 'paper.m-1', type: 'paper', kind: 'notice-record', units: [], notice: 'notice.N0001', phones },
    ...{ by: 'person.wangfang', conversation: 'person.wangfang', askedAt: AT },
  };
}

async function drawn(count: number, phones: boolean, meanwhile?: (firing: Firing) => Promise<void>) {
  const { office, things } = sentTo(count);
  const firing = await Firing.at('2026-07-18 19:51', ...office, ...things, aPaper(phones));
  const kept: Buffer[] = [];
  const put = async (bytes: Buffer, name: string) => {
    await meanwhile?.(firing);
    kept.push(bytes);
    return { sha256: 'a'.repeat(64), name, size: bytes.length, kind: 'file' as const };
  };
  await fire('paper.m-1', { ...firing.context, files: { put } });
  const { sheets } = await readXlsx(kept.at(-1)!);
  return { firing, kept, rows: (name: string) => sheets.find((sheet) => sheet.name === name)!.rows };
}

describe('the record of a notice', () => {
  test('to a thousand: a row for each, whoever asked has it at once', async () => {
    const { firing, rows } = await drawn(1000, true);
    expect(firing.heard().at(-1)!.text).toBe('通知N0001全程记录：签收334/1000，请查收附件');
    expect(rows('签收').slice(3)).toHaveLength(1000);
    expect(rows('签收')[3]!.slice(1, 7)).toEqual([
      '守山0',
      '青山镇',
      '责任人',
      '私聊 7月18日（周六）19:42',
      '7月18日（周六）19:50',
      '本人回复',
    ]);
    expect(rows('签收')[4]!.slice(5)).toEqual(['', '未签收', '电话13900000001']);
    expect(rows('过程').slice(3)).toHaveLength(336);
    expect(rows('反馈').flat()).toContain('本通知没有要求反馈');
  });

  test('telephone numbers are masked for whoever may not see them, also those in the words', async () => {
    const { rows } = await drawn(4, false);
    expect(rows('签收')[4]!.at(-1)).toBe('电话139****0001');
    expect(rows('通知')).toContainEqual(['内容', '请上岗，有情况打139****5678']);
    expect(rows('过程').flat().join()).not.toMatch(/\d{11}/);
  });

  test('an answer that comes while it is drawn neither waits for it nor undoes it', async () => {
    const { kept, firing } = await drawn(4, true, async (running) => {
      const [found] = await running.store.load(['receipt.N0001.p1']);
      const answered: Receipt = {
        ...(found!.thing as Receipt),
        ...{ state: 'received', receivedAt: AT, receivedBy: 'person.p1' },
      };
      await running.commit(decide({ save: [answered] }));
    });
    expect(kept).toHaveLength(1);
    expect(firing.heard()).toHaveLength(1);
  });
});
