import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Camera } from './shots/camera.ts';
import { startProduct } from './shots/product.ts';
import { ROOM, Story } from './shots/story.ts';

/** `npm run shots`: plays the first stories on a product of its own and keeps pictures of the chat page in docs/shots. */
const { CHROMIUM_PATH = '/usr/bin/chromium', ...environment } = process.env;

const ORDER =
  '@值守 请各乡镇、经开区对烟花爆竹零售点开展一次拉网式排查，重点是下店上宅、前店后宅，下周三下班前把排查台账报安委办。应急局牵头，公安、供销配合';
const REPORT = 'T0001 青山镇排查零售点23家，发现问题4处，当场整改3处，限期1处（利民超市，前店后宅），台账附后';
const LEDGER = '序号,点位,问题,整改\n1,利民超市,前店后宅,限期\n2,东街杂货店,无,\n';
/** A shop with a sign, drawn: the stories need no photograph of a real place. */
const SHOP = `<svg width="640" height="420" viewBox="0 0 640 420" font-family="sans-serif">
<rect width="640" height="420" fill="#cfe3ef"/><rect y="330" width="640" height="90" fill="#9a9a92"/>
<rect x="90" y="70" width="460" height="270" fill="#e9dcc4"/><rect x="90" y="70" width="460" height="56" fill="#b5342b"/>
<text x="320" y="110" font-size="34" fill="#fff" text-anchor="middle">利民超市</text>
<rect x="130" y="170" width="150" height="150" fill="#5f7d8c"/><rect x="370" y="160" width="130" height="180" fill="#6b4a35"/>
<text x="205" y="255" font-size="22" fill="#fff" text-anchor="middle">前店</text><text x="435" y="255" font-size="22" fill="#fff" text-anchor="middle">后宅</text></svg>`;

if (!existsSync(CHROMIUM_PATH)) {
  process.stderr.write(
    `No browser at ${CHROMIUM_PATH}: install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH.\n`,
  );
  process.exit(1);
}

const product = await startProduct(environment);
const browser = await chromium.launch({
  executablePath: CHROMIUM_PATH,
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
  env: { ...environment, LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' },
});
try {
  await play(new Story(product.chatUrl), new Camera(browser, product.chatUrl));
} finally {
  await browser.close();
  await product.stop();
}

async function play(story: Story, camera: Camera): Promise<void> {
  const day = await story.thursday();
  await order(story, camera, day);
  await answers(story, camera, day);
  await deadline(story, camera, day);
}

/** Story 1: the order, its echo, the confirmation, and one message that hands it out. */
async function order(story: Story, camera: Camera, day: string): Promise<void> {
  await story.moveTo(day, 0, '10:12');
  await story.says('李卫东', ORDER, { room: ROOM });
  await story.heard(ROOM, '已记为任务草稿');
  await story.says('李卫东', '确认，加一条，发现问题当场下整改通知', { room: ROOM });
  await story.heard(ROOM, '已下达T0001');
  await story.moveTo(day, 0, '10:15');
  await story.says('陈立', '收到', { room: ROOM });
  await camera.shoot('room', { as: '李卫东', chat: ROOM, wait: '请5家承办单位' });
  for (const who of ['马强', '刘峰']) await story.says(who, '收到', { room: ROOM });
  await story.says('赵敏', '收到，马上安排', { room: ROOM });
}

/** Story 2: who has not acknowledged is asked in private; a report with a picture. */
async function answers(story: Story, camera: Camera, day: string): Promise<void> {
  await story.moveTo(day, 0, '14:30');
  await story.heard('周洁', '还没有看到高铺镇的签收');
  await story.moveTo(day, 0, '14:38');
  await story.says('周洁', '收到。刚才在村里');
  await story.heard('周洁', '已签收，谢谢');
  await camera.shoot('reminder', { as: '周洁', chat: '值守', wait: '已签收，谢谢' });

  await story.says('孙浩', '收到');
  await story.moveTo(day, 4, '16:02');
  await story.says('陈立', REPORT);
  await story.heard('陈立', '收到青山镇对T0001的报送');
  await story.says('陈立', '', { file: { name: '利民超市.jpg', bytes: await camera.picture(SHOP) } });
  await story.says('陈立', '', { file: { name: '青山镇烟花爆竹排查台账.csv', bytes: Buffer.from(LEDGER) } });
  await camera.shoot('report', { as: '陈立', chat: '值守', wait: '青山镇烟花爆竹排查台账.csv' });
}

/** Story 3: near the deadline, an extension, and the deadline itself. */
async function deadline(story: Story, camera: Camera, day: string): Promise<void> {
  await story.moveTo(day, 5, '09:00');
  await story.heard('马强', '石桥乡尚未报送');
  await story.moveTo(day, 5, '09:06');
  await story.says('马强', '延期 到周五 两个村在搞白事，人手不够，已查15家还剩6家');
  await story.heard('王芳', '石桥乡申请T0001延期');
  await story.says('王芳', '同意');
  await story.heard('马强', '原期限仍记录在案');
  await camera.shoot('extension', { as: '马强', chat: '值守', wait: '原期限仍记录在案' });

  await story.moveTo(day, 6, '15:30');
  await story.heard('孙浩', '今天17:30到期，经开区尚未报送');
  await story.moveTo(day, 6, '18:00');
  await story.heard('孙浩', '没有收到经开区的报送');
  await story.says('孙浩', '17:05发王芳微信了');
  await story.heard('王芳', '孙浩称17:05已把T0001报给你');
  await story.says('王芳', 'T0001 经开区 已收 17:05');
  await story.heard('孙浩', '按时报送登记');
  await camera.shoot('deadline', { as: '孙浩', chat: '值守', wait: '按时报送登记' });
}
