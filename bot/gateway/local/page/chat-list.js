import { productNow } from './clock-bar.js';
import { avatar, byId, el, roomAvatar } from './dom.js';
import { listTime } from './shanghai-time.js';
import { BOT, nameOf, store, unreadIn } from './store.js';

/** One line that says what the last message was. */
export function summaryOf(message) {
  if (!message) return '';
  const who = message.room === null || message.from === store.me ? '' : `${nameOf(message.from)}：`;
  if (message.recalled) return `${message.from === store.me ? '你' : nameOf(message.from)}撤回了一条消息`;
  return who + contentOf(message);
}

export function contentOf(message) {
  const text = message.text.slice(0, 200).replace(/\s+/g, ' ');
  if (!message.file) return text;
  const file = message.file.kind === 'image' ? '[图片]' : `[文件] ${message.file.name}`;
  return text ? `${file} ${text}` : file;
}

const newestFirst = (a, b) => (b.last?.id ?? '').localeCompare(a.last?.id ?? '') || (a.kind === 'private' ? -1 : 1);

/** Draws the list of chats, newest first; `choose` is called with the id of the one that was picked. */
export function drawChats(choose) {
  const list = byId('chats');
  const focused = document.activeElement?.closest('.chat-item')?.dataset.chat;
  list.replaceChildren(...[...store.chats].sort(newestFirst).map((chat) => el('li', {}, chatItem(chat, choose))));
  if (focused) list.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  const unread = store.chats.reduce((total, chat) => total + (chat.id === store.open ? 0 : unreadIn(chat)), 0);
  document.title = unread > 0 ? `(${unread}) 值守 · 本地聊天` : '值守 · 本地聊天';
}

function chatItem(chat, choose) {
  const unread = chat.id === store.open && isShown() ? 0 : unreadIn(chat);
  const picture = chat.kind === 'room' ? roomAvatar(store.rooms.get(chat.id)?.members ?? []) : avatar(BOT, chat.title);
  return el(
    'button',
    {
      type: 'button',
      class: 'chat-item',
      'data-chat': chat.id,
      'aria-current': chat.id === store.open && 'true',
      onclick: () => choose(chat.id),
    },
    el('span', { class: 'picture' }, picture, unread > 0 ? badge(unread) : null),
    el('span', { class: 'chat-title', text: chat.title }),
    el('time', { class: 'chat-time', text: chat.last ? listTime(new Date(chat.last.at), productNow()) : '' }),
    el('span', { class: 'chat-last', text: summaryOf(chat.last) }),
  );
}

const isShown = () => document.body.dataset.view === 'chat' || matchMedia('(min-width: 720px)').matches;

function badge(unread) {
  return el('span', { class: 'badge', 'aria-label': `${unread} 条未读`, text: unread > 99 ? '99+' : String(unread) });
}
