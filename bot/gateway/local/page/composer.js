import { sizeOf } from './bubbles.js';
import { api } from './chat-api.js';
import { contentOf } from './chat-list.js';
import { byId, el, notice } from './dom.js';
import { closeMentions, mentionKey, mentionsIn, startMentions } from './mention-popup.js';
import { nameOf, openChat, store } from './store.js';

const LARGEST_FILE = 20 * 1024 * 1024;
let waiting = [];
let quoted;
let sending = false;
const drafts = new Map();

const textBox = () => byId('text');

function resize() {
  const box = textBox();
  box.style.height = 'auto';
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  byId('send').disabled = sending || (box.value.trim() === '' && waiting.length === 0);
}

export function quoteMessage(message) {
  quoted = message;
  byId('quote-bar').hidden = !message;
  byId('quote-text').textContent = message ? `${nameOf(message.from)}：${contentOf(message)}` : '';
  if (message) textBox().focus();
}

/** Keeps what was being written in one chat while another is open. */
export function switchDraft(from, to) {
  if (from) drafts.set(from, textBox().value);
  textBox().value = drafts.get(to) ?? '';
  waiting = [];
  quoteMessage(undefined);
  drawTray();
}

function addFiles(files) {
  for (const file of files) {
    if (file.size > LARGEST_FILE) notice(`${file.name} 超过 20 MB，发不出去`);
    else if (file.size === 0) notice(`${file.name} 是空文件`);
    else waiting.push(file);
  }
  drawTray();
}

function drawTray() {
  byId('tray').replaceChildren(
    ...waiting.map((file) => {
      const remove = el('button', {
        type: 'button',
        class: 'round small',
        'aria-label': `去掉 ${file.name}`,
        text: '×',
      });
      remove.addEventListener('click', () => {
        waiting = waiting.filter((one) => one !== file);
        drawTray();
      });
      return el(
        'li',
        {},
        el('span', { class: 'tray-name', text: file.name }),
        el('span', { class: 'tray-size', text: sizeOf(file.size) }),
        remove,
      );
    }),
  );
  resize();
}

const base64Of = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** Text first, then each file as a message of its own, as WeChat does it. */
async function send() {
  const chat = openChat();
  const text = textBox().value;
  if (!chat || sending || (text.trim() === '' && waiting.length === 0)) return;
  sending = true;
  resize();
  const place = chat.kind === 'room' ? { room: chat.id } : { to: 'zhishou' };
  try {
    if (text.trim() !== '') {
      const mentions = chat.kind === 'room' ? mentionsIn(text) : [];
      await api.send({ ...place, from: store.me, text: text.trimEnd(), mentions, ...(quoted && { quote: quoted.id }) });
      textBox().value = '';
      quoteMessage(undefined);
    }
    while (waiting.length > 0) {
      const [file] = waiting;
      await api.send({ ...place, from: store.me, file: { name: file.name, base64: await base64Of(file) } });
      waiting = waiting.slice(1);
    }
  } catch (error) {
    notice(error.message);
  } finally {
    sending = false;
    drawTray();
    textBox().focus();
  }
}

function startDrop() {
  const chat = byId('chat');
  const hint = byId('drop-hint');
  let depth = 0;
  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  chat.addEventListener('dragenter', (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    hint.hidden = false;
  });
  chat.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) hint.hidden = true;
  });
  chat.addEventListener('dragover', (event) => event.preventDefault());
  chat.addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    hint.hidden = true;
    addFiles(event.dataTransfer.files);
  });
}

export function startComposer() {
  startMentions();
  startDrop();
  const box = textBox();
  box.addEventListener('input', resize);
  box.addEventListener('keydown', (event) => {
    if (mentionKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    closeMentions();
    send();
  });
  box.addEventListener('paste', (event) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    addFiles(files);
  });
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  byId('attach').addEventListener('click', () => byId('files').click());
  byId('files').addEventListener('change', (event) => {
    addFiles(event.target.files);
    event.target.value = '';
  });
  byId('quote-drop').addEventListener('click', () => quoteMessage(undefined));
  resize();
}
