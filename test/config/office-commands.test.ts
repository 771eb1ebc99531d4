import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Decision } from '../../domain/decision.ts';
import type { OfficeThing } from '../../domain/people/office.ts';
import { check } from '../../scripts/commands/check.ts';
import { officeApply } from '../../scripts/commands/office-apply.ts';

const SAMPLE = readFileSync('config/sample-office.yaml', 'utf8');

class Desk {
  readonly lines: string[] = [];
  readonly things = new Map<string, OfficeThing>();
  readonly files: Record<string, string> = { 'sample.yaml': SAMPLE };
  readonly today = '2026-01-15';
  readonly officeFile = 'sample.yaml';
  readonly localChatBoundAt = new Date('2026-01-15T01:00:00Z');
  commits = 0;

  out = (line: string) => void this.lines.push(line);
  current = async () => [...this.things.values()];

  readFile = async (path: string) => {
    if (path in this.files) return this.files[path]!;
    throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  };

  apply = async ({ save, drop }: Decision) => {
    this.commits++;
    for (const thing of save) this.things.set(thing.id, thing as OfficeThing);
    for (const id of drop) this.things.delete(id);
  };
}

describe('zhishou office apply', () => {
  test('imports a file, and a second time finds nothing to do', async () => {
    const desk = new Desk();
    expect(await officeApply(['sample.yaml'], desk)).toBe(0);
    expect(desk.lines.at(-2)).toMatch(/^共\d+处：新增\d+$/);
    expect(desk.lines.at(-1)).toBe('已导入');
    expect(desk.things.size).toBe(15 + 6 + 40 + 7 + 3);

    desk.lines.length = 0;
    expect(await officeApply(['sample.yaml'], desk)).toBe(0);
    expect(desk.lines).toEqual(['与现有一致，没有要改的']);
    expect(desk.commits).toBe(1);
  });

  test('prints what differs, one line each', async () => {
    const desk = new Desk();
    await officeApply(['sample.yaml'], desk);
    desk.lines.length = 0;
    desk.files['sample.yaml'] = SAMPLE.replaceAll('蒋薇', '蒋微').replace('aliases: [石桥]', 'aliases: [石桥, 石桥镇]');
    await officeApply(['sample.yaml'], desk);
    expect(desk.lines).toEqual([
      '修改单位 石桥乡：别名 ＋石桥镇',
      '修改人员 蒋微：名称 蒋薇 → 蒋微',
      '共2处：修改2',
      '已导入',
    ]);
  });

  test('a dry run shows and changes nothing', async () => {
    const desk = new Desk();
    expect(await officeApply(['sample.yaml', '--dry-run'], desk)).toBe(0);
    expect(desk.commits).toBe(0);
    expect(desk.lines.at(-1)).toBe('以上只是预演，没有改动。去掉 --dry-run 即导入');
  });

  test('a faulty file is refused with all its problems, and nothing is imported', async () => {
    const desk = new Desk();
    desk.files['bad.yaml'] = SAMPLE.replace('kind: 园区', 'kind: 园').replace('13800001102', '138');
    expect(await officeApply(['bad.yaml'], desk)).toBe(1);
    expect(desk.lines).toHaveLength(3);
    expect(desk.lines.at(-1)).toBe('共2处问题，改好再试');
    expect(desk.commits).toBe(0);
  });

  test('says what is wrong with the path or the usage', async () => {
    const desk = new Desk();
    expect(await officeApply(['nowhere.yaml'], desk)).toBe(1);
    expect(await officeApply([], desk)).toBe(2);
    expect(await officeApply(['a.yaml', 'b.yaml'], desk)).toBe(2);
    expect(desk.lines).toEqual([
      '读不到文件 nowhere.yaml，请核对路径',
      '用法：zhishou office apply 文件 [--dry-run]',
      '用法：zhishou office apply 文件 [--dry-run]',
    ]);
  });

  test('a commit that fails is not reported as done', async () => {
    const desk = new Desk();
    desk.apply = async () => {
      throw new Error('conflict');
    };
    await expect(officeApply(['sample.yaml'], desk)).rejects.toThrow('conflict');
    expect(desk.lines).not.toContain('已导入');
  });
});

describe('zhishou check', () => {
  test('a sound file is said to be sound, with what is in it', async () => {
    const desk = new Desk();
    expect(await check([], desk)).toBe(0);
    expect(desk.lines).toEqual(['sample.yaml 没有问题：15个单位，40人，7个群，6个单位集合']);
  });

  test('problems of the settings and of the office file are named together', async () => {
    const desk = new Desk();
    desk.files['bad.yaml'] = SAMPLE.replace('kind: 园区', 'kind: 园');
    expect(await check(['bad.yaml'], { ...desk, otherProblems: async () => ['REDIS_URL：不是网址'] })).toBe(1);
    expect(desk.lines).toEqual([
      'REDIS_URL：不是网址',
      expect.stringMatching(/^bad\.yaml 第\d+行：“kind”不能是“园”。改成“园区”$/),
      '共2处问题，改好再试',
    ]);
  });

  test('a file that is not there is a problem like others', async () => {
    const desk = new Desk();
    expect(await check(['nowhere.yaml'], desk)).toBe(1);
    expect(desk.lines[0]).toBe('读不到文件 nowhere.yaml，请核对路径');
  });
});
