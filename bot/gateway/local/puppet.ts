import { FileBox, type FileBoxInterface } from 'file-box';
import { type PuppetOptions, type payloads, types } from 'wechaty-puppet';
import { AccountStream } from './account-stream.ts';
import type { ChatEvent, MessageView, SessionView } from './chat-views.ts';
import { ChatAnswered, LocalChatClient } from './client.ts';
import { PeoplePuppet } from './people-puppet.ts';
import { withQuote } from './quote-text.ts';

/** A message of the chat as the puppet hands it on: as delivered, or fetched again by its id. */
type RawMessage =
  | { readonly kind: 'message'; readonly message: MessageView; readonly quoted?: MessageView }
  | { readonly kind: 'recall'; readonly id: string; readonly message: MessageView; readonly at: string };

const HEARTBEAT_MS = 10_000;
const REMEMBERED_MESSAGES = 5_000;

/**
 * A Wechaty puppet whose WeChat is the local chat server. A message counts as delivered only after `messageTaken`;
 * what was not taken comes again, also to the next process.
 */
export class LocalPuppet extends PeoplePuppet {
  override readonly client: LocalChatClient;
  readonly #messages = new Map<string, RawMessage>();
  readonly #seqs = new Map<string, number>();
  #stream: AccountStream | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #connected = false;
  #botId = '';

  constructor(options: PuppetOptions & { readonly url: string }) {
    super(options);
    this.client = new LocalChatClient(options.url);
  }

  override name(): string {
    return 'zhishou-local';
  }

