import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { createWechatyGateway } from '../../bot/gateway/wechaty-gateway.ts';
import { openFileStore } from '../../store/files/file-store.ts';

/** A bot in a process of its own that writes down what it took: `local-chat-bot.ts URL DIR`. */
const [url = '', dir = ''] = process.argv.slice(2);

const gateway = createWechatyGateway({
  puppet: { name: 'local', options: { url } },
  pace: { gapMs: 0, jitterMs: 0, perMinute: 0 },
  files: openFileStore(`${dir}/files`),
  logger: pino({ level: 'silent' }),
  now: () => new Date(),
});

gateway.start({
  async message({ id }) {
    await pause(10);
    appendFileSync(`${dir}/taken`, `${id}\n`);
  },
  own: () => {},
  state: (state) => console.log(state),
  scan: () => {},
});
