import type { Assignment } from '../../domain/tasks/task.ts';
import { RedisStore } from '../../store/redis-store.ts';
import type { Chat } from '../support/chat.ts';
import type { Product } from '../support/product.ts';

const ROOM = '安宁区安委会成员单位';
const ORDER =
  '@值守 请各乡镇、经开区对烟花爆竹零售点开展一次拉网式排查，重点是下店上宅、前店后宅，下周三下班前把排查台账报安委办。应急局牵头，公安、供销配合';
const REPORT = 'T0001 青山镇排查零售点23家，发现问题4处，当场整改3处，限期1处（利民超市，前店后宅），台账附后';

/** The answer to a query about the whole task takes two parts; nothing else in the story does. */
export const POLICY = `
message:
  maxChars: 220
keyPeriods:
  ladders:
    C:
      weekly: none
`;

/** An order, its acknowledgements, the nudges of the afternoon, a report and its review. Each piece waits for what it calls for. */
const STORY: readonly ((chat: Chat) => Promise<unknown>)[] = [
  (chat) => chat.clock('2026-01-15T10:12:00+08:00'),
  async (chat) => {
    await chat.saysOnce('李卫东', ORDER, { room: ROOM });
    await chat.hears(ROOM, /【T0001】/);
  },
  async (chat) => {
    await chat.saysOnce('李卫东', '确认', { room: ROOM });
    await chat.hears(ROOM, /已下达T0001/);
    for (const helper of ['梁斌', '苏梅']) await chat.hears(helper, /T0001/);
  },
  async (chat) => {
    await chat.saysOnce('陈立', '收到', { room: ROOM });
    await chat.saysOnce('马强', '收到，马上安排', { room: ROOM });
    await chat.saysOnce('刘峰', '收到', { room: ROOM });
    await chat.saysOnce('赵敏', '收到', { room: ROOM });
  },
  (chat) => chat.clock('2026-01-15T10:15:00+08:00'),
  async (chat) => {
    await chat.saysOnce('王芳', 'T0001');
    await chat.hears('王芳', /签收4\/6/);
    // Longer than one message may be.
    await chat.saysOnce('王芳', '帮助');
    await chat.hears('王芳', /（2\/2）/);
  },
  async (chat) => {
    await chat.clock('2026-01-15T14:38:00+08:00');
    await chat.hears('周洁', /没有看到高铺镇的签收/);
    await chat.hears('孙浩', /没有看到经开区的签收/);
  },
  async (chat) => {
    await chat.saysOnce('周洁', '收到。刚才在村里');
    await chat.hears('周洁', /已签收，谢谢/);
  },
  async (chat) => {
    await chat.clock('2026-01-15T15:00:00+08:00');
    await chat.hears(ROOM, /T0001签收5\/6/);
    await chat.hears('王芳', /经开区尚未签收/);
  },
  async (chat) => {
    await chat.saysOnce('陈立', REPORT);
    await chat.saysOnce('陈立', '', { file: { name: '现场.jpg', base64: base64('现场') } });
    await chat.saysOnce('陈立', '', { file: { name: '排查台账.xlsx', base64: base64('台账') } });
    await chat.hears('陈立', /收到青山镇对T0001的报送/);
  },
  async (chat) => {
    await chat.saysOnce('王芳', '通过 T0001 青山镇');
    await chat.hears('王芳', /审核通过/);
    await chat.hears('陈立', /办结/);
  },
];

/** What a story leaves behind. */
export interface Told {
  /** What everybody got to read from the bot, by conversation and in order; without clocks and the marks of a delay. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** Where every unit's part stands, by unit. */
  readonly ledger: Readonly<Record<string, unknown>>;
}

/** Plays the whole story. What is said in one conversation is over before the next begins: nothing orders them otherwise. */
export async function tell(product: Product): Promise<Told> {
  for (const piece of STORY) {
    await piece(product.chat);
    await product.untilStill();
  }
  return { said: await said(product.chat), ledger: await ledger(product) };
}

/** What the calendar of the day on which the test runs adds at moments of its own. */
const OF_THE_DAY =
  /^(?:（补发）)?(?:（\d+[/—]\d+）)?[^：]{0,80}(?:重点时段提醒|准备事项|放假安排)|^（\d+\/\d+）回复“全部确认”/;

async function said(chat: Chat): Promise<Told['said']> {
  const conversations: Record<string, string[]> = {};
  for (const { room, to, text } of await chat.said()) {
    const words = text.replaceAll(/（补发）|（如已收到请忽略）/g, '').replaceAll(/\d{1,2}:\d{2}/g, '时:分');
    if (OF_THE_DAY.test(words)) continue;
    const conversation = room ?? to ?? 'nobody';
    conversations[conversation] = [...(conversations[conversation] ?? []), words];
  }
  return conversations;
}

async function ledger(product: Product): Promise<Told['ledger']> {
  return product.inStore(async (redis) => {
    const keys = await redis.keys('{office}:thing:assignment.*');
    const loaded = await new RedisStore(redis).things.load(keys.map((key) => key.slice('{office}:thing:'.length)));
    return Object.fromEntries(
      loaded.map(({ thing }) => {
        const { id, state, ackBy, reports } = thing as Assignment;
        const files = reports.map((report) => report.files.map(({ name }) => name).sort());
        return [id, { state, ackBy, files }];
      }),
    );
  });
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
