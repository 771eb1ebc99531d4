import { Hono } from 'hono';
import type { Chat } from './chat.ts';
import { accountEventsAfter, type EventBatch, feedAfter, waitFor } from './chat-streams.ts';
import { type ChatClock, ChatRefusal } from './chat-types.ts';
import { sessionView } from './chat-views.ts';
import {
  acknowledgement,
  clockRequest,
  loginRequest,
  logoutRequest,
  readBody,
  readQuery,
  streamQuery,
} from './requests.ts';

/** The bot's account: its session, what it gets to see, and the clock of the product. */
export function accountRoutes(chat: Chat, clock: ChatClock, closing: AbortSignal): Hono {
  const routes = new Hono();

  const stream = (path: string, start: () => number, batch: (after: number) => EventBatch) =>
    routes.get(path, async (context) => {
      const { after = start(), wait } = readQuery(context, streamQuery);
      const signal = AbortSignal.any([context.req.raw.signal, closing]);
      const answer = await waitFor(chat, wait, signal, () => {
        const found = batch(after);
        return { answer: found, enough: found.events.length > 0 };
      });
      return context.json({ ...sessionView(chat), ...answer });
    });

  stream(
    '/local/events',
    () => chat.state.acknowledged,
    (after) => accountEventsAfter(chat.state, after),
  );
  stream(
    '/local/feed',
    () => chat.state.seq,
    (after) => feedAfter(chat.state, after),
  );

  routes.post('/local/events/acknowledge', async (context) => {
    chat.acknowledge(readBody(context, acknowledgement).upTo);
    return context.json({ acknowledged: chat.state.acknowledged });
  });

  routes.get('/local/session', (context) => context.json({ ...sessionView(chat), seq: chat.state.seq }));
  routes.post('/local/logout', async (context) => {
    chat.logout(readBody(context, logoutRequest).reason);
    return context.json(sessionView(chat));
  });
  routes.post('/local/login', async (context) => {
    chat.login(readBody(context, loginRequest).gap);
    return context.json(sessionView(chat));
  });

  routes.get('/local/clock', (context) => context.json({ now: clock.now().toISOString() }));
  routes.post('/local/clock', async (context) => {
    const wanted = readBody(context, clockRequest);
    const to = 'now' in wanted ? new Date(wanted.now) : new Date(clock.now().getTime() + wanted.advance * 1000);
    const goesBack = to < clock.now();
    if (goesBack && chat.hasSpoken)
      throw new ChatRefusal(
        409,
        'clock-stays',
        'the clock only goes forward once something was said; for an earlier time start with an empty data folder',
      );
    const became = await (goesBack ? clock.beginAt(to) : clock.move(to)).catch((error: Error) => {
      throw new ChatRefusal(409, 'clock-stays', `the clock cannot be moved: ${error.message}`);
    });
    return context.json({ now: became.toISOString() });
  });

  return routes;
}
