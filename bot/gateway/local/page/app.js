import { api } from './chat-api.js';
import { drawChats } from './chat-list.js';
import { startClock } from './clock-bar.js';
import { startComposer, switchDraft } from './composer.js';
import { byId, el, notice, paintAvatar } from './dom.js';
import { startMenu } from './message-menu.js';
import { addMessage, redrawTimes, replaceMessage, showMessages, startPane } from './message-pane.js';
import { startSheets } from './people-sheets.js';
import {
  BOT,
  chatOf,
  loadChats,
  loadPeople,
  markRead,
  nameOf,
  openChat,
  rememberedMe,
  rememberMe,
  store,
} from './store.js';

const isWide = () => matchMedia('(min-width: 720px)').matches;

function drawMe() {
  const people = [...store.contacts.values()].filter(({ id }) => id !== BOT);
  byId('me').replaceChildren(
    ...people.map(({ id, name }) => el('option', { value: id, text: name, selected: id === store.me })),
  );
  paintAvatar(byId('me-avatar'), store.me, nameOf(store.me));
}

function drawHead() {
  const chat = openChat();
  byId('title').textContent = chat?.title ?? '';
  const room = chat?.kind === 'room' ? store.rooms.get(chat.id) : undefined;
  byId('members-button').hidden = !room;
  byId('members-button').textContent = room ? `${room.members.length} 人` : '';
  byId('members-button').setAttribute('aria-label', room ? `查看 ${room.members.length} 位群成员` : '');
}

function redraw() {
  drawMe();
  drawHead();
  drawChats(choose);
}

async function open(id) {
  const chat = store.chats.find((one) => one.id === id);
  if (!chat) return;
  if (store.open !== id) switchDraft(store.open && `${store.me} ${store.open}`, `${store.me} ${id}`);
  store.open = id;
  markRead(chat);
  redraw();
  await showMessages(chat).catch((error) => notice(error.message));
}

/** On a phone the chat covers the list, and the back gesture uncovers it. */
function choose(id) {
  if (!isWide() && document.body.dataset.view !== 'chat') history.pushState({ view: 'chat' }, '');
  document.body.dataset.view = 'chat';
  open(id);
}

function showList() {
  document.body.dataset.view = 'list';
  drawChats(choose);
}

async function become(id) {
  const wasOpen = openChat();
  if (store.open) switchDraft(`${store.me} ${store.open}`, `${id} ${store.open}`);
  rememberMe(id);
  store.open = undefined;
  await loadChats();
  const same = wasOpen?.kind === 'room' && store.chats.find((chat) => chat.id === wasOpen.id);
  const next = same || store.chats.find(({ kind }) => kind === 'private');
  redraw();
  if (next) await open(next.id);
}

/** After a break: what was open stays open, and what is being written stays too. */
async function refresh() {
  await loadChats();
  redraw();
  const chat = openChat();
  if (chat) await showMessages(chat);
}

async function take(event) {
  if (event.kind === 'message') {
    const chat = store.chats.find(({ id }) => id === chatOf(event.message));
    if (!chat) return;
    if (chat.last?.id < event.message.id || !chat.last) {
      chat.last = event.message;
      chat.count += 1;
    }
    if (chat.id !== store.open) return;
    await addMessage(event.message, event.quoted);
    if (document.visibilityState === 'visible' && (isWide() || document.body.dataset.view === 'chat')) markRead(chat);
  } else if (event.kind === 'recall') {
    for (const chat of store.chats) if (chat.last?.id === event.message.id) chat.last = event.message;
    replaceMessage(event.message);
  } else if (event.kind === 'contact' || event.kind === 'room') {
    await loadPeople();
    await loadChats();
  }
}

/** Follows the feed for ever; after a break everything is loaded anew, because the server may be another one. */
async function follow() {
  let after;
  let pauseMs = 500;
  for (;;) {
    try {
      if (after === undefined) {
        after = (await api.session()).seq;
        await loadPeople();
        await (openChat() ? refresh() : become(store.me || rememberedMe()));
      }
      const { next, events, loggedIn } = await api.feed(after);
      byId('account').hidden = loggedIn;
      after = next;
      for (const event of events) await take(event);
      if (events.length > 0) redraw();
      pauseMs = 500;
    } catch (error) {
      notice(error.message);
      after = undefined;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs = Math.min(pauseMs * 2, 8000);
    }
  }
}

startMenu();
startPane();
startComposer();
startSheets({ becomes: become, opens: (id) => loadChats().then(() => choose(id)) });
startClock(() => {
  redrawTimes();
  drawChats(choose);
});
byId('me').addEventListener('change', (event) => become(event.target.value).catch((error) => notice(error.message)));
byId('back').addEventListener('click', () => (history.state?.view === 'chat' ? history.back() : showList()));
byId('account-login').addEventListener('click', () =>
  api.login().then(
    () => {
      byId('account').hidden = true;
    },
    (error) => notice(error.message),
  ),
);
addEventListener('popstate', showList);
document.addEventListener('visibilitychange', () => {
  const chat = openChat();
  if (document.visibilityState !== 'visible' || !chat) return;
  markRead(chat);
  drawChats(choose);
});
follow();
