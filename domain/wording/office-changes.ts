import type { OfficeChange } from '../people/apply-office.ts';
import type { Account, OfficeThing, Tenure } from '../people/office.ts';
import type { KitItem } from '../periods/kits/kit.ts';
import type { OwnPeriod } from '../periods/own-period.ts';
import type { ThingId } from '../thing.ts';
import { maskedPhone } from './names.ts';
import { KIND_WORDS, ROLE_WORDS, STATUS_WORDS, titleWords } from './office-words.ts';
import { spanText, yearlyText } from './periods-file.ts';

const TYPE_WORDS: Readonly<Record<OfficeThing['type'], string>> = {
  unit: '单位',
  'unit-set': '单位集合',
  person: '人员',
  room: '群',
  'own-period': '重点时段',
  'own-kit': '准备事项',
  'holiday-year': '放假安排',
};
const DONE_WORDS: Readonly<Record<OfficeChange['kind'], string>> = {
  added: '新增',
  changed: '修改',
  closed: '停用',
  gone: '删除',
};

/** Fields in the order in which a person looks for them; bookkeeping is not shown. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: '名称',
  topic: '群名',
  aliases: '别名',
  kind: '类型',
  parent: '上级',
  dutyPhone: '值班电话',
  phone: '电话',
  status: '状态',
  units: '单位',
  roles: '角色',
  tenures: '任职',
  accounts: '账号',
  fileId: '名册编号',
  level: '级别',
  yearly: '每年',
  dates: '日期',
  asks: '要求',
  off: '停用',
  without: '不要',
  items: '事项',
};

export const NO_CHANGES_TEXT = '与现有一致，没有要改的';
export const DRY_RUN_TEXT = '以上只是预演，没有改动。去掉 --dry-run 即导入';

/** One line a change, field by field; telephone numbers masked. */
export function officeChangeText(change: OfficeChange, nameOf: (id: ThingId) => string): string {
  const before = change.kind === 'added' ? undefined : change.before;
  const after = change.kind === 'gone' ? undefined : change.thing;
  const thing = (after ?? before)!;
  const head = `${DONE_WORDS[change.kind]}${TYPE_WORDS[thing.type]} ${thing.type === 'room' ? thing.topic : thing.name}`;
  const fields = change.kind === 'gone' ? [] : fieldTexts(before, thing, nameOf);
  return fields.length > 0 ? `${head}：${fields.join('；')}` : head;
}

export function officeChangesText(changes: readonly OfficeChange[]): string {
  const counts = (Object.keys(DONE_WORDS) as OfficeChange['kind'][]).flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? `${DONE_WORDS[kind]}${count}` : [];
  });
  return `共${changes.length}处：${counts.join('、')}`;
}

export const APPLIED_TEXT = '已导入';

function fieldTexts(before: OfficeThing | undefined, after: OfficeThing, nameOf: (id: ThingId) => string): string[] {
  const [old, fresh] = [before, after].map((thing) => (thing ?? {}) as unknown as Record<string, unknown>);
  return Object.entries(FIELD_WORDS).flatMap(([field, word]) => {
    const [was, is] = [old!, fresh!].map((thing) => valueTexts(field, thing[field], nameOf));
    if (!before) return field === 'name' || field === 'topic' || is!.length === 0 ? [] : [`${word} ${is!.join('、')}`];
    return was!.join() === is!.join() ? [] : [`${word} ${changeText(was!, is!)}`];
  });
}

/** Of lists only what came and went; of single values both. */
function changeText(was: readonly string[], is: readonly string[]): string {
  if (was.length <= 1 && is.length <= 1) return `${was[0] ?? '无'} → ${is[0] ?? '无'}`;
  const gone = was.filter((text) => !is.includes(text)).map((text) => `－${text}`);
  const come = is.filter((text) => !was.includes(text)).map((text) => `＋${text}`);
  return [...gone, ...come].join(' ') || '顺序调整';
}

function valueTexts(field: string, value: unknown, nameOf: (id: ThingId) => string): string[] {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return values.map((one) => valueText(field, one, nameOf));
}

function valueText(field: string, value: unknown, nameOf: (id: ThingId) => string): string {
  if (field === 'units' || field === 'parent') return nameOf(String(value));
  if (field === 'kind') return KIND_WORDS[value as keyof typeof KIND_WORDS];
  if (field === 'status') return STATUS_WORDS[value as keyof typeof STATUS_WORDS];
  if (field === 'roles') return ROLE_WORDS[value as keyof typeof ROLE_WORDS];
  if (field === 'phone') return maskedPhone(String(value));
  if (field === 'tenures') return tenureText(value as Tenure, nameOf);
  if (field === 'accounts') return (value as Account).contactId;
  if (field === 'yearly') return yearlyText(value as NonNullable<OwnPeriod['yearly']>);
  if (field === 'dates') return spanText(value as OwnPeriod['dates'][number]);
  if (field === 'off') return '全部';
  if (field === 'items') return (value as KitItem).title;
  return String(value);
}

function tenureText(tenure: Tenure, nameOf: (id: ThingId) => string): string {
  const until = tenure.toDay ? `至${tenure.toDay}` : '起';
  return `${nameOf(tenure.unit)} ${titleWords(tenure)} ${tenure.fromDay}${until}`;
}
