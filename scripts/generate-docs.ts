import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/root.ts';
import { filled, GENERATED_DOCS } from './docs/fill.ts';

/** `npm run docs`: makes the tables in the documents anew from the settings as they are declared. */
for (const name of GENERATED_DOCS) {
  const path = join(projectRoot(), name);
  const before = readFileSync(path, 'utf8');
  const after = filled(before);
  if (after !== before) writeFileSync(path, after);
  process.stdout.write(`${name}: ${after === before ? 'up to date' : 'written'}\n`);
}
