import { byId, el } from './dom.js';

let opener;

function close(returnFocus) {
  const menu = byId('menu');
  if (menu.hidden) return;
  menu.hidden = true;
  if (returnFocus) opener?.focus();
}

/** A small menu beside what opened it; arrows move, Escape closes. */
export function showMenu(items, anchor, pointer) {
  const menu = byId('menu');
  opener = anchor;
  menu.replaceChildren(
    ...items.map(({ label, run }) =>
      el('button', {
        type: 'button',
        role: 'menuitem',
        text: label,
        onclick: () => {
          close(true);
          run();
        },
      }),
    ),
  );
  menu.hidden = false;
  const box = anchor.getBoundingClientRect();
  const x = pointer?.clientX ?? box.left;
  const y = pointer?.clientY ?? box.bottom + 4;
  const { offsetWidth, offsetHeight } = menu;
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - offsetWidth - 8))}px`;
  menu.style.top = `${y + offsetHeight > innerHeight - 8 ? Math.max(8, y - offsetHeight - 12) : y}px`;
  menu.querySelector('button')?.focus();
}

export function startMenu() {
  const menu = byId('menu');
  menu.addEventListener('keydown', (event) => {
    const buttons = [...menu.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length].focus();
    else if (event.key === 'ArrowUp') buttons[(at - 1 + buttons.length) % buttons.length].focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!menu.contains(event.target)) close(false);
  });
  byId('messages').addEventListener('scroll', () => close(false), { passive: true });
}
