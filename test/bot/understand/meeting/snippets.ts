import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gold, Speech } from './marks.ts';

/** One line of `snippets/STYLE.jsonl`: a sentence or a paragraph, and what a clerk takes from it. */
interface Snippet {
  readonly id: string;
  readonly text: string;
  readonly rows: readonly {
    /** A part of the text; without it all of it. */
    readonly quote?: string;
    /** Any of them is a right lead; none where the unit is left out. */
    readonly units: readonly string[];
    readonly coop?: readonly string[];
    readonly deadline?: string | null;
    readonly recurrence?: string;
    readonly kind: Gold['strength'];
  }[];
}

/** Every snippet as a speech of its own, by the style it is in. */
export function snippetsIn(folder: string): Map<string, Speech[]> {
  const files = readdirSync(folder).filter((file) => /^[^.]+\.jsonl$/.test(file));
  return new Map(files.sort().map((file) => [file.slice(0, -'.jsonl'.length), speeches(join(folder, file))]));
}

function speeches(file: string): Speech[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { id, text, rows } = JSON.parse(line) as Snippet;
      const gold = rows.map((row, at) => ({
        id: `${id}/${at + 1}`,
        quote: row.quote ?? text,
        lead_units: row.units,
        co_units: row.coop ?? [],
        deadline: row.deadline ?? null,
        strength: row.kind,
      }));
      return { name: id, text, gold, lookAlikes: [] };
    });
}
