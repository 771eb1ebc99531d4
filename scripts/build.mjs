// Bundles into dist what is started or loaded by its path. Types are looked at by `npm run check`, not here.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRIES = [
  'scripts/zhishou.ts',
  'bot/**/*-thread.ts',
  'workers/**/*-thread.ts',
  'bot/understand/understand.ts',
  'bench/main.ts',
  'bench/fuzz.ts',
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const startedAt = new Date();

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ENTRIES,
  outdir: dist,
  outbase: root,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  charset: 'utf8',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  write: false,
});
for (const { path, contents } of outputFiles) put(path, contents);
sweep(dist, new Set(outputFiles.map(({ path }) => path)));
// What was changed since this began is not in it.
writeFileSync(stamp, '');
utimesSync(stamp, startedAt, startedAt);

/** Whole or not at all, and never touched while it stays the same: processes may be running it, or building beside this one. */
function put(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

/** Leaves only these programs in the folder. */
function sweep(folder, kept) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sweep(path, kept);
    else if (/\.(js|map)$/.test(path) && !kept.has(path)) rmSync(path, { force: true });
  }
}
