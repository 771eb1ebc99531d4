import { ladderTable } from './ladder-table.ts';
import { limitsText } from './limits-text.ts';
import { envTable, policyTable } from './settings-tables.ts';

/** What stands between `<!-- generated: name -->` and `<!-- /generated -->`. */
const PARTS: Readonly<Record<string, () => string>> = {
  env: envTable,
  policy: policyTable,
  ladder: ladderTable,
  limits: limitsText,
};

/** The documents that hold generated parts. */
export const GENERATED_DOCS = ['docs/operating.md', 'docs/manual.zh.md'];

/** The document with every generated part made anew. Throws for a name that nobody makes, or where nothing is generated. */
export function filled(text: string): string {
  let parts = 0;
  const fresh = text.replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- \/generated -->)/g, // <!-- generated: env -->
    (_, open: string, name: string, close: string) => {
      const make = PARTS[name];
      if (!make) throw new Error(`nobody makes the part "${name}"`);
      parts++;
      return `${open}\n${make()}\n\n${close}`;
    },
  );
  if (parts === 0) throw new Error('the document has no generated part');
  return fresh;
}
