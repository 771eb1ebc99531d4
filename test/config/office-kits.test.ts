import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readKitFolder } from '../../config/kits.ts';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { diffOffice } from '../../domain/people/apply-office.ts';
import { officeChangeText } from '../../domain/wording/office-changes.ts';

const OFFICE = `office: 安宁区
units:
  - { id: desk, name: 安委办, kind: 办公室 }
people:
  - { id: wangfang, name: 王芳, roles: [安委办管理员], posts: [{ unit: 安委办, post: 联络员A }] }
periods:
  - { id: zhouqing, name: 州庆, level: B, yearly: 07-15..07-17 }
kits:
`;
const FIRST_LINE = OFFICE.split('\n').length;

const read = (kits: string) => readOfficeFile(OFFICE + kits);
const problemsOf = (kits: string) => read(kits).problems.map(({ line, what }) => `${line - FIRST_LINE + 1} ${what}`);

const ITEM =
  '    - { key: temple-fair, kind: 任务, title: 庙会用电检查, text: 庙会摊点用电用气逐个检查, to: [各乡镇], lead: -7d, due: -2d 17:00, result: 台账 }';

describe('kits of an office file', () => {
  test('turn off, leave out and add, by name, id or for a period of its own', () => {
    const { office, problems } = read(
      [
        '- { period: 春运, off: true }',
        '- { period: spring, without: [major-hazards] }',
        '- period: 州庆',
        '  items:',
        ITEM,
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(office!.kits).toMatchObject([
      { id: 'own-kit.chunyun', period: 'chunyun', name: '春运', off: true, items: [] },
      { id: 'own-kit.spring', period: 'spring', without: ['major-hazards'] },
      { id: 'own-kit.zhouqing', period: 'zhouqing', items: [{ key: 'temple-fair', kind: 'task', due: '-2d 17:00' }] },
    ]);
    expect(officeThings(office!).filter(({ type }) => type === 'own-kit')).toHaveLength(3);
  });

  test.each([
    ['- { period: 丰收节, off: true }', '1 没有时段“丰收节”'],
    [`- period: 春节\n  items:\n${ITEM.replace('lead: -7d', 'lead: 0d')}`, '1 事项“temple-fair”的 lead 不能是“0d”'],
    ['- { period: 春节, off: 是 }', '1 “off”不能是“是”'],
    ['- { period: 春节, of: true }', '1 不认识的键“of”'],
    ['- { period: 春节, without: [dragon-boats] }', '1 没有事项“dragon-boats”可以去掉'],
    ['- { period: 春节, off: true }\n- { period: spring, off: true }', '2 时段“spring”的准备事项写了两处'],
    [`- period: 春节\n  items:\n${ITEM}\n${ITEM}`, '1 事项“temple-fair”写了两次'],
    [`- period: 春节\n  items:\n${ITEM.replace('lead: -7d', 'lead: 7天')}`, '3 “lead”不能是“7天”'],
    [`- period: 春节\n  items:\n${ITEM.replace('due: -2d 17:00', 'due: -9d 17:00')}`, '3 “due”不能是“-9d 17:00”'],
    [`- period: 春节\n  items:\n${ITEM.replace('kind: 任务', 'kind: 事情')}`, '3 “kind”不能是“事情”'],
    [`- period: 春节\n  items:\n${ITEM.replace(', result: 台账', '')}`, '3 缺“result”'],
    [`- period: 春节\n  items:\n${ITEM.replace('key: temple-fair, ', '')}`, '3 缺“key”'],
    [`- period: 春节\n  items:\n${ITEM}\n${ITEM.replace('temple-fair', 'temple-two')}`, '1 “春节”的准备事项有7条'],
    ['  春节: 不要', '1 “kits”应是列表'],
  ])('%s: %s', (kits, expected) => {
    expect(problemsOf(`${kits}\n`)).toContain(expected);
  });

  test('an import says what changes', () => {
    const things = (kits: string) => officeThings(read(kits).office!);
    const before = things('- { period: 春运, off: true }\n');
    const lines = (wanted: string) =>
      diffOffice(before, things(wanted), '2026-01-15').map((change) => officeChangeText(change, (id) => id));
    expect(lines('- { period: 春运, off: true }\n')).toEqual([]);
    expect(lines('- { period: 春运, without: [snow-plan] }\n')).toEqual([
      '修改准备事项 春运：停用 全部 → 无；不要 无 → snow-plan',
    ]);
    expect(lines('  []\n')).toEqual(['删除准备事项 春运']);
  });
});

test('a mistake in the kits that come along is named with its file and line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kits-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'departments.yaml'), '- { word: 教育主管部门, names: 教育局 }\n');
  writeFileSync(
    join(folder, 'a.yaml'),
    '- period: spring\n  items:\n    - key: Roster\n      kind: 任务\n- { period: nowhere, items: [] }\n',
  );
  expect(() => readKitFolder(folder)).toThrow(
    /config\/kits\/a\.yaml 第3行：“key”不能是“Roster”。[\s\S]*第5行：没有时段“nowhere”[\s\S]*departments\.yaml 第1行：“names”不能是“教育局”/,
  );
});
