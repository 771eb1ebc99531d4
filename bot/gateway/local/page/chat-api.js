/** The chat's HTTP interface. A refusal becomes an Error whose message is what the person reads. */

const SAID = {
  'not-friend': '对方还不是朋友，发不出去',
  'not-a-member': '你不在这个群里',
  'text-too-long': '文字太长，请分成几条发',
  'file-too-large': '文件超过 20 MB，发不出去',
  'too-large': '内容太大，发不出去',
  'clock-stays': '时间拨不动',
  'id-taken': '已经有了',
  unreachable: '连不上聊天服务，正在重试',
};

export class ChatError extends Error {
  constructor(code, detail) {
    super(SAID[code] ?? `没有办成：${detail}`);
    this.code = code;
  }
}

async function ask(path, init) {
  const response = await fetch(path, init).catch((error) => {
    if (error.name === 'AbortError') throw error;
    throw new ChatError('unreachable', error.message);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ChatError(answer.code ?? 'failed', answer.error ?? `HTTP ${response.status}`);
  return answer;
}

const get = (path, signal) => ask(path, { signal });
const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const query = (params) => new URLSearchParams(params).toString();

export const api = {
  contacts: () => get('/local/contacts'),
  rooms: () => get('/local/rooms'),
  chats: (me) => get(`/local/chats?${query({ as: me })}`),
  session: () => get('/local/session'),
  feed: (after, signal) => get(`/local/feed?${query({ after, wait: 25 })}`, signal),
  messages: (params, signal) => get(`/local/messages?${query(params)}`, signal),
  message: (id) => get(`/local/messages/${encodeURIComponent(id)}`),
  send: (message) => post('/local/messages', message),
  recall: (id) => post('/local/recall', { id }),
  addContact: (name) => post('/local/contacts', { name }),
  addRoom: (topic, members) => post('/local/rooms', { topic, members }),
  login: () => post('/local/login', {}),
  clock: () => get('/local/clock'),
  moveClock: (change) => post('/local/clock', change),
};
