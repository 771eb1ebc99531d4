import { World } from './world.ts';

export const ROOM = '安宁区安委会成员单位';
export const ORDER =
  '@值守 请各乡镇、经开区对烟花爆竹零售点开展一次拉网式排查，重点是下店上宅、前店后宅，下周三下班前把排查台账报安委办。应急局牵头，公安、供销配合';

/** A world in which T0001 has just been handed out to five units and a lead. */
export async function issuedWorld(start: string): Promise<World> {
  const world = new World(start);
  await world.says('李卫东', ORDER, { room: ROOM });
  await world.says('李卫东', '确认', { room: ROOM });
  world.ignoreSoFar();
  return world;
}
