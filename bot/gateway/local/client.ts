import type { ChatContact } from './chat-types.ts';
import type { ChatEvent, MessageView, RoomView, SessionView } from './chat-views.ts';

/** The chat server answered that it will not. `code` is the server's own word, such as `not-friend` or `unknown-room`. */
export class ChatAnswered extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ChatAnswered';
    this.status = status;
    this.code = code;
  }
}

/** The request surely never reached the server. */
export class ChatUnreachable extends Error {
  readonly code = 'unreachable';

  constructor(url: string, options: ErrorOptions) {
    super(`the local chat at ${url} cannot be reached`, options);
    this.name = 'ChatUnreachable';
  }
}

export interface AccountEvents extends SessionView {
  readonly next: number;
  readonly events: readonly ChatEvent[];
}

export interface ChatPost {
  readonly room?: string;
  readonly to?: string;
  readonly text?: string;
  readonly mentions?: readonly string[];
  readonly file?: { readonly name: string; readonly base64: string };
}

const ANSWER_MS = 15_000;

/** The local chat's HTTP interface as the bot's account uses it. Nothing here retries. */
export class LocalChatClient {
  readonly url: string;

  constructor(url: string) {
    this.url = url.replace(/\/+$/, '');
  }

  session(): Promise<SessionView> {
    return this.#get('/local/session');
  }

  /** Without `after`: from what was acknowledged last. Takes up to `waitSeconds` when nothing happens. */
  events(after: number | undefined, waitSeconds: number, signal: AbortSignal): Promise<AccountEvents> {
    const cursor = after === undefined ? '' : `&after=${after}`;
    const timeLimit = AbortSignal.timeout(waitSeconds * 1000 + ANSWER_MS);
    return this.#ask(`/local/events?wait=${waitSeconds}${cursor}`, { signal: AbortSignal.any([signal, timeLimit]) });
  }

  acknowledge(upTo: number): Promise<unknown> {
    return this.#post('/local/events/acknowledge', { upTo });
  }

  post(from: string, message: ChatPost): Promise<{ readonly id: string }> {
    return this.#post('/local/messages', { from, ...message });
  }

  recall(id: string): Promise<MessageView> {
    return this.#post('/local/recall', { id });
  }

  message(id: string): Promise<MessageView> {
    return this.#get(`/local/messages/${encodeURIComponent(id)}`);
  }

  messages(query: Record<string, string>): Promise<MessageView[]> {
    return this.#get(`/local/messages?${new URLSearchParams(query)}`);
  }

  contacts(): Promise<ChatContact[]> {
    return this.#get('/local/contacts');
  }

  contact(id: string): Promise<ChatContact> {
    return this.#get(`/local/contacts/${encodeURIComponent(id)}`);
  }

  rooms(): Promise<RoomView[]> {
    return this.#get('/local/rooms');
  }

  room(id: string): Promise<RoomView> {
    return this.#get(`/local/rooms/${encodeURIComponent(id)}`);
  }

  addRoom(topic: string, members: readonly string[]): Promise<RoomView> {
    return this.#post('/local/rooms', { topic, members });
  }

  changeRoom(id: string, change: { readonly topic?: string; readonly members?: readonly string[] }): Promise<RoomView> {
    return this.#post(`/local/rooms/${encodeURIComponent(id)}`, change);
  }

  renameContact(id: string, name: string): Promise<ChatContact> {
    return this.#post(`/local/contacts/${encodeURIComponent(id)}`, { name });
  }

  logout(reason: string): Promise<unknown> {
    return this.#post('/local/logout', { reason });
  }

  async file(path: string): Promise<Buffer> {
    const response = await this.#fetch(path, { signal: AbortSignal.timeout(ANSWER_MS) });
    if (!response.ok) throw await refusalFrom(response);
    return Buffer.from(await response.arrayBuffer());
  }

  #get<T>(path: string): Promise<T> {
    return this.#ask(path, { signal: AbortSignal.timeout(ANSWER_MS) });
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    const headers = { 'Content-Type': 'application/json' };
    return this.#ask(path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  }

  async #ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await this.#fetch(path, init);
    if (!response.ok) throw await refusalFrom(response);
    return (await response.json()) as T;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(this.url + path, init);
    } catch (error) {
      if (neverArrived(error)) throw new ChatUnreachable(this.url, { cause: error });
      throw error;
    }
  }
}

function neverArrived(error: unknown): boolean {
  const cause = (error as Error).cause as { code?: string; errors?: { code?: string }[] } | undefined;
  const codes = [cause?.code, ...(cause?.errors ?? []).map(({ code }) => code)];
  return codes.some((code) => code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'UND_ERR_CONNECT_TIMEOUT');
}

async function refusalFrom(response: Response): Promise<ChatAnswered> {
  const text = await response.text();
  try {
    const { error, code } = JSON.parse(text) as { error: string; code: string };
    return new ChatAnswered(response.status, code, error);
  } catch {
    return new ChatAnswered(response.status, 'failed', `HTTP ${response.status}: ${text.slice(0, 200)}`);
  }
}
