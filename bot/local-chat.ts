import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, officeFilePath } from '../config/env.ts';
import { openLog } from '../config/logger.ts';
import { readOfficeFile } from '../config/office-file.ts';
import type { Running } from '../config/process.ts';
import { readSettings } from '../config/settings.ts';
import { playTo } from '../store/fast-forward.ts';
import { openOffice } from '../store/open-office.ts';
import { Ticks } from '../store/ticks.ts';
import { beginAt } from './begin-at.ts';
import { startLocalChat } from './gateway/local/server.ts';

/** A process of its own, as Tencent would be: killing the bot does not kill the chat. */
export async function runLocalChat(env: Env & { REDIS_URL: string }): Promise<Running> {
  const log = openLog(env, 'chat');
  const office = await openOffice({
    url: env.REDIS_URL,
    office: env.ZHISHOU_OFFICE,
    onTrouble: () => {},
    onSkew: () => {},
  });
  const settings = readSettings(env);
  const ticks = new Ticks(office.redis, office.keys);
  const chat = await startLocalChat({
    dir: join(env.dataDir, 'chat'),
    port: env.ZHISHOU_CHAT_PORT,
    host: env.ZHISHOU_CHAT_HOST,
    cast: sampleCast(env),
    clock: {
      now: () => office.clock.now(),
      async move(to) {
        await playTo(to.getTime(), { redis: office.redis, keys: office.keys, clock: office.clock, ticks });
        return office.clock.now();
      },
      async beginAt(to) {
        await beginAt(to, office, settings, ticks);
        return office.clock.now();
      },
    },
  });
  log.info({ url: chat.url }, 'local chat is ready');
  return {
    async stop() {
      await chat.close();
      await ticks.close();
      await office.close();
    },
  };
}

/** The people and rooms of the office file; only those are put in whom the chat's own log does not know. */
function sampleCast(env: Env) {
  const { office, problems } = readOfficeFile(readFileSync(officeFilePath(env), 'utf8'));
  if (!office) throw new Error(`the office file has ${problems.length} problems; run "zhishou check"`);
  return { botName: '值守', ...office.chat };
}
