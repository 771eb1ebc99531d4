import { until } from './processes.ts';

export interface ChatLine {
  readonly id: string;
  readonly room: string | null;
  readonly from: string;
  readonly fromName: string;
  readonly to: string | null;
  readonly text: string;
  readonly at: string;
  readonly file?: { readonly name: string };
}

export interface Place {
  /** Topic of a room; without it the message is private. */
  readonly room?: string;
  readonly file?: { readonly name: string; readonly base64: string };
}

const BOT = 'zhishou';

/** The local chat as people with phones use it: over HTTP. */
export class Chat {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** Somebody writes; answers the message's id once the chat has it. Throws where the chat is away. */
  async says(who: string, text: string, { room, file }: Place = {}): Promise<string> {
    const place = room ? { room } : { to: BOT };
    const { id } = await this.post('/local/messages', { from: who, text, ...place, ...(file && { file }) });
    return id as string;
  }

  /** The same, as a person does it while the chat may be away: looks whether it is there, and only then writes it again. */
  async saysOnce(who: string, text: string, place: Place = {}): Promise<void> {
    const isIt = (line: ChatLine) =>
      line.fromName === who && line.text === text && line.file?.name === place.file?.name;
    const count = async () => (await this.lines()).filter(isIt).length;
    let before: number | undefined;
    const isThere = async () => {
      before ??= await count();
      if ((await count()) > before) return true;
      await this.says(who, text, place);
      return true;
    };
    await until(() => isThere().catch(() => false), `${who} to be heard`, 60_000);
  }

  /** How many messages of people the bot has not taken in yet. */
  async unheard(): Promise<number> {
    const { acknowledged } = await this.ask<{ acknowledged: number }>('/local/session');
    // Ids end in the message's place in the chat's log: m3f29a1-00000042
    const place = ({ id }: ChatLine) => Number(id.slice(id.lastIndexOf('-') + 1));
    return (await this.lines()).filter((line) => line.from !== BOT && place(line) > acknowledged).length;
  }

  /** Everything that was said anywhere, oldest first. */
  async lines(): Promise<ChatLine[]> {
    return this.ask('/local/messages?last=10000');
  }

  /** What the bot has said, in a room or to a person, oldest first. */
  async said(to?: string): Promise<ChatLine[]> {
    const isTo = await this.placeTest(to);
    return (await this.lines()).filter((line) => line.from === BOT && isTo(line));
  }

  /** Waits until the bot has said something that fits to this room or person, and answers all that does. */
  async hears(to: string, pattern: RegExp, patienceMs = 150_000): Promise<ChatLine[]> {
    const heard = async () => (await this.said(to).catch(() => [])).filter(({ text }) => pattern.test(text));
    let last: ChatLine[] = [];
    const any = async () => {
      last = await heard();
      return last.length > 0;
    };
    await until(any, `${pattern} to ${to}`, patienceMs);
    return last;
  }

  /** Moves the product's clock forward; returns when what fell due on the way has been done, or has been waited for in vain. */
  async clock(to: string): Promise<void> {
    const isMoved = () => this.post('/local/clock', { now: to }).then(() => true);
    await until(() => isMoved().catch(() => false), `the clock to be moved to ${to}`, 240_000);
  }

  async now(): Promise<Date> {
    return new Date(((await this.ask('/local/clock')) as unknown as { now: string }).now);
  }

  async post(path: string, body: unknown): Promise<Record<string, unknown>> {
    return this.ask(path, { method: 'POST', body: JSON.stringify(body) });
  }

  private async ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await fetch(this.url + path, { ...init, signal: AbortSignal.timeout(120_000) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  private async placeTest(to: string | undefined): Promise<(line: ChatLine) => boolean> {
    if (to === undefined) return () => true;
    const rooms = await this.ask<{ id: string; topic: string }[]>('/local/rooms');
    const room = rooms.find(({ topic }) => topic === to);
    if (room) return (line) => line.room === room.id;
    const contacts = await this.ask<{ id: string; name: string }[]>('/local/contacts');
    const contact = contacts.find(({ name }) => name === to);
    if (!contact) throw new Error(`nobody is called ${to}`);
    return (line) => line.to === contact.id;
  }
}
