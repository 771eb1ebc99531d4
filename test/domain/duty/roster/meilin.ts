import type { RosterContext } from '../../../../domain/duty/roster/settle.ts';
import type { Cell, Sheet } from '../../../../domain/duty/roster/sheet.ts';
import { buildOffice } from '../../../../domain/people/build-office.ts';
import { calendar } from '../../../support/builders.ts';
import { aPerson, aTenure, aUnit } from '../../people/builders.ts';

const staff = (title: string, unit = 'meilin') => [aTenure(unit, 'staff', { title })];

/** A township with two people called 张伟, one without a telephone, and a neighbour. */
export const office = buildOffice([
  aUnit('meilin', '梅林镇', { aliases: ['梅林'] }),
  aUnit('nanjie', '南街镇'),
  aPerson('zhouqiang', '周强', { tenures: [aTenure('meilin', 'head', { title: '镇长' })], phone: '13900000001' }),
  aPerson('linfeng', '林峰', { tenures: [aTenure('meilin', 'deputy', { title: '副镇长' })], phone: '13900000002' }),
  aPerson('xujing', '许静', { tenures: staff('应急站站长'), phone: '13900000003' }),
  aPerson('heyong', '何勇', { tenures: staff('科员'), phone: '13900000004' }),
  aPerson('guomin', '郭敏', { tenures: staff('科员'), phone: '13900000005' }),
  aPerson('zhangwei.dangzheng', '张伟', { tenures: staff('党政办主任'), phone: '13900000006' }),
  aPerson('zhangwei.nongye', '张伟', { tenures: staff('农业办干部'), phone: '13900000007' }),
  aPerson('weiming', '韦明', { tenures: staff('科员') }),
  aPerson('adili', '阿迪力·吐尔逊', { tenures: staff('科员'), phone: '13900000008' }),
  aPerson('zhaomin', '赵敏', { tenures: staff('应急站站长', 'nanjie'), phone: '13900000009' }),
]);

export const context: RosterContext = {
  unit: 'unit.meilin',
  office,
  calendar,
  today: '2026-01-28',
  shiftTimes: { start: '08:30', hours: 24 },
};

export { calendar };

type Written = string | Cell;

/** A sheet from what its cells say. */
export function aSheet(rows: readonly (readonly Written[])[], name = '值班表', file?: string): Sheet {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)));
  return { name, ...(file && { file }), rows: cells };
}

/** Repeats a cell as a merged area does. */
export function down(text: string): Cell {
  return { text, filled: 'down' };
}

export function right(text: string): Cell {
  return { text, filled: 'right' };
}
