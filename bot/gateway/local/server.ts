import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { FILE_LIMIT_BYTES, openFileStore } from '../../../store/files/file-store.ts';
import { accountRoutes } from './account-routes.ts';
import { readBodies } from './body.ts';
import { Chat } from './chat.ts';
import { type ChatCast, type ChatClock, ChatRefusal } from './chat-types.ts';
import { ownPageOnly, safeHeaders } from './guards.ts';
import { pageRoutes } from './page-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import type { ChatLimits } from './requests.ts';
import { talkRoutes } from './talk-routes.ts';

export type { ChatCast, ChatClock } from './chat-types.ts';

export interface LocalChatOptions {
  /** The chat's own folder: `chat.jsonl` and `files/`. One server at a time. */
  readonly dir: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly cast: ChatCast;
  readonly clock: ChatClock;
  readonly maxTextChars?: number;
  readonly maxFileBytes?: number;
}

export interface LocalChat {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the local chat: what Tencent's servers are to the product, with its memory on disk. Rejects when the port is taken. */
export async function startLocalChat(options: LocalChatOptions): Promise<LocalChat> {
  const limits = { textChars: options.maxTextChars ?? 100_000, fileBytes: options.maxFileBytes ?? FILE_LIMIT_BYTES };
  const closing = new AbortController();
  const chat = new Chat(options.dir, options.cast, options.clock);
  const files = openFileStore(join(options.dir, 'files'), limits.fileBytes);

  const app = chatApp(options.host, limits);
  app.route('/', pageRoutes());
  app.route('/', peopleRoutes(chat));
  app.route('/', talkRoutes(chat, files, limits, closing.signal));
  app.route('/', accountRoutes(chat, options.clock, closing.signal));

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await listen(server, options).catch((error) => {
    chat.close();
    throw error;
  });

  let closed: Promise<void> | undefined;
  const end = async () => {
    closing.abort();
    await stopListening(server);
    chat.close();
  };
  return {
    url: urlOf(server, options.host),
    close() {
      closed ??= end();
      return closed;
    },
  };
}

/** Answers what is under way, then ends every connection. */
async function stopListening(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 10);
  const late = setTimeout(() => server.closeAllConnections(), 1000);
  await ended;
  clearInterval(idle);
  clearTimeout(late);
}

function chatApp(host: string, limits: ChatLimits): Hono {
  const app = new Hono();
  app.use(safeHeaders);
  app.onError((error, context) => {
    if (error instanceof ChatRefusal) return context.json({ error: error.message, code: error.code }, error.status);
    return context.json({ error: `the local chat failed: ${error.message}`, code: 'failed' }, 500);
  });
  app.notFound((context) =>
    context.json({ error: `there is nothing at ${context.req.method} ${context.req.path}`, code: 'unknown-path' }, 404),
  );
  app.use(ownPageOnly(host));
  app.use(readBodies(limits));
  return app;
}

function listen(server: Server, { port, host }: LocalChatOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}
