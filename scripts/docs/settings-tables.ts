import { z } from 'zod';
import { envSchema } from '../../config/env.ts';
import { policySchema } from '../../config/policy.ts';
import { table } from './table.ts';

interface Field {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Field>>;
}

/** The environment variables, one row each, as `config/env.ts` declares them. */
export function envTable(): string {
  const { properties = {} } = fieldsOf(envSchema);
  const rows = Object.entries(properties).map(([name, field]) => [code(name), valueText(field.default), said(field)]);
  return table(['Variable', 'Default', 'What it is'], rows);
}

/** The office's settings, one row each, by their path in the policy file, as `config/policy.ts` declares them. */
export function policyTable(): string {
  return table(['Setting', 'Default', 'What it is'], settingRows('', fieldsOf(policySchema), ''));
}

function fieldsOf(schema: z.ZodType): Field {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Field;
}

/** A group passes its words down to fields that have none of their own. */
function settingRows(path: string, field: Field, words: string): string[][] {
  const own = field.description ?? words;
  if (!isGroup(field)) return [[code(path), valueText(field.default), inCell(own)]];
  return Object.entries(field.properties!).flatMap(([name, inner]) =>
    settingRows(path ? `${path}.${name}` : name, inner, own),
  );
}

/** A group is filled in field by field; what has a default of its own is one setting. */
function isGroup({ properties, default: value }: Field): boolean {
  return properties !== undefined && (value === undefined || Object.keys(value as object).length === 0);
}

function said({ description = '' }: Field): string {
  return inCell(description);
}

function valueText(value: unknown): string {
  if (value === undefined || value === '') return 'none';
  if (!Array.isArray(value))
    return value !== null && typeof value === 'object' ? objectText(value) : code(String(value));
  if (value.length === 0) return 'none';
  return value.map((item) => (typeof item === 'object' ? termText(item) : code(String(item)))).join('<br>');
}

/** A window of hours; or what an office may name itself, of which nothing is preset. */
function objectText(value: object): string {
  if (!('hours' in value)) return Object.keys(value).length === 0 ? 'none' : code(JSON.stringify(value));
  const { hours, workdays } = value as { hours: string; workdays: boolean };
  return `${code(hours)} ${workdays ? 'on working days' : 'every day'}`;
}

function termText(value: object): string {
  const { fromDays, rungs } = value as { fromDays: number; rungs: readonly string[] };
  return `from ${fromDays} days: ${rungs.map(code).join(', ')}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
