import { avatar, byId, el } from './dom.js';
import { store } from './store.js';

const SPACE = '\u2005';
const EVERYONE = { id: 'notify@all', name: '所有人' };
let found = [];
let chosen = 0;
let start = -1;

const textBox = () => byId('text');
const popup = () => byId('mentions');

function candidates() {
  const room = store.rooms.get(store.open);
  if (!room) return [];
  return [...room.members.filter(({ id }) => id !== store.me).sort((a) => (a.id === 'zhishou' ? -1 : 1)), EVERYONE];
}

/** Who is mentioned in this text, by id. */
export function mentionsIn(text) {
  return candidates()
    .filter(({ name }) =>
      new RegExp(`[@＠]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:[\\s\\u2005，,。：:]|$)`).test(text),
    )
    .map(({ id }) => id);
}

export function closeMentions() {
  popup().hidden = true;
  start = -1;
  textBox().removeAttribute('aria-activedescendant');
}

function refresh() {
  const box = textBox();
  const before = box.value.slice(0, box.selectionStart);
  const match = /[@＠]([^\s@＠\u2005]{0,20})$/.exec(before);
  found = match ? candidates().filter(({ name }) => name.includes(match[1])) : [];
  if (found.length === 0) {
    closeMentions();
    return;
  }
  start = match.index;
  chosen = 0;
  draw();
}

function draw() {
  popup().replaceChildren(
    ...found.map(({ id, name }, index) =>
      el(
        'div',
        {
          role: 'option',
          id: `mention-${index}`,
          'aria-selected': String(index === chosen),
          onmousedown: (event) => {
            event.preventDefault();
            choose(index);
          },
        },
        avatar(id, id === EVERYONE.id ? '全' : name),
        el('span', { text: name }),
      ),
    ),
  );
  popup().hidden = false;
  textBox().setAttribute('aria-activedescendant', `mention-${chosen}`);
  popup().children[chosen].scrollIntoView({ block: 'nearest' });
}

function choose(index) {
  const box = textBox();
  const end = box.selectionStart;
  const insert = `@${found[index].name}${SPACE}`;
  box.setRangeText(insert, start, end, 'end');
  closeMentions();
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
}

/** Puts `@名字` where the cursor is, as a tap on an avatar does. */
export function insertMention(name) {
  const box = textBox();
  box.setRangeText(`@${name}${SPACE}`, box.selectionStart, box.selectionEnd, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
  closeMentions();
  box.focus();
}

/** True when the key was for the popup. */
export function mentionKey(event) {
  if (popup().hidden || event.isComposing) return false;
  if (event.key === 'ArrowDown') chosen = (chosen + 1) % found.length;
  else if (event.key === 'ArrowUp') chosen = (chosen - 1 + found.length) % found.length;
  else if (event.key === 'Enter' || event.key === 'Tab') {
    choose(chosen);
    return true;
  } else if (event.key === 'Escape') {
    closeMentions();
    return true;
  } else return false;
  draw();
  return true;
}

export function startMentions() {
  const box = textBox();
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', 'mentions');
  box.addEventListener('input', refresh);
  box.addEventListener('click', refresh);
  box.addEventListener('blur', () => setTimeout(closeMentions, 100));
}
