import type { Complaint } from './office-file.ts';

/** How each field of a kit is to be written; a schema says it where it is not. */
export const KIT_REMEDY = {
  period: '写内置时段的编号或名称，例如 spring、春节；或先在 periods 里加上这个时段',
  key: '用小写拼音或英文，以字母开头，例如 duty-roster',
  kind: '只能是“任务”或“通知”',
  title: '写2到20个字，不用标点结尾',
  text: '写5到120个字，照公文的说法写清查什么、报什么',
  to: '写成列表，例如 [各乡镇, 各园区]；由人指定的写 []',
  lead: '写成 -7d，即第一天之前7天；最多45天；预警写 0d',
  due: '写成 -3d 17:00（第一天之前3天）或 end+1d 17:00（最后一天之后1天）',
  result: '只能是“台账”、“照片”、“数字”或“文字”',
  feedback: '写2到40个字，例如：排查家数、问题数、整改数',
  off: '写成 off: true，或删去这一行',
  without: '写成要去掉的事项的 key，例如 [major-hazards]',
  items: '写成列表，每项以“- ”开头',
  departments: '写成 word: 教育主管部门 和 names: [教育局, 教体局]',
  taskDue: '任务要写 due，例如 -3d 17:00',
  taskResult: '任务要写 result，例如 台账',
  leadAfterDue: '把 lead 写早一些，或把 due 写晚一些',
} as const;

/** What is wrong with a kit, in the built-in files and in an office file alike. */
export const KIT_FORM = {
  bad: (field: string, written: string, remedy: string): Complaint => ({
    what: `“${field}”不能是“${written}”`,
    remedy,
  }),
  missing: (field: string, remedy: string): Complaint => ({ what: `缺“${field}”`, remedy }),
  unknownKey: (key: string, known: readonly string[]): Complaint => ({
    what: `不认识的键“${key}”`,
    remedy: `这里可用的键：${known.join(' ')}`,
  }),
  tooMany: (name: string, count: number, most: number): Complaint => ({
    what: `“${name}”的准备事项有${count}条`,
    remedy: `一个时段最多${most}条，用 without 去掉或合并几条`,
  }),
  twice: (key: string): Complaint => ({ what: `事项“${key}”写了两次`, remedy: '留一项，另一项换一个 key' }),
  periodTwice: (name: string): Complaint => ({ what: `时段“${name}”的准备事项写了两处`, remedy: '并成一处' }),
  unknownPeriod: (name: string): Complaint => ({ what: `没有时段“${name}”`, remedy: KIT_REMEDY.period }),
  leadOfWarning: (key: string): Complaint => ({
    what: `事项“${key}”的 lead 不能是“0d”`,
    remedy: '只有预警一启动就列出；其他时段写成 -7d 的样子',
  }),
  unknownItem: (key: string, known: readonly string[]): Complaint => ({
    what: `没有事项“${key}”可以去掉`,
    remedy: known.length > 0 ? `这个时段内置的事项：${known.join(' ')}` : '这个时段没有内置的事项，删去 without',
  }),
};

export const KIT_KEYS = ['period', 'off', 'without', 'items'] as const;
export const KIT_ITEM_KEYS = ['key', 'kind', 'title', 'text', 'to', 'lead', 'due', 'result', 'feedback'] as const;
