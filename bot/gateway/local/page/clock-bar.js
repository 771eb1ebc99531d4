import { api } from './chat-api.js';
import { byId, notice } from './dom.js';
import { atShanghai, shanghai, tomorrow } from './shanghai-time.js';

let offsetMs = 0;
let listener = () => {};

/** The product's time, which may have been moved. */
export function productNow() {
  return new Date(Date.now() + offsetMs);
}

function took({ now }) {
  const moved = Math.abs(Date.parse(now) - productNow().getTime()) > 2000;
  offsetMs = Date.parse(now) - Date.now();
  show();
  if (moved) listener();
}

function show() {
  const now = productNow();
  const { year, month, date, weekday, time, day } = shanghai(now);
  byId('clock-day').textContent = `${year}年${month}月${date}日 ${weekday}`;
  byId('clock-day').dateTime = day;
  byId('clock-time').textContent = time;
  const field = byId('clock-field');
  if (document.activeElement !== field && !field.dataset.touched) field.value = `${day}T${time}`;
}

async function move(change) {
  try {
    took(await api.moveClock(change));
  } catch (error) {
    notice(error.message);
  }
}

/** Starts the clock bar; `onMoved` is called when the product's time was moved. */
export async function startClock(onMoved) {
  listener = onMoved;
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => move({ advance: Number(button.dataset.advance) }));
  }
  const morning = document.querySelector('[data-tomorrow]');
  morning.addEventListener('click', () => move({ now: atShanghai(tomorrow(productNow()), morning.dataset.tomorrow) }));
  const field = byId('clock-field');
  field.addEventListener('input', () => {
    field.dataset.touched = 'yes';
  });
  byId('clock-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [day, time] = field.value.split('T');
    delete field.dataset.touched;
    await move({ now: atShanghai(day, time.slice(0, 5)) });
  });

  setInterval(show, 1000);
  setInterval(() => api.clock().then(took, () => {}), 10_000);
  await api.clock().then(took, (error) => notice(error.message));
}
