import type { z } from 'zod';
import { CATALOGUE } from '../../domain/periods/catalogue/index.ts';
import { type KitItem, MOST_ITEMS } from '../../domain/periods/kits/kit.ts';
import { KIT_FORM, KIT_ITEM_KEYS, KIT_KEYS } from '../../domain/wording/kits-file.ts';
import type { Complaint } from '../../domain/wording/office-file.ts';

/** What the schema of kits has found wrong, in the words of the file. */
export function sayKitIssue(issue: z.core.$ZodIssue, field: string, written: string | undefined): Complaint {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.includes('items') ? KIT_ITEM_KEYS : KIT_KEYS;
    return KIT_FORM.unknownKey(issue.keys.join('、'), known);
  }
  return written === undefined
    ? KIT_FORM.missing(field, issue.message)
    : KIT_FORM.bad(field, written.slice(0, 30), issue.message);
}

/** What is wrong with a period's items together; `written` are those that stand in the file. */
export function itemComplaints(
  { name, entry }: { readonly name: string; readonly entry: string },
  written: readonly KitItem[],
  items = written,
): Complaint[] {
  const isWarning = CATALOGUE.some(({ id, runs }) => id === entry && runs.how === 'warning');
  const atOnce = isWarning ? [] : items.filter(({ lead }) => lead === '0d');
  return [
    ...twiceIn(written.map(({ key }) => key)).map((key) => KIT_FORM.twice(key)),
    ...atOnce.map(({ key }) => KIT_FORM.leadOfWarning(key)),
    ...(items.length > MOST_ITEMS ? [KIT_FORM.tooMany(name, items.length, MOST_ITEMS)] : []),
  ];
}

/** Each key that stands in a list more than once. */
export function twiceIn(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))];
}
