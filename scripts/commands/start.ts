import type { Env } from '../../config/env.ts';
import { openLog } from '../../config/logger.ts';
import { readSettings } from '../../config/settings.ts';
import { OFFICE } from '../../domain/people/office.ts';
import { connect } from '../../store/connection.ts';
import { officeKeys } from '../../store/keys.ts';
import { RedisThings } from '../../store/things.ts';
import { redisFor } from '../redis-for.ts';
import { RunFolder } from '../run-folder.ts';
import { Supervisor } from '../supervisor.ts';

/** `zhishou start`: the whole product in one process tree, ended by Ctrl-C or by the end of this process. */
export async function start(env: Env): Promise<void> {
  const startedMs = Date.now();
  const log = openLog(env, 'start');
  readSettings(env);
  const run = await RunFolder.claim(env.dataDir);
  const redis = await redisFor(env, {
    onTrouble: (message) => log.error({ message }, 'the embedded Redis is in trouble'),
  });
  const childEnv = { ...process.env, REDIS_URL: redis.url };
  const supervisor = new Supervisor({
    // What was started, built or from the sources, is what each process runs.
    script: process.argv[1]!,
    execArgv: process.execArgv,
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
    if (env.isLocal && (await isWithoutOffice(env, redis.url))) {
      const { takeSampleOffice } = await import('./sample-office.ts');
      await takeSampleOffice(env, redis.url);
    }
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

/** Asks the bare store: what an office is made of is loaded only where there is none yet. */
async function isWithoutOffice(env: Env, url: string): Promise<boolean> {
  const redis = await connect(url, 'producer');
  try {
    return (await new RedisThings(redis, officeKeys(env.ZHISHOU_OFFICE)).collectionSize(OFFICE)) === 0;
  } finally {
    redis.disconnect();
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
