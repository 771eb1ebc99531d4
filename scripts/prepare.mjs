// Makes a bare machine ready: packages, a Redis server, and (with `build`) an up-to-date dist. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

ensureNode();
ensurePackages();
ensureRedis();
if (process.argv.includes('build')) ensureBuild();

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 12)) stop('Node 20.12 or newer is needed.', `This is ${process.version}.`);
}

function ensurePackages() {
  const stamp = join('node_modules', '.prepared');
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once) …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** With REDIS_URL somebody else's server is used; tests bring up servers of their own all the same. */
function ensureRedis() {
  if (process.env.REDIS_URL && process.env.npm_lifecycle_event === 'start') return;
  if (redisServer()) return;

  if (process.platform !== 'linux' || !onPath('apt-get') || process.getuid?.() !== 0) {
    stop(
      'No redis-server or valkey-server was found, and it cannot be installed from here.',
      'Install one (Debian: apt-get install redis-server), or set REDIS_URL.',
    );
  }
  console.log("Installing redis-server with the system's package manager (once) …");
  // A package that starts a system service would leave a server behind that nobody asked for.
  const policy = '/usr/sbin/policy-rc.d';
  const hadPolicy = existsSync(policy);
  if (!hadPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], quiet);
  } finally {
    if (!hadPolicy) rmSync(policy, { force: true });
  }
  if (onPath('systemctl')) spawnSync('systemctl', ['disable', 'redis-server'], { stdio: 'ignore' });
  if (!redisServer()) stop('redis-server was installed but is not on the path.', 'Set REDIS_URL instead.');
}

function ensureBuild() {
  const stamp = join('dist', '.built');
  const newest = Math.max(
    ...['bot', 'workers', 'web', 'domain', 'store', 'config', 'bench', 'scripts'].map(newestIn),
    statSync('package-lock.json').mtimeMs,
    statSync('tsconfig.json').mtimeMs,
  );
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return;
  console.log('Building …');
  run(process.execPath, [join('scripts', 'build.mjs')]);
}

function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }, statSync(folder).mtimeMs);
}

function redisServer() {
  return onPath('redis-server') || onPath('valkey-server');
}

function onPath(name) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(join(folder, name)));
}

function run(command, args, options = {}) {
  // npm hands its own settings down; a nested npm would take them for the user's.
  const result = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.status !== 0) stop(`${command} ${args[0]} failed.`, 'See the lines above.');
}

function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
