import { bubble, timeLine } from './bubbles.js';
import { api } from './chat-api.js';
import { productNow } from './clock-bar.js';
import { quoteMessage } from './composer.js';
import { byId, notice } from './dom.js';
import { insertMention } from './mention-popup.js';
import { showMenu } from './message-menu.js';
import { shortTime } from './shanghai-time.js';
import { nameOf, openChat, store } from './store.js';

const PAGE = 60;
let shown = [];
const known = new Map();
let more = false;
let loading = false;

const pane = () => byId('messages');
const atFoot = () => pane().scrollHeight - pane().scrollTop - pane().clientHeight < 80;
const toFoot = () => {
  pane().scrollTop = pane().scrollHeight;
  byId('newer').hidden = true;
};

const wanted = (chat) => (chat.kind === 'room' ? { room: chat.id } : { with: chat.id });

/** Shows a chat from its end. */
export async function showMessages(chat) {
  const messages = await api.messages({ ...wanted(chat), last: PAGE });
  if (store.open !== chat.id) return;
  shown = messages;
  more = messages.length === PAGE;
  await learnQuoted(messages);
  draw();
  toFoot();
}

/** Adds what just arrived; stays where the reader is when that is further up. */
export async function addMessage(message, quoted) {
  if (quoted) known.set(quoted.id, quoted);
  if (shown.some(({ id }) => id === message.id)) return;
  const follow = atFoot() || message.from === store.me;
  const before = shown.at(-1);
  shown.push(message);
  const node = bubble(message, quotedOf(message), openMenu);
  if (message.from !== store.me) node.classList.add('fresh');
  const parts = [timeLine(message, before), node].filter(Boolean);
  pane().querySelector('.empty')?.remove();
  pane().append(...parts);
  if (follow) toFoot();
  else byId('newer').hidden = false;
}

export function replaceMessage(message) {
  known.set(message.id, message);
  const index = shown.findIndex(({ id }) => id === message.id);
  if (index < 0) return;
  shown[index] = message;
  const foot = atFoot();
  draw();
  if (foot) toFoot();
}

/** Times are told relative to now; after the clock has moved they read otherwise. */
export function redrawTimes() {
  for (const time of pane().querySelectorAll('time[data-at]')) {
    time.textContent = shortTime(new Date(time.dataset.at), productNow());
  }
}

function draw() {
  const scroll = pane().scrollTop;
  const nodes = shown.flatMap((message, index) => [
    timeLine(message, shown[index - 1]),
    bubble(message, quotedOf(message), openMenu),
  ]);
  pane().replaceChildren(...nodes.filter(Boolean));
  if (shown.length === 0) pane().append(emptyHint());
  pane().scrollTop = scroll;
}

function emptyHint() {
  const hint = document.createElement('p');
  hint.className = 'empty';
  hint.textContent = openChat()?.kind === 'private' ? '和值守说点什么，例如：我的待办' : '群里先 @值守，再说要办的事';
  return hint;
}

const quotedOf = (message) =>
  message.quote === null ? undefined : (shown.find(({ id }) => id === message.quote) ?? known.get(message.quote));

async function learnQuoted(messages) {
  const missing = messages
    .map(({ quote }) => quote)
    .filter((id) => id !== null && !known.has(id) && !shown.some((one) => one.id === id));
  const fetched = await Promise.all([...new Set(missing)].map((id) => api.message(id).catch(() => undefined)));
  for (const message of fetched) if (message) known.set(message.id, message);
}

async function loadEarlier() {
  const chat = openChat();
  if (!more || loading || !chat || shown.length === 0) return;
  loading = true;
  try {
    const earlier = await api.messages({ ...wanted(chat), before: shown[0].id, last: PAGE });
    if (store.open !== chat.id) return;
    more = earlier.length === PAGE;
    await learnQuoted(earlier);
    const height = pane().scrollHeight;
    shown = [...earlier, ...shown];
    draw();
    pane().scrollTop = pane().scrollHeight - height;
  } catch (error) {
    notice(error.message);
  } finally {
    loading = false;
  }
}

function openMenu(message, anchor, pointer) {
  const items = [{ label: '引用', run: () => quoteMessage(message) }];
  if (message.text !== '') items.push({ label: '复制', run: () => copy(message.text) });
  if (message.room !== null && message.from !== store.me) {
    items.push({ label: `@${nameOf(message.from)}`, run: () => insertMention(nameOf(message.from)) });
  }
  if (message.from === store.me)
    items.push({ label: '撤回', run: () => api.recall(message.id).catch((error) => notice(error.message)) });
  showMenu(items, anchor, pointer);
}

function copy(text) {
  navigator.clipboard?.writeText(text).then(
    () => notice('已复制'),
    () => notice('浏览器不让复制，请手动选取'),
  );
}

export function startPane() {
  pane().addEventListener(
    'scroll',
    () => {
      if (pane().scrollTop < 120) loadEarlier();
      if (atFoot()) byId('newer').hidden = true;
    },
    { passive: true },
  );
  byId('newer').addEventListener('click', toFoot);
  pane().addEventListener('load', (event) => event.target.tagName === 'IMG' && stayAtFoot(event.target), true);
}

/** A picture that arrives after its place was laid out pushes the foot away. */
function stayAtFoot(image) {
  if (pane().scrollHeight - pane().scrollTop - pane().clientHeight < image.clientHeight + 120) toFoot();
}
