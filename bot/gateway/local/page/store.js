import { api } from './chat-api.js';

/** What the page knows. Everything else is asked from the server. */
export const store = {
  me: '',
  contacts: new Map(),
  rooms: new Map(),
  /** Chats of the person we play: { kind, id, title, count, last }. */
  chats: [],
  /** Id of the open chat, or undefined. */
  open: undefined,
};

export const BOT = 'zhishou';

export const nameOf = (id) => store.contacts.get(id)?.name ?? id;
export const openChat = () => store.chats.find(({ id }) => id === store.open);

/** The chat a message belongs to, from where we sit; undefined when we do not see it. */
export function chatOf(message) {
  if (message.room !== null) return message.room;
  return message.from === BOT ? message.to : message.from;
}

export async function loadPeople() {
  const [contacts, rooms] = await Promise.all([api.contacts(), api.rooms()]);
  store.contacts = new Map(contacts.map((contact) => [contact.id, contact]));
  store.rooms = new Map(rooms.map((room) => [room.id, room]));
}

export async function loadChats() {
  store.chats = await api.chats(store.me);
}

const readKey = (chat) => `zhishou.read.${store.me}.${chat}`;

/** How many messages of a chat this person has not seen in this browser. */
export function unreadIn(chat) {
  const read = Number(localStorage.getItem(readKey(chat.id)) ?? 0);
  return Math.max(0, chat.count - read);
}

export function markRead(chat) {
  localStorage.setItem(readKey(chat.id), String(chat.count));
}

/** Remembers whom we play, also over a reload. */
export function rememberMe(id) {
  store.me = id;
  localStorage.setItem('zhishou.me', id);
}

export function rememberedMe() {
  const saved = localStorage.getItem('zhishou.me');
  if (saved && saved !== BOT && store.contacts.has(saved)) return saved;
  return [...store.contacts.keys()].find((id) => id !== BOT) ?? BOT;
}
