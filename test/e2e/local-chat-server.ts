import { startLocalChat } from '../../bot/gateway/local/server.ts';
import { CAST, testClock } from '../bot/gateway/chat-world.ts';

/** A local chat in a process of its own: `local-chat-server.ts DIR PORT`. */
const [dir = '', port = '0'] = process.argv.slice(2);

startLocalChat({ dir, port: Number(port), host: '127.0.0.1', cast: CAST, clock: testClock() }).then(({ url }) =>
  console.log(url),
);
