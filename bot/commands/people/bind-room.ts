import { decide } from '../../../domain/decision.ts';
import { bindRoom } from '../../../domain/people/bind-room.ts';
import { Refusal } from '../../../domain/refusal.ts';
import {
  ROOM_INCOMPLETE_TEXT,
  roomAlreadyText,
  roomBoundText,
  unitUnclearText,
} from '../../../domain/wording/people.ts';
import { answer, defineCommand, reply } from '../command.ts';

/** 建群绑定 梅林镇, said in the room by an administrator. */
export default defineCommand({
  intent: 'bind_room',
  right: 'bind-room',
  examples: ['建群绑定 梅林镇'],

  async handle(context) {
    const { message, meaning, office } = context;
    if (!message.room) throw new Refusal('ROOM_ONLY');
    const names = meaning.units ?? (meaning.unit ? [meaning.unit] : []);
    const result = bindRoom(office, { channelId: message.room.channelId, topic: message.room.topic, names });
    switch (result.kind) {
      case 'incomplete':
        return reply(context, ROOM_INCOMPLETE_TEXT);
      case 'unit-unclear':
        return reply(context, unitUnclearText(result.said, result.match));
      case 'already':
        return reply(context, roomAlreadyText(office, result.room.units));
      case 'bound':
        return decide({
          save: [result.room],
          say: [{ ...answer(context, roomBoundText(office, result.room.units)), to: result.room.id }],
        });
    }
  },
});
