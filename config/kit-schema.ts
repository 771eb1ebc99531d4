import { z } from 'zod';
import { KIT_RESULTS, type KitItem } from '../domain/periods/kits/kit.ts';
import { KIT_REMEDY as REMEDY } from '../domain/wording/kits-file.ts';

const text = (least: number, most: number, remedy: string) =>
  z.string(remedy).trim().min(least, remedy).max(most, remedy);
const key = z.string(REMEDY.key).regex(/^[a-z][a-z0-9-]{1,30}$/, REMEDY.key);

/** `-7d`; no earlier than 45 days before, because no period is filed before that. */
const lead = z.string(REMEDY.lead).regex(/^(?:-(?:[1-9]|[1-3]\d|4[0-5])d|0d)$/, REMEDY.lead);
/** `-3d 17:00`, `+5d 12:00`, `end+1d 17:00`. */
const due = z.string(REMEDY.due).regex(/^(?:end)?(?:[+-]\d{1,2}|0)d (?:[01]\d|2[0-3]):[0-5]\d$/, REMEDY.due);

const KIND = { 任务: 'task', 通知: 'notice' } as const;

/** One item of a kit; what is wrong with it is said in the words of whoever writes the file. */
const itemSchema = z
  .strictObject({
    key,
    kind: z.enum(['任务', '通知'], REMEDY.kind),
    title: text(2, 20, REMEDY.title),
    text: text(5, 120, REMEDY.text),
    to: z.array(text(2, 20, REMEDY.to), REMEDY.to),
    lead,
    due: due.optional(),
    result: z.enum(KIT_RESULTS, REMEDY.result).optional(),
    feedback: text(2, 40, REMEDY.feedback).optional(),
  })
  .superRefine((item, { addIssue }) => {
    const complain = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message });
    if (item.kind === '任务' && !item.due) complain('due', REMEDY.taskDue);
    if (item.kind === '任务' && !item.result) complain('result', REMEDY.taskResult);
    if (item.due && !item.due.startsWith('end') && daysOf(item.lead) >= daysOf(item.due) && item.lead !== '0d')
      complain('due', REMEDY.leadAfterDue);
  })
  .transform(({ kind, ...item }): KitItem => ({ ...item, kind: KIND[kind] }));

const items = z.array(itemSchema, REMEDY.items);
const period = text(2, 30, REMEDY.period);

/** A kit that the product brings along. */
export const kitSchema = z.strictObject({ period, items });

/** What an office file says about a kit. */
export const ownKitSchema = z.strictObject({
  period,
  off: z.literal(true, REMEDY.off).optional(),
  without: z.array(key, REMEDY.without).default([]),
  items: items.default([]),
});

/** A word for a supervising department, and the names that it usually has. */
export const departmentSchema = z.strictObject({
  word: text(2, 20, REMEDY.departments),
  names: z.array(text(2, 30, REMEDY.departments), REMEDY.departments).min(1, REMEDY.departments),
});

function daysOf(offset: string): number {
  return Number.parseInt(offset, 10);
}
