import { api } from './chat-api.js';
import { avatar, byId, el, notice } from './dom.js';
import { BOT, loadPeople, store } from './store.js';

function showMembers() {
  const room = store.rooms.get(store.open);
  if (!room) return;
  byId('members-title').textContent = `群成员（${room.members.length}）`;
  byId('members-list').replaceChildren(
    ...room.members.map(({ id, name }) =>
      el('li', {}, avatar(id, name), el('span', { text: id === store.me ? `${name}（我）` : name })),
    ),
  );
  byId('members-sheet').showModal();
}

function showAdd() {
  const people = [...store.contacts.values()].filter(({ id }) => id !== BOT);
  byId('room-members').replaceChildren(
    ...people.map(({ id, name }) =>
      el(
        'label',
        { class: 'choice' },
        el('input', { type: 'checkbox', value: id, checked: id === store.me }),
        el('span', { text: name }),
      ),
    ),
  );
  byId('add-sheet').showModal();
}

async function submit(work, done) {
  try {
    const made = await work();
    await loadPeople();
    byId('add-sheet').close();
    done(made);
  } catch (error) {
    notice(error.message);
  }
}

/** `becomes` is called with a new person's id, `opens` with a new room's. */
export function startSheets({ becomes, opens }) {
  byId('members-button').addEventListener('click', showMembers);
  byId('add').addEventListener('click', showAdd);
  byId('person-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const name = byId('person-name').value.trim();
    if (name === '') return;
    submit(
      () => api.addContact(name),
      ({ id }) => {
        byId('person-name').value = '';
        becomes(id);
      },
    );
  });
  byId('room-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const members = [...byId('room-members').querySelectorAll('input:checked')].map(({ value }) => value);
    if (members.length === 0) {
      notice('请至少选一位成员');
      return;
    }
    submit(
      () => api.addRoom(byId('room-topic').value.trim(), members),
      ({ id }) => {
        byId('room-topic').value = '';
        opens(id);
      },
    );
  });
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  }
}