  override async onStart(): Promise<void> {
    this.#stream = new AccountStream(this.client, {
      connected: (session) => this.#onConnected(session),
      event: (event) => this.#onEvent(event),
      lost: (error) => this.#onLost(error),
    });
    this.#stream.start();
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
  }

  override async onStop(): Promise<void> {
    clearInterval(this.#heartbeat);
    const stream = this.#stream;
    this.#stream = undefined;
    await stream?.stop();
    this.#connected = false;
    this.#seqs.clear();
  }

  /** The bot has this message in its hands: it need not be delivered again. */
  messageTaken(messageId: string): void {
    const seq = this.#seqs.get(messageId);
    if (seq === undefined) return;
    this.#seqs.delete(messageId);
    this.#stream?.taken(seq);
  }

  /** What was said in one conversation since a moment of the product's clock; the local chat, unlike others, can be asked. */
  async messagesSince(conversationId: string, since: Date): Promise<payloads.Message[]> {
    const place = await this.#place(conversationId);
    const query: Record<string, string> = 'room' in place ? { room: place.room } : { with: place.to };
    const messages = await this.client.messages({ ...query, last: '1000' });
    const recent = messages.filter(({ at, recalled }) => !recalled && Date.parse(at) >= since.getTime());
    return Promise.all(recent.map((message) => this.messageRawPayloadParser({ kind: 'message', message })));
  }

  /** Answers with a dong once the server has really answered; silence means that it did not. */
  override ding(data?: string): void {
    const answered = (session: SessionView) => this.emit('dong', { data: data ?? String(session.epoch) });
    this.client.session().then(answered, (error: Error) => this.emit('error', error));
  }

  override async logout(reason = 'logout()'): Promise<void> {
    if (this.#connected && this.isLoggedIn) await this.client.logout(reason).catch(() => {});
    await super.logout(reason);
  }

  #beat(): void {
    const state = !this.#connected ? 'offline' : this.isLoggedIn ? 'online' : 'logout';
    this.emit('heartbeat', { data: `local:${state}` });
  }

  async #onConnected(session: SessionView): Promise<void> {
    this.#connected = true;
    this.#botId = session.self.id;
    this.#beat();
    if (session.loggedIn) this.#enter();
    else this.#askForScan();
  }

  async #onLost(error: Error): Promise<void> {
    this.#connected = false;
    this.emit('error', error);
    await super.logout('connection lost');
  }

  async #onEvent(event: ChatEvent): Promise<void> {
    if (event.kind === 'message' || event.kind === 'recall') {
      this.#deliver(event.kind === 'message' ? event.message.id : event.id, event, event.seq);
      return;
    }
    if (event.kind === 'contact') this.dirtyPayload(types.Dirty.Contact, event.id);
    if (event.kind === 'room') this.dirtyPayload(types.Dirty.Room, event.id);
    if (event.kind === 'login') this.#enter();
    if (event.kind === 'logout') {
      await super.logout(event.reason);
      this.#askForScan();
    }
    this.#stream?.taken(event.seq);
  }

  #enter(): void {
    if (this.isLoggedIn) return;
    this.login(this.#botId);
    this.emit('ready', { data: 'local' });
  }

  #askForScan(): void {
    this.emit('scan', { status: types.ScanStatus.Waiting, qrcode: `${this.client.url}/local/login` });
  }

  #deliver(id: string, raw: RawMessage, seq: number): void {
    this.#messages.set(id, raw);
    this.#seqs.set(id, seq);
    if (this.#messages.size > REMEMBERED_MESSAGES) {
      const [oldest] = this.#messages.keys();
      this.#messages.delete(oldest as string);
    }
    this.emit('message', { messageId: id });
  }

  override async messageRawPayload(id: string): Promise<RawMessage> {
    const known = this.#messages.get(id);
    if (known) return known;
    const message = await this.client.message(id);
    const quoted = message.quote === null ? undefined : await this.client.message(message.quote);
    return { kind: 'message', message, ...(quoted && { quoted }) };
  }

  override async messageRawPayloadParser(raw: RawMessage): Promise<payloads.Message> {
    const { message } = raw;
    const place = message.room === null ? { listenerId: message.to as string } : { roomId: message.room };
    const written = { talkerId: message.from, timestamp: Date.parse(message.at), ...place };
    if (raw.kind === 'recall') {
      return { ...written, id: raw.id, type: types.Message.Recalled, text: message.id, timestamp: Date.parse(raw.at) };
    }
    return {
      ...written,
      id: message.id,
      type: typeOf(message),
      text: withQuote(message.text, raw.quoted),
      mentionIdList: [...message.mentions],
      ...(message.file && { filename: message.file.name }),
    };
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const { message } = await this.messageRawPayload(id);
    if (!message.file) throw new Error(`message ${id} has no file`);
    return FileBox.fromBuffer(await this.client.file(message.file.url), message.file.name);
  }

  override messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageSendText(conversationId: string, text: string, mentionIdList: string[] = []): Promise<string> {
    const place = await this.#place(conversationId);
    return (await this.client.post(this.currentUserId, { ...place, text, mentions: mentionIdList })).id;
  }

  override async messageSendFile(conversationId: string, file: FileBoxInterface): Promise<string> {
    const place = await this.#place(conversationId);
    const base64 = await file.toBase64();
    return (await this.client.post(this.currentUserId, { ...place, file: { name: file.name, base64 } })).id;
  }

  override async messageForward(conversationId: string, messageId: string): Promise<string> {
    const { message } = await this.messageRawPayload(messageId);
    if (message.file) return this.messageSendFile(conversationId, await this.messageFile(messageId));
    return this.messageSendText(conversationId, message.text);
  }

  override async messageRecall(id: string): Promise<boolean> {
    return (await this.client.recall(id)).recalled === true;
  }

  async #place(conversationId: string): Promise<{ room: string } | { to: string }> {
    if (this.contactPayloadCache(conversationId)) return { to: conversationId };
    const room = await this.roomPayload(conversationId).catch((error: Error) => {
      if (error instanceof ChatAnswered && error.status === 404) return undefined;
      throw error;
    });
    return room ? { room: conversationId } : { to: conversationId };
  }
}

function typeOf({ file }: MessageView): types.Message {
  if (!file) return types.Message.Text;
  return file.kind === 'image' ? types.Message.Image : types.Message.Attachment;
}
