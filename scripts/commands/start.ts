import { readFileSync } from 'node:fs';
import { officeFilePath } from '../../bot/local-chat.ts';
import type { Env } from '../../config/env.ts';
import { openLog } from '../../config/logger.ts';
import { officeThings, readOfficeFile } from '../../config/office-file.ts';
import { readSettings } from '../../config/settings.ts';
import { diffOffice, officeDecision } from '../../domain/people/apply-office.ts';
import { openOffice } from '../../store/open-office.ts';
import { commitAsSystem, officeThingsIn, redisFor } from '../office-store.ts';
import { RunFolder } from '../run-folder.ts';
import { Supervisor } from '../supervisor.ts';

/** `zhishou start`: the whole product in one process tree, ended by Ctrl-C or by the end of this process. */
export async function start(env: Env, script: string, execArgv: readonly string[]): Promise<void> {
  const startedMs = Date.now();
  const log = openLog(env, 'start');
  readSettings(env);
  const run = await RunFolder.claim(env.dataDir);
  const redis = await redisFor(env, {
    onTrouble: (message) => log.error({ message }, 'the embedded Redis is in trouble'),
  });
  const childEnv = { ...process.env, REDIS_URL: redis.url };
  const supervisor = new Supervisor({
    script,
    execArgv,
    env: childEnv,
    log,
    onSpawn: (name, pid) => run.note(name, pid),
  });
  let finished: Promise<void> | undefined;
  const finish = () => {
    finished ??= supervisor
      .stop()
      .then(() => redis.stop())
      .then(() => run.release());
    return finished;
  };
  onEnd(finish);

  try {
    if (env.isLocal) await takeSampleOffice(env, redis.url);
    await Promise.all(processesFor(env).map((name) => supervisor.start({ name, args: [name] })));
  } catch (error) {
    // Who ends it while it starts need not hear that it did not get ready.
    if (finished) return;
    await finish();
    throw error;
  }
  announce(env, Date.now() - startedMs);
}

function processesFor({ isLocal }: Env): string[] {
  return ['workers', 'web', ...(isLocal ? ['chat'] : []), 'bot'];
}

/** An empty Redis with the local chat gets the sample office once; afterwards Redis is the truth. */
async function takeSampleOffice(env: Env, url: string): Promise<void> {
  const office = await openOffice({ url, office: env.ZHISHOU_OFFICE, onTrouble: () => {}, onSkew: () => {} });
  try {
    if ((await officeThingsIn(office)).length > 0) return;
    const file = officeFilePath(env);
    const { office: sample, problems } = readOfficeFile(readFileSync(file, 'utf8'));
    if (!sample) throw new Error(`${file} has ${problems.length} problems; run "zhishou check ${file}"`);
    const settings = readSettings(env);
    const today = settings.calendar.dayOf(office.clock.now());
    const changes = diffOffice([], officeThings(sample, office.clock.now()), today);
    await commitAsSystem(officeDecision(changes), office, settings, 'sample office');
  } finally {
    await office.close();
  }
}

function announce(env: Env, tookMs: number): void {
  const lines = [
    ...(env.isLocal ? [`本地聊天室  http://127.0.0.1:${env.ZHISHOU_CHAT_PORT}`] : []),
    `运行状况    http://127.0.0.1:${env.ZHISHOU_WEB_PORT}/healthz`,
    `已就绪（${(tookMs / 1_000).toFixed(1)}秒），按 Ctrl-C 停止`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function onEnd(finish: () => Promise<void>): void {
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), 30_000).unref();
    finish().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', () => end(0));
  process.once('SIGTERM', () => end(0));
  // Whoever started us with a channel is gone.
  if (process.send) process.once('disconnect', () => end(0));
}
