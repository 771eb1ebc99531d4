import { type payloads, types } from 'wechaty-puppet';
import type { ChatContact } from './chat-types.ts';
import type { RoomView } from './chat-views.ts';
import type { LocalChatClient } from './client.ts';
import { PlainChatPuppet } from './unsupported.ts';

/** The half of the local puppet that knows people and rooms. */
export abstract class PeoplePuppet extends PlainChatPuppet {
  abstract readonly client: LocalChatClient;

  override async contactList(): Promise<string[]> {
    return (await this.client.contacts()).map(({ id }) => id);
  }

  override contactRawPayload(id: string): Promise<ChatContact> {
    return this.client.contact(id);
  }

  override async contactRawPayloadParser({ id, name, friend }: ChatContact): Promise<payloads.Contact> {
    const person = { gender: types.ContactGender.Unknown, type: types.Contact.Individual, avatar: '', phone: [] };
    return { ...person, id, name, friend };
  }

  override async contactSelfName(name: string): Promise<void> {
    await this.client.renameContact(this.currentUserId, name);
  }

  override async roomList(): Promise<string[]> {
    return (await this.client.rooms()).map(({ id }) => id);
  }

  override roomRawPayload(id: string): Promise<RoomView> {
    return this.client.room(id);
  }

  override async roomRawPayloadParser({ id, topic, members }: RoomView): Promise<payloads.Room> {
    return { id, topic, memberIdList: members.map((member) => member.id), adminIdList: [] };
  }

  override async roomMemberList(id: string): Promise<string[]> {
    return (await this.roomPayload(id)).memberIdList;
  }

  override async roomMemberRawPayload(_roomId: string, contactId: string): Promise<payloads.Contact> {
    return this.contactPayload(contactId);
  }

  override async roomMemberRawPayloadParser({ id, name, avatar }: payloads.Contact): Promise<payloads.RoomMember> {
    return { id, name, avatar };
  }

  override async roomCreate(contactIdList: string[], topic = '群聊'): Promise<string> {
    return (await this.client.addRoom(topic, contactIdList)).id;
  }

  override async roomAdd(roomId: string, contactId: string): Promise<void> {
    const { members } = await this.client.room(roomId);
    await this.client.changeRoom(roomId, { members: [...members.map(({ id }) => id), contactId] });
  }

  override async roomDel(roomId: string, contactId: string): Promise<void> {
    const { members } = await this.client.room(roomId);
    const left = members.map(({ id }) => id).filter((id) => id !== contactId);
    await this.client.changeRoom(roomId, { members: left });
  }

  override async roomTopic(roomId: string): Promise<string>;
  override async roomTopic(roomId: string, topic: string): Promise<void>;
  override async roomTopic(roomId: string, topic?: string): Promise<unknown> {
    if (topic === undefined) return (await this.client.room(roomId)).topic;
    await this.client.changeRoom(roomId, { topic });
  }
}
