import { Hono } from 'hono';
import { z } from 'zod';
import type { Chat } from './chat.ts';
import { BOT_ID } from './chat-types.ts';
import { messageView, roomView } from './chat-views.ts';
import { contactChange, contactRequest, readBody, readQuery, roomChange, roomRequest } from './requests.ts';

/** Who is there, which rooms, and one person's list of chats. */
export function peopleRoutes(chat: Chat): Hono {
  const routes = new Hono();
  const { state } = chat;

  routes.get('/local/contacts', (context) => context.json([...state.contacts.values()]));
  routes.get('/local/contacts/:id', (context) => context.json(state.contact(context.req.param('id'))));
  routes.post('/local/contacts', async (context) => {
    const { name, id } = readBody(context, contactRequest);
    return context.json(chat.addContact(name, id));
  });
  routes.post('/local/contacts/:id', async (context) => {
    const change = readBody(context, contactChange);
    return context.json(chat.changeContact(context.req.param('id'), change));
  });

  routes.get('/local/rooms', (context) => context.json([...state.rooms.keys()].map((id) => roomView(state, id))));
  routes.get('/local/rooms/:id', (context) => context.json(roomView(state, state.room(context.req.param('id')).id)));
  routes.post('/local/rooms', async (context) => {
    const { topic, members, id } = readBody(context, roomRequest);
    return context.json(roomView(state, chat.addRoom(topic, members, id).id));
  });
  routes.post('/local/rooms/:id', async (context) => {
    const change = readBody(context, roomChange);
    return context.json(roomView(state, chat.changeRoom(context.req.param('id'), change).id));
  });

  routes.get('/local/chats', (context) => {
    const person = state.contact(readQuery(context, z.object({ as: z.string().min(1) })).as);
    const rooms = [...state.rooms.values()].filter(({ members }) => members.includes(person.id));
    const bot = state.contact(BOT_ID);
    return context.json([
      { kind: 'private', id: person.id, title: bot.name, ...summary(chat, person.id) },
      ...rooms.map(({ id, topic }) => ({ kind: 'room', id, title: topic, ...summary(chat, id) })),
    ]);
  });

  return routes;
}

function summary(chat: Chat, conversation: string) {
  const ids = chat.state.conversations.get(conversation) ?? [];
  const last = ids.at(-1);
  return {
    count: ids.length,
    last: last === undefined ? null : messageView(chat.state, chat.state.message(last)),
  };
}
