import { plainSpaces, withoutInvisible } from './plain-text.ts';

interface Remembered {
  readonly id: string;
  readonly from: string;
  readonly text: string;
}

const PER_CONVERSATION = 200;
const CONVERSATIONS = 500;
/** Channels cut long quotes; this much is compared. */
const COMPARED_CHARS = 300;
const CUT = /(?:…|\.\.\.)$/;

/** Remembers what was said lately, because a quote comes as text only and the message it means has to be found again. */
export class RecentMessages {
  readonly #conversations = new Map<string, Remembered[]>();

  remember(conversation: string, message: Remembered): void {
    const messages = this.#conversations.get(conversation) ?? [];
    if (messages.some(({ id }) => id === message.id)) return;
    messages.push({ ...message, text: comparable(message.text) });
    if (messages.length > PER_CONVERSATION) messages.shift();
    this.#conversations.delete(conversation);
    this.#conversations.set(conversation, messages);
    const [oldest] = this.#conversations.keys();
    if (this.#conversations.size > CONVERSATIONS) this.#conversations.delete(oldest as string);
  }

  /** The latest message of that name with that text, or undefined. */
  idOfQuoted(conversation: string, from: string, quoted: string): string | undefined {
    const text = comparable(quoted);
    const beginning = CUT.test(text) ? text.replace(CUT, '') : undefined;
    const same = (message: Remembered) =>
      message.from === from &&
      (message.text === text || (beginning !== undefined && beginning !== '' && message.text.startsWith(beginning)));
    return this.#conversations.get(conversation)?.findLast(same)?.id;
  }
}

function comparable(text: string): string {
  return plainSpaces(withoutInvisible(text.slice(0, COMPARED_CHARS * 2)))
    .trim()
    .slice(0, COMPARED_CHARS);
}
