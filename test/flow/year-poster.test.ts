import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FileStore, openFileStore } from '../../store/files/file-store.ts';
import { World } from '../support/world.ts';

let dir: string;
let files: FileStore;
let world: World;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhishou-poster-'));
  files = openFileStore(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));
beforeEach(() => {
  world = new World('2026-11-26T10:00:00+08:00', { files });
});
afterEach(() => world.expectSilence());

/** The picture that goes with a text, as a message of its own. */
async function pictureTo(who: string) {
  const { file } = world.expectSaid(who, /^$/);
  const bytes = await files.get(file!.sha256);
  return { name: file!.name, kind: file!.kind, start: bytes.toString('latin1', 1, 4), width: bytes.readUInt32BE(16) };
}

test('the poster of the next year is drawn and sent, and says that its days off are not announced', async () => {
  await world.says('王芳', '2027年重点时段图');
  world.expectSaid('王芳', '2027年重点时段图，请查收（2027年放假安排待公布，公布后请再说一次“2027年重点时段图”）');
  expect(await pictureTo('王芳')).toEqual({ name: '2027年重点时段.png', kind: 'image', start: 'PNG', width: 2480 });
});

test('in a room it goes to the room; without a year it is that of this one', async () => {
  await world.says('陈立', '@值守 重点时段海报', { room: '青山镇' });
  world.expectSaid('青山镇', '2026年重点时段图，请查收');
  expect((await pictureTo('青山镇')).name).toBe('2026年重点时段.png');
});

test('a year that the calendar does not reach is refused in one line', async () => {
  await world.says('王芳', '2099年重点时段图');
  world.expectSaid('王芳', '只能出2001年到2098年的重点时段图');
});
