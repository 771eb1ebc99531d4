import { contentOf } from './chat-list.js';
import { productNow } from './clock-bar.js';
import { avatar, byId, el } from './dom.js';
import { fullTime, shortTime } from './shanghai-time.js';
import { nameOf, store } from './store.js';

const LONG_CHARS = 900;
const LONG_LINES = 24;
const PAUSE_MS = 5 * 60_000;

/** A line with the time, where more than five minutes lie between two messages. */
export function timeLine(message, before) {
  const at = Date.parse(message.at);
  const gap = before ? Math.abs(at - Date.parse(before.at)) : Number.POSITIVE_INFINITY;
  if (gap < PAUSE_MS) return undefined;
  return el(
    'p',
    { class: 'time-line' },
    el('time', { datetime: message.at, 'data-at': message.at, text: shortTime(new Date(at), productNow()) }),
  );
}

/** One message. `quoted` is the message it answers, where there is one. */
export function bubble(message, quoted, openMenu) {
  if (message.recalled) return recalledLine(message);
  const mine = message.from === store.me;
  const name = nameOf(message.from);
  const body = el('div', { class: 'content' });
  if (message.room !== null && !mine) body.append(el('span', { class: 'name', text: name }));
  if (message.file) body.append(filePart(message.file));
  if (message.text !== '') body.append(textPart(message));
  if (message.quote !== null) body.append(quotePart(quoted));

  const menuButton = el(
    'button',
    { type: 'button', class: 'round small more', 'aria-label': `${name} 的消息：更多操作`, 'aria-haspopup': 'menu' },
    el('span', { 'aria-hidden': 'true', text: '⋯' }),
  );
  menuButton.addEventListener('click', () => openMenu(message, menuButton));
  body.addEventListener('contextmenu', (event) => {
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    openMenu(message, body, event);
  });

  return el(
    'article',
    {
      class: `message ${mine ? 'mine' : 'theirs'}`,
      'data-id': message.id,
      'aria-label': `${mine ? '我' : name}，${fullTime(new Date(message.at))}`,
    },
    avatar(message.from, name),
    body,
    menuButton,
  );
}

function recalledLine(message) {
  const who = message.from === store.me ? '你' : nameOf(message.from);
  return el('p', { class: 'time-line', 'data-id': message.id }, el('span', { text: `${who}撤回了一条消息` }));
}

function textPart(message) {
  const text = el('div', { class: 'bubble' }, ...withMentions(message));
  const isLong = message.text.length > LONG_CHARS || message.text.split('\n', LONG_LINES + 1).length > LONG_LINES;
  if (!isLong) return text;
  text.classList.add('folded');
  const unfold = el('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false', text: '展开全文' });
  unfold.addEventListener('click', () => {
    const folded = text.classList.toggle('folded');
    unfold.textContent = folded ? '展开全文' : '收起';
    unfold.setAttribute('aria-expanded', String(!folded));
  });
  return el('div', { class: 'long' }, text, unfold);
}

/** The text with the names of those who are really mentioned set off. */
function withMentions({ text, mentions }) {
  const names = mentions.map((id) => (id === 'notify@all' ? '所有人' : nameOf(id)));
  if (names.length === 0) return [text];
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length);
  const pieces = text.split(new RegExp(`([@＠](?:${escaped.join('|')}))`));
  return pieces.map((piece, index) => (index % 2 === 1 ? el('span', { class: 'at', text: piece }) : piece));
}

function quotePart(quoted) {
  const text = !quoted
    ? '原消息'
    : quoted.recalled
      ? '引用的消息已撤回'
      : `${nameOf(quoted.from)}：${contentOf(quoted)}`;
  return el('div', { class: 'quoted' }, el('span', { text }));
}

function filePart(file) {
  if (file.kind === 'image') {
    const image = el('img', { src: file.url, alt: file.name, loading: 'lazy' });
    image.addEventListener('error', () => image.closest('button').replaceWith(fileCard(file)));
    return el(
      'button',
      { type: 'button', class: 'picture-message', 'aria-label': `查看图片 ${file.name}`, onclick: () => preview(file) },
      image,
    );
  }
  return fileCard(file);
}

function fileCard(file) {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase() ?? '文件';
  return el(
    'a',
    { class: 'file-card', href: file.url, download: file.name },
    el('span', { class: 'file-name', text: file.name }),
    el('span', { class: 'file-size', text: sizeOf(file.size) }),
    el('span', { class: 'file-kind', 'data-kind': ending, 'aria-hidden': 'true', text: ending }),
  );
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function preview(file) {
  const image = byId('preview-image');
  image.src = file.url;
  image.alt = file.name;
  byId('preview').showModal();
}
