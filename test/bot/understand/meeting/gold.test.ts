import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

/** One assignment of a speech as a clerk would list it; `quote` is an exact substring of the speech. */
interface GoldRow {
  readonly id: string;
  readonly quote: string;
  readonly lead_units: readonly string[];
  readonly co_units: readonly string[];
  readonly action: string;
  readonly deadline: string | null;
  readonly recurrence: string | null;
  readonly strength: string;
  readonly implied_units: readonly string[];
  readonly note: string | null;
  readonly subject_in_quote: boolean;
}

/** A passage that looks like an assignment and is none. */
interface LookAlike {
  readonly id: string;
  readonly quote: string;
  readonly kind: string;
  readonly why: string;
}

const GOLD_FIELDS =
  'id quote lead_units co_units action deadline recurrence strength implied_units note subject_in_quote'.split(' ');
const STRENGTHS = ['hard', 'standing', 'rule', 'implied'];
const KINDS = ['information', 'slogan', 'problem', 'past', 'heading', 'quotation', 'statistics', 'wish', 'doctrine'];

const SPEECHES = ['open/county', 'open/department', 'open/news', 'open/district', 'open/flood'];

function textOf(file: string): string {
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');
}

function rowsOf<Row>(file: string): Row[] {
  return textOf(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** Rows are named by their id, so that a failure of a blind speech shows no more of it than that. */
function idsWhere<Row extends { readonly id: string }>(rows: readonly Row[], wrong: (row: Row) => boolean): string[] {
  return rows.filter(wrong).map(({ id }) => id);
}

/** A phrase stands in the quote as it is, or, where a row has two of them, each of the two does. */
function literal(phrase: string | null, quote: string): boolean {
  return phrase === null || quote.includes(phrase) || phrase.split('、').every((part) => quote.includes(part));
}

describe.each(SPEECHES)('the gold of %s', (speech) => {
  const text = textOf(`${speech}.txt`);
  const gold = rowsOf<GoldRow>(`${speech}.gold.jsonl`);
  const lookAlikes = rowsOf<LookAlike>(`${speech}.not.jsonl`);

  test('has enough rows, each with every field and its own id', () => {
    const name = speech.split('/')[1];

    expect(gold.length).toBeGreaterThanOrEqual(15);
    expect(lookAlikes.length).toBeGreaterThanOrEqual(6);
    expect(idsWhere(gold, (row) => Object.keys(row).join() !== GOLD_FIELDS.join())).toEqual([]);
    expect(idsWhere(lookAlikes, (row) => Object.keys(row).join() !== 'id,quote,kind,why')).toEqual([]);
    expect(gold.map(({ id }) => id)).toEqual(gold.map((_, at) => `${name}-${String(at + 1).padStart(2, '0')}`));
    expect(lookAlikes.map(({ id }) => id)).toEqual(
      lookAlikes.map((_, at) => `${name}-n${String(at + 1).padStart(2, '0')}`),
    );
  });

  test('quotes what stands in the speech exactly once', () => {
    const once = ({ quote }: { quote: string }) => text.split(quote).length === 2;

    expect(idsWhere([...gold, ...lookAlikes], (row) => row.quote === '' || !once(row))).toEqual([]);
  });

  test('has its rows in the order of the speech, and no passage is counted twice', () => {
    const spans = [...gold, ...lookAlikes]
      .map(({ id, quote }) => ({ id, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
      .sort((one, other) => one.start - other.start);
    const overlapping = spans.filter(({ start }, at) => at > 0 && start < spans[at - 1]!.end);
    const starts = gold.map(({ quote }) => text.indexOf(quote));

    expect(overlapping.map(({ id }) => id)).toEqual([]);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
  });

  test('names units, deadlines and recurrences as they are written', () => {
    const unwritten = ({ lead_units, co_units }: GoldRow) =>
      ![...lead_units, ...co_units].every((u) => text.includes(u));

    expect(idsWhere(gold, unwritten)).toEqual([]);
    expect(idsWhere(gold, ({ deadline, quote }) => deadline === '' || !literal(deadline, quote))).toEqual([]);
    expect(idsWhere(gold, ({ recurrence, quote }) => recurrence === '' || !literal(recurrence, quote))).toEqual([]);
  });

  test('says of every row who is meant, and whether the row itself says so', () => {
    const named = ({ lead_units, quote }: GoldRow) =>
      lead_units.length > 0 && lead_units.every((unit) => quote.includes(unit));

    expect(idsWhere(gold, ({ strength }) => !STRENGTHS.includes(strength))).toEqual([]);
    expect(idsWhere(gold, ({ action }) => action === '')).toEqual([]);
    expect(idsWhere(gold, (row) => row.lead_units.length > 0 === row.implied_units.length > 0)).toEqual([]);
    expect(idsWhere(gold, (row) => row.strength === 'implied' && row.lead_units.length > 0)).toEqual([]);
    expect(idsWhere(gold, (row) => row.subject_in_quote !== named(row))).toEqual([]);
  });

  test('says why each look-alike is none', () => {
    expect(idsWhere(lookAlikes, ({ kind, why }) => !KINDS.includes(kind) || why === '')).toEqual([]);
  });
});

test('together the speeches hold every strength, inherited subjects, deadlines and recurrences', () => {
  const rows = SPEECHES.flatMap((speech) => rowsOf<GoldRow>(`${speech}.gold.jsonl`));

  expect(new Set(rows.map(({ strength }) => strength))).toEqual(new Set(STRENGTHS));
  expect(rows.filter((row) => row.lead_units.length > 0 && !row.subject_in_quote).length).toBeGreaterThan(10);
  expect(rows.filter(({ implied_units }) => implied_units.length > 0).length).toBeGreaterThan(15);
  expect(rows.filter(({ deadline }) => deadline === null).length).toBeGreaterThan(rows.length / 2);
  expect(rows.filter(({ recurrence }) => recurrence !== null).length).toBeGreaterThan(10);
});
