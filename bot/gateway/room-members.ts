import { performance } from 'node:perf_hooks';
import type { Puppet } from 'wechaty-puppet';

export interface Member {
  readonly contactId: string;
  readonly name: string;
}

interface Known {
  readonly members: readonly Member[];
  readonly selfNames: readonly string[];
  readonly untilMs: number;
}

const KEPT_MS = 10 * 60_000;

/** Who is in a room and under which names the bot appears there; asked once in ten minutes, because puppets ask over the net. */
export class RoomMembers {
  readonly #puppet: Puppet;
  readonly #selfId: () => string;
  readonly #rooms = new Map<string, Promise<Known>>();

  constructor(puppet: Puppet, selfId: () => string) {
    this.#puppet = puppet;
    this.#selfId = selfId;
    puppet.on('dirty', () => this.#rooms.clear());
  }

  async of(roomId: string): Promise<Known> {
    const known = await this.#rooms.get(roomId)?.catch(() => undefined);
    if (known && known.untilMs > performance.now()) return known;
    const asked = this.#ask(roomId);
    this.#rooms.set(roomId, asked);
    return asked;
  }

  async #ask(roomId: string): Promise<Known> {
    const ids = await this.#puppet.roomMemberList(roomId);
    const members = await Promise.all(ids.map((contactId) => this.#member(contactId)));
    const self = this.#selfId();
    const inRoom = await this.#puppet.roomMemberPayload(roomId, self).catch(() => undefined);
    const own = members.find(({ contactId }) => contactId === self)?.name;
    const selfNames = [own, inRoom?.roomAlias, inRoom?.name].filter((name): name is string => Boolean(name));
    return { members: members.filter(({ name }) => name !== ''), selfNames, untilMs: performance.now() + KEPT_MS };
  }

  async #member(contactId: string): Promise<Member> {
    const payload = await this.#puppet.contactPayload(contactId).catch(() => undefined);
    return { contactId, name: payload?.name ?? '' };
  }
}
