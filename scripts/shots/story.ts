import { setTimeout as sleep } from 'node:timers/promises';
import { readSettings } from '../../config/settings.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';

export const ROOM = '安宁区安委会成员单位';
const HEARD_PATIENCE_MS = 60_000;
const LOOK_EACH_MS = 150;

interface Sending {
  readonly room?: string;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

/** The people of the sample office, played over the chat's own interface, with the clock moved. */
export class Story {
  private readonly chatUrl: string;
  private readonly calendar: Calendar = readSettings({ ZHISHOU_POLICY_FILE: undefined }).calendar;

  constructor(chatUrl: string) {
    this.chatUrl = chatUrl;
  }

  /** A Thursday ahead after which the office works, and works again on the Wednesday of the next week. */
  async thursday(): Promise<string> {
    const { now } = await this.ask<{ now: string }>('/local/clock');
    const { calendar } = this;
    let day = calendar.addDays(calendar.dayOf(new Date(now)), 1);
    const works = (ahead: number) => calendar.isWorkday(calendar.addDays(day, ahead));
    while (calendar.weekday(day) !== 4 || ![0, 1, 5, 6].every(works)) day = calendar.addDays(day, 1);
    return day;
  }

  async moveTo(thursday: string, daysLater: number, clock: string): Promise<void> {
    const at = this.calendar.at(this.calendar.addDays(thursday, daysLater), clock);
    await this.ask('/local/clock', { now: at.toISOString() });
  }

  async says(from: string, text: string, { room, file }: Sending = {}): Promise<void> {
    await this.ask('/local/messages', {
      from,
      text,
      ...(room ? { room } : { to: '值守' }),
      ...(text.includes('@值守') && { mentions: ['值守'] }),
      ...(file && { file: { name: file.name, base64: file.bytes.toString('base64') } }),
    });
  }

  /** Waits until the bot has said something that contains `words`, in the room or to a person. */
  async heard(place: string, words: string): Promise<void> {
    const query = new URLSearchParams(place === ROOM ? { room: place } : { with: place });
    const untilMs = performance.now() + HEARD_PATIENCE_MS;
    for (;;) {
      const messages = await this.ask<{ from: string; text: string }[]>(`/local/messages?${query}`);
      if (messages.some(({ from, text }) => from === 'zhishou' && text.includes(words))) return;
      if (performance.now() > untilMs) throw new Error(`"${words}" was not said in ${place}`);
      await sleep(LOOK_EACH_MS);
    }
  }

  private async ask<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(this.chatUrl + path, body && { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}
