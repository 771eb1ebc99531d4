import { Puppet, type payloads, types } from 'wechaty-puppet';

/** What every puppet of this kind does from now on; a test sets it. */
export const flaky = {
  puppets: [] as PuppetFlaky[],
  onStart: (puppet: PuppetFlaky): void => puppet.enter(),
  answersDing: true,
  onSend: async (_text: string): Promise<string | undefined> => 'sent-1',
};

export function resetFlaky(): void {
  flaky.puppets = [];
  flaky.onStart = (puppet) => puppet.enter();
  flaky.answersDing = true;
  flaky.onSend = async () => 'sent-1';
}

/** A channel that misbehaves the way real ones do: order, duplicates, silence, drops. One room `r`, people by id. */
export default class PuppetFlaky extends Puppet {
  readonly messages = new Map<string, payloads.Message>();
  stopped = false;

  override async onStart(): Promise<void> {
    flaky.puppets.push(this);
    flaky.onStart(this);
  }

  override async onStop(): Promise<void> {
    this.stopped = true;
  }

  enter(): void {
    if (!this.isLoggedIn) this.login('bot');
  }

  brings(message: Partial<payloads.Message> & { id: string }): void {
    this.messages.set(message.id, {
      type: types.Message.Text,
      talkerId: 'wx1',
      roomId: 'r',
      timestamp: 1_768_443_120,
      text: '收到',
      mentionIdList: [],
      ...message,
    } as payloads.Message);
    this.emit('message', { messageId: message.id });
  }

  override ding(): void {
    if (flaky.answersDing) this.emit('dong', { data: 'probe' });
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    const message = this.messages.get(id);
    if (!message) throw new Error(`no message ${id}`);
    return message;
  }

  override async messageRawPayloadParser(raw: payloads.Message): Promise<payloads.Message> {
    return raw;
  }

  override async messageSendText(_conversation: string, text: string): Promise<string | undefined> {
    return flaky.onSend(text);
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const names: Record<string, string> = { bot: '值守', wx1: '陈立', gh_news: '某某日报' };
    return { id, name: names[id] ?? id, gender: 0, type: 1, avatar: '', phone: [] };
  }

  override async contactRawPayloadParser(raw: payloads.Contact): Promise<payloads.Contact> {
    return raw;
  }

  override async roomList(): Promise<string[]> {
    return ['r'];
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return { id, topic: '工作群', memberIdList: ['bot', 'wx1'], adminIdList: [] };
  }

  override async roomRawPayloadParser(raw: payloads.Room): Promise<payloads.Room> {
    return raw;
  }

  override async roomMemberList(): Promise<string[]> {
    return ['bot', 'wx1'];
  }

  override async roomMemberRawPayload(_room: string, id: string): Promise<payloads.RoomMember> {
    return { id, name: id, avatar: '', ...(id === 'bot' && { roomAlias: '安委办助手' }) };
  }

  override async roomMemberRawPayloadParser(raw: payloads.RoomMember): Promise<payloads.RoomMember> {
    return raw;
  }
}
