import type { Layer, Shift } from '../../../../domain/duty/shift.ts';
import type { Office } from '../../../../domain/people/office.ts';
import { calendar } from '../../calendar/office-calendar.ts';
import { anOffice, aPerson, aTenure, aUnit } from '../../people/builders.ts';

/** A 24-hour shift of 青山镇 that begins on that day, published and with its person. */
export function aShift(day: string, people: readonly string[], other: Partial<Shift> = {}): Shift {
  const layer: Layer = other.layer ?? 'officer';
  const unit = other.unit ?? 'unit.qingshan';
  return {
    id: `shift.${unit.slice(5)}.${layer}.${day}`,
    type: 'shift',
    unit,
    layer,
    day,
    startAt: calendar.at(day, '08:30'),
    endAt: calendar.at(calendar.addDays(day, 1), '08:30'),
    state: 'published',
    people: people.map((person) => `person.${person}`),
    ...other,
  };
}

export const OFFICERS = ['chenli', 'lvgang', 'heyong', 'xuqing'] as const;

/** 青山镇 with its leaders and officers, and the district's dispatcher. 何勇 leaves the town after 5 February 2026. */
export const office: Office = anOffice(
  aUnit('qingshan', '青山镇', { dutyPhone: '0000-6230119' }),
  aUnit('anweiban', '安委办', { kind: 'office' }),
  aPerson('zhengwei', '郑伟', { tenures: [aTenure('qingshan', 'head', { title: '镇长' })] }),
  aPerson('sunfan', '孙帆', { tenures: [aTenure('qingshan', 'deputy', { title: '副镇长' })] }),
  aPerson('chenli', '陈立', {
    tenures: [aTenure('qingshan', 'liaison', { title: '应急站站长' })],
    phone: '13800000001',
  }),
  aPerson('lvgang', '吕刚', { tenures: [aTenure('qingshan', 'staff')], phone: '13800000002' }),
  aPerson('heyong', '何勇', { tenures: [aTenure('qingshan', 'staff', { toDay: '2026-02-05' })] }),
  aPerson('xuqing', '徐青', { tenures: [aTenure('qingshan', 'staff')] }),
  aPerson('wangfang', '王芳', { tenures: [aTenure('anweiban', 'staff')], roles: ['dispatcher'] }),
  aPerson('qianjun', '钱军', { tenures: [aTenure('anweiban', 'staff')] }),
);

/** The four officers by turns from a day on, with 郑伟 as leader every day. */
export function aRoster(fromDay: string, days: number): Shift[] {
  return Array.from({ length: days }, (_, index) => calendar.addDays(fromDay, index)).flatMap((day, index) => [
    aShift(day, ['zhengwei'], { layer: 'leader' }),
    aShift(day, [OFFICERS[index % OFFICERS.length]!]),
  ]);
}
