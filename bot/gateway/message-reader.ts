import type { Puppet, payloads } from 'wechaty-puppet';
import type { IncomingMessage, StoredFile } from '../../domain/message.ts';
import { type FileStore, FileTooLarge, plainFileName } from '../../store/files/file-store.ts';
import type { ErrorLog } from './error-log.ts';
import type { OwnMessage } from './gateway.ts';
import { takeApart } from './incoming.ts';
import { isSystemContact, kindOfMessage, writtenAt } from './message-kinds.ts';
import type { PuppetTraits } from './puppets.ts';
import type { RecentMessages } from './recent-messages.ts';
import { RoomMembers } from './room-members.ts';

export type ReadMessage =
  | { readonly kind: 'incoming'; readonly message: IncomingMessage }
  | { readonly kind: 'own'; readonly message: OwnMessage }
  | { readonly kind: 'system'; readonly text: string };

export interface ReaderOptions {
  readonly puppet: Puppet;
  readonly traits: PuppetTraits;
  readonly files: FileStore;
  readonly recent: RecentMessages;
  readonly errors: ErrorLog;
  readonly now: () => Date;
  /** The bot's own contact id; known also while the account is being logged out. */
  readonly selfId: () => string;
  /** Asked before a file is fetched; what is refused is handed on by its name only and never stored. */
  readonly mayStore: (file: { readonly name: string; readonly text: string }) => boolean;
  /** Asked before the bytes are stored: the mark they bear inside; then nothing of them is. */
  readonly markIn: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<string | undefined>;
}

const FILE_TRIES = 3;

/** Turns what a puppet delivers into messages of the product. Rejects only where the puppet cannot be asked; worth trying again. */
export class MessageReader {
  readonly #options: ReaderOptions;
  readonly #members: RoomMembers;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#members = new RoomMembers(options.puppet, options.selfId);
  }

  async read(id: string): Promise<ReadMessage> {
    const { puppet, recent, selfId } = this.#options;
    const payload = await puppet.messagePayload(id);
    const kind = kindOfMessage(payload.type);
    const text = payload.text ?? '';
    if (!kind || isSystemContact(payload.talkerId)) return { kind: 'system', text };
    if (payload.talkerId === selfId()) {
      if (kind === 'text')
        recent.remember(placeOf(payload, selfId()), { id, from: await this.#nameOf(payload.talkerId), text });
      return { kind: 'own', message: ownMessage(payload) };
    }
    return { kind: 'incoming', message: await this.#incoming(payload, kind) };
  }

  async #incoming(payload: payloads.Message, kind: IncomingMessage['kind']): Promise<IncomingMessage> {
    const { now, recent, traits, selfId } = this.#options;
    const receivedAt = now();
    const from = { contactId: payload.talkerId, name: await this.#nameOf(payload.talkerId) };
    const carriesFile = kind === 'image' || kind === 'file';
    const raw = kind === 'text' || (carriesFile && traits.captions) ? (payload.text ?? '') : '';
    const apart = await this.#takeApart(raw, payload);
    const text = kind === 'recall' ? (payload.text ?? '') : apart.text;
    const file = carriesFile ? await this.#file(payload, kind, text) : undefined;

    const place = placeOf(payload, selfId());
    const quote = apart.quote && {
      ...apart.quote,
      ...messageIdPart(recent.idOfQuoted(place, apart.quote.from, apart.quote.text)),
      mine: await this.#isMine(apart.quote.from, payload.roomId),
    };
    if (apart.written !== '') recent.remember(place, { id: payload.id, from: from.name, text: apart.written });
    return {
      id: payload.id,
      sentAt: writtenAt(payload.timestamp),
      receivedAt,
      from,
      ...(payload.roomId && { room: await this.#room(payload.roomId) }),
      kind: carriesFile && text !== '' ? 'text' : kind,
      text,
      mentionsMe: apart.mentionsMe,
      mentionsAll: apart.mentionsAll,
      mentions: apart.mentions,
      ...(quote && { quote }),
      ...(file && { file }),
    };
  }

  async #takeApart(raw: string, payload: payloads.Message) {
    const selfId = this.#options.selfId();
    const mentionIds = ('mentionIdList' in payload && payload.mentionIdList) || [];
    const mayMention = payload.roomId !== undefined && /[@＠]/.test(raw);
    const known = mayMention ? await this.#members.of(payload.roomId as string).catch(() => undefined) : undefined;
    const selfNames = known?.selfNames.length ? known.selfNames : [await this.#nameOf(selfId)];
    return takeApart(raw, { selfId, selfNames, mentionIds, members: known?.members ?? [] });
  }

  async #isMine(quotedName: string, roomId: string | undefined): Promise<boolean> {
    if (quotedName === (await this.#nameOf(this.#options.selfId()))) return true;
    if (roomId === undefined) return false;
    const known = await this.#members.of(roomId).catch(() => undefined);
    return known?.selfNames.includes(quotedName) ?? false;
  }

  async #nameOf(contactId: string): Promise<string> {
    return (await this.#options.puppet.contactPayload(contactId)).name;
  }

  async #room(roomId: string): Promise<{ channelId: string; topic: string }> {
    return { channelId: roomId, topic: (await this.#options.puppet.roomPayload(roomId)).topic };
  }

  /** Undefined where the file is too large or cannot be fetched; the message is delivered all the same. */
  async #file(payload: payloads.Message, kind: 'image' | 'file', text: string): Promise<StoredFile | undefined> {
    const { puppet, files, errors, mayStore, markIn } = this.#options;
    const named = payload.filename && plainFileName(payload.filename);
    if (named && !mayStore({ name: named, text })) {
      return { sha256: '', name: named, size: 0, kind };
    }
    for (let attempt = 1; attempt <= FILE_TRIES; attempt += 1) {
      try {
        const box = await puppet.messageFile(payload.id);
        const [bytes, name] = [await box.toBuffer(), named || box.name];
        const mark = await markIn({ name, bytes });
        return mark ? { sha256: '', name, size: 0, kind, mark } : { ...(await files.put(bytes, name)), kind };
      } catch (error) {
        errors.log(error, 'file of a message', performance.now());
        if (error instanceof FileTooLarge) return undefined;
      }
    }
    return undefined;
  }
}

/** The room, or the other person of a private chat. */
export function placeOf(payload: payloads.Message, selfId: string): string {
  if (payload.roomId) return payload.roomId;
  return payload.talkerId === selfId ? (payload.listenerId ?? '') : payload.talkerId;
}

function messageIdPart(messageId: string | undefined) {
  return messageId === undefined ? {} : { messageId };
}

export function ownMessage(payload: payloads.Message): OwnMessage {
  const target = payload.roomId ? { roomChannelId: payload.roomId } : { contactId: payload.listenerId ?? '' };
  return {
    id: payload.id,
    at: writtenAt(payload.timestamp),
    target,
    text: payload.text ?? '',
    ...(payload.filename && { file: payload.filename }),
  };
}
