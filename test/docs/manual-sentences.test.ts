import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { understand } from '../../bot/understand/understand.ts';
import { readOfficeFile } from '../../config/office-file.ts';
import { projectRoot } from '../../config/root.ts';
import { readSettings } from '../../config/settings.ts';
import type { AnswerKind } from '../../domain/decision.ts';
import type { Intent } from '../../domain/meaning.ts';

/** What the sentences of each row of the manual must be understood as. */
const INTENTS: Readonly<Record<string, readonly Intent[]>> = {
  交办: ['assign'],
  确认: ['confirm'],
  改: ['amend'],
  撤: ['cancel'],
  审核: ['verify_pass', 'verify_reject'],
  答复申请: ['decide'],
  核实已报: ['received_elsewhere'],
  催办: ['nudge'],
  '暂缓、恢复': ['suspend', 'resume'],
  归档: ['archive'],
  签收: ['ack'],
  报送: ['complete'],
  报进展: ['progress'],
  延期: ['extend'],
  转办: ['forward', 'not_mine'],
  已报别处: ['reported_elsewhere'],
  先别催: ['quiet'],
  查看: ['query'],
  绑定: ['bind'],
  '绑定群（在群里说）': ['bind_room'],
  谁值班: ['who_on_duty'],
  接班: ['takeover'],
  交班: ['handover'],
  报平安: ['zero_report'],
  换班: ['swap'],
  请假: ['absence', 'absence_over'],
  排班: ['rotation'],
  改班: ['put_on_duty'],
  离岗: ['leave_post'],
  '记电话、来文': ['duty_log'],
  导出: ['paper'],
  零报告情况: ['query'],
  电话核实: ['phone_verify', 'checkin'],
  认定点名: ['rule_check'],
  临时抽查: ['call_roll'],
  暂停抽查: ['pause_checks'],
  日历: ['feed', 'feed_renew'],
  试运行: ['trial'],
  发通知: ['broadcast'],
  叫应: ['broadcast'],
  收反馈: ['broadcast'],
  // Figures are known for what they are by what was asked.
  报反馈: ['unknown'],
  '报每周台账、进展': ['unknown', 'progress', 'complete'],
  看回执: ['query'],
  导出通知记录: ['paper'],
  再提醒: ['nudge'],
  更正通知: ['correct_notice'],
  结束收集: ['end_notice'],
  代签收: ['ack'],
  '同意@所有人': ['decide'],
  解除: ['lift'],
  重点时段: ['periods', 'period_days', 'warning'],
  放假安排: ['holidays'],
  准备事项: ['kits'],
  答复准备事项: ['kit'],
  挂图: ['paper'],
  讲话转任务: ['meeting'],
  会议部署台账: ['meetings'],
  免打扰: ['quiet_hours'],
  帮助: ['help'],
  问在不在: ['status'],
};

/** What the bot waits for where the sentence is said: a draft's confirmation, a ruling, a unit's answer. */
const WAITING: Readonly<Record<string, readonly AnswerKind[]>> = {
  确认: ['confirm', 'ack'],
  答复申请: ['ruling', 'ack'],
  已报别处: ['ack', 'report'],
  '同意@所有人': ['ruling', 'ack'],
  电话核实: ['phone_verify'],
  答复准备事项: ['kit'],
};

const { calendar } = readSettings({ ZHISHOU_POLICY_FILE: undefined });
const { office } = readOfficeFile(readFileSync(join(projectRoot(), 'config/sample-office.yaml'), 'utf8'));
const roster = { people: office!.people.map(({ name }) => ({ name })), units: office!.units, sets: office!.sets };

/** Row title and the sentences in quotes, of every table with something to say. */
const ROWS = readFileSync(join(projectRoot(), 'docs/manual.zh.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('| “'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, title, said]) => [...said!.matchAll(/“([^”]+)”/g)].map((match) => [title!, match[1]!] as const));

describe('the manual', () => {
  test('has a sentence for every row this test knows, and no other rows', () => {
    expect([...new Set(ROWS.map(([title]) => title))].sort()).toEqual(Object.keys(INTENTS).sort());
  });

  const at = new Date('2026-11-26T10:12:00+08:00');
  const read = (text: string, waiting: readonly AnswerKind[]) =>
    understand({ text, at, calendar, addressed: true, roster, waiting });

  test.each(ROWS)('%s：%s', (title, text) => {
    const { intent, ask } = read(text, WAITING[title] ?? ['ack']);
    expect(INTENTS[title]).toContain(intent);
    expect(ask).toBeUndefined();
  });

  const inPrivate = ROWS.filter(([title]) => !title.endsWith('（在群里说）'));
  test.each(inPrivate)('%s, said in private, where a report is welcome at any time: %s', (title, text) => {
    const { intent } = read(text, [...(WAITING[title] ?? []), 'ack', 'report']);
    expect(INTENTS[title]).toContain(intent);
  });
});
