// Formatter and linter, types, import directions, dead code: all of them, side by side, every finding printed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', name);
const checks = [
  ['format and lint', bin('biome'), ['check', '--diagnostic-level=warn', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['--noEmit']],
  [
    'import directions',
    bin('depcruise'),
    [
      '--config',
      '.dependency-cruiser.cjs',
      'bot',
      'workers',
      'web',
      'domain',
      'store',
      'config',
      'scripts',
      'bench',
      'test',
    ],
  ],
  ['dead code', bin('knip'), ['--no-progress']],
];

await import('./prepare.mjs');
const results = await Promise.all(checks.map(run));
for (const { name, ok, output } of results) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
  if (!ok) console.log(output);
}
const failed = results.filter((result) => !result.ok).length;
process.exitCode = failed === 0 ? 0 : 1;

function run([name, command, args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ name, ok: code === 0, output }));
  });
}
