import { Hono } from 'hono';
import type { FileStore } from '../../../store/files/file-store.ts';
import type { Chat } from './chat.ts';
import { messagesWanted, waitFor } from './chat-streams.ts';
import { ChatRefusal } from './chat-types.ts';
import { messageView } from './chat-views.ts';
import { contentTypeOf, isShownInPage } from './content-types.ts';
import {
  type ChatLimits,
  checkText,
  fileBytes,
  messageRequest,
  messagesQuery,
  readBody,
  readQuery,
  recallRequest,
} from './requests.ts';

/** Writing, reading and taking back messages, and the files in them. */
export function talkRoutes(chat: Chat, files: FileStore, limits: ChatLimits, closing: AbortSignal): Hono {
  const routes = new Hono();

  routes.post('/local/messages', async (context) => {
    const { room, to, from, text, mentions, quote, file } = readBody(context, messageRequest);
    checkText(text, limits);
    if (text.trim() === '' && !file) throw new ChatRefusal(400, 'empty-message', 'a message needs a text or a file');
    const stored = file ? await files.put(fileBytes(file, limits), file.name) : undefined;
    const { id } = chat.post({
      from,
      text,
      mentions,
      ...(room && { room }),
      ...(to && { to }),
      ...(quote && { quote }),
      ...(stored && { file: stored }),
    });
    return context.json({ id });
  });

  routes.get('/local/messages', async (context) => {
    const { wait, ...wanted } = readQuery(context, messagesQuery);
    const signal = AbortSignal.any([context.req.raw.signal, closing]);
    const messages = await waitFor(chat, wait, signal, () => {
      const answer = messagesWanted(chat.state, wanted);
      return { answer, enough: answer.length > 0 };
    });
    return context.json(messages);
  });

  routes.get('/local/messages/:id', (context) =>
    context.json(messageView(chat.state, chat.state.message(context.req.param('id')))),
  );

  routes.post('/local/recall', async (context) => {
    const { id } = readBody(context, recallRequest);
    return context.json(messageView(chat.state, chat.recall(id)));
  });

  routes.get('/local/files/:sha256/:name', async (context) => {
    const { sha256, name } = context.req.param();
    const bytes = await files.get(sha256).catch(() => {
      throw new ChatRefusal(404, 'unknown-file', `there is no file ${sha256.slice(0, 80)} in this chat`);
    });
    const disposition = isShownInPage(name) ? 'inline' : 'attachment';
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': contentTypeOf(name),
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, max-age=86400',
    });
  });

  return routes;
}
