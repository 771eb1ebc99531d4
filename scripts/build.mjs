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

/**
 * Packages that are nothing but JavaScript and do not care where they lie. The others stay where npm put them: what has binaries
 * or files beside it, starts threads of its own, or must be the very same for a puppet that an office installs.
 */
const TAKEN_IN = [
  ...['bullmq', 'ioredis', 'zod', 'cron-parser', 'dayjs', 'commander', 'yaml', 'hono', '@hono/node-server'],
  ...['hucre', 'tyme4ts', 'prom-client', 'qrcode'],
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
  plugins: [{ name: 'packages', setup: takePackagesIn }],
  // CommonJS asks for modules of Node at run time.
  banner: {
    js: "import { createRequire as moduleRequire } from 'node:module'; const require = moduleRequire(import.meta.url);",
  },
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

function takePackagesIn(build) {
  build.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
    const ours = !importer.includes('node_modules');
    const taken = ours
      ? TAKEN_IN.some((name) => path === name || path.startsWith(`${name}/`))
      : path !== 'msgpackr-extract';
    return kind === 'entry-point' || taken ? undefined : { path, external: true };
  });
  // Without a map of their own, or every process would read megabytes about lines that nobody here has written.
  build.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, ({ path }) => ({
    contents: `${readFileSync(path, 'utf8')}\n//# sourceMappingURL=data:application/json,{"version":3,"sources":[""],"mappings":"A"}`,
  }));
}

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
