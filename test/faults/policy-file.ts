import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file with settings that differ from the defaults. */
export function policyFile(yaml: string): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'zhishou-policy-'));
  const path = join(folder, 'policy.yaml');
  writeFileSync(path, yaml);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
