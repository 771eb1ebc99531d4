/** Builds an element; text is always set as text, never as markup. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else if (name === 'class') element.className = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

let noticeTimer;

/** Says one line at the foot of the page for a few seconds. */
export function notice(text) {
  const box = byId('notice');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => {
    box.hidden = true;
  }, 4000);
}

const COLOURS = [
  '#4a7fb5',
  '#3f9c8b',
  '#b5764a',
  '#8a6bb0',
  '#c26a6a',
  '#5a8f4f',
  '#a07d2c',
  '#4f6fa8',
  '#9b5a86',
  '#5f8791',
];

/** A square with the first character of the name, always the same colour for the same person. */
export function avatar(id, name) {
  const box = el('span', { class: 'avatar', 'aria-hidden': 'true' });
  paintAvatar(box, id, name);
  return box;
}

export function paintAvatar(box, id, name) {
  const bot = id === 'zhishou';
  box.textContent = [...(name || '?')][0];
  box.dataset.kind = bot ? 'bot' : 'person';
  const sum = [...id].reduce((total, char) => (total * 31 + char.codePointAt(0)) % 9973, 7);
  box.style.setProperty('--avatar', bot ? '#07c160' : COLOURS[sum % COLOURS.length]);
}

/** A room's picture: up to four of its members. */
export function roomAvatar(members) {
  const box = el('span', { class: 'avatar room', 'aria-hidden': 'true' });
  box.append(...members.slice(0, 4).map(({ id, name }) => avatar(id, name)));
  return box;
}
