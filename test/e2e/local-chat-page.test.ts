import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type LocalChat, startLocalChat } from '../../bot/gateway/local/server.ts';
import { CAST, person, ROOM, tempDir, testClock } from '../bot/gateway/chat-world.ts';

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let dir: Awaited<ReturnType<typeof tempDir>>;
let chat: LocalChat;
let phone: ReturnType<typeof person>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', ...QUIET],
  });
});

afterAll(() => browser.close());

beforeEach(async () => {
  dir = await tempDir();
  chat = await startLocalChat({ dir: dir.path, port: 0, host: '127.0.0.1', cast: CAST, clock: testClock() });
  phone = person(chat.url);
  complaints = [];
});

afterEach(async () => {
  await page.context().close();
  await chat.close();
  await dir.remove();
  expect(complaints).toEqual([]);
});

/** Opens the page; what the browser complains about, or asks of anybody else, fails the test. */
async function open(viewport = DESK): Promise<void> {
  const context = await browser.newContext({ viewport, hasTouch: viewport === PHONE, isMobile: viewport === PHONE });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(chat.url) && complaints.push(`asked ${request.url()}`));
  await page.goto(chat.url);
  await page.locator('.chat-item').first().waitFor();
}

const openRoom = () => page.getByRole('navigation').getByRole('button', { name: ROOM }).click();
const messageBox = () => page.getByRole('textbox', { name: '消息' });
const last = async () => (await phone.get('/local/messages?room=room.anweihui')).at(-1);

describe('the chat page', () => {
  test('lets a person mention the bot by keyboard alone', async () => {
    await open();
    await openRoom();
    await messageBox().focus();
    await page.keyboard.type('@陈');
    await page.getByRole('listbox', { name: '选择要提醒的人' }).getByText('陈立').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('@');
    await page.keyboard.press('Tab');
    await page.keyboard.type('请今天报台账');
    await page.keyboard.press('Enter');
    await page.locator('.message.mine').waitFor();
    expect(await last()).toMatchObject({
      from: 'liweidong',
      text: '@陈立\u2005@值守\u2005请今天报台账',
      mentions: expect.arrayContaining(['zhishou', 'chenli']),
    });
  });

  test('answers a message, sends a file, and takes a message back', async () => {
    const order = await phone.says('王芳', '请报台账');
    await open();
    await openRoom();
    await page.locator(`[data-id="${order}"] .content`).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '引用' }).click();
    await messageBox().fill('收到');
    await page.locator('#files').setInputFiles({ name: '台账.xlsx', mimeType: 'x', buffer: Buffer.from('PK') });
    await page.getByRole('button', { name: '发送', exact: true }).click();
    await page.locator('.file-card').waitFor();
    const messages = await phone.get('/local/messages?room=room.anweihui');
    expect(messages).toMatchObject([
      { id: order },
      { text: '收到', quote: order },
      { file: { name: '台账.xlsx', size: 2 } },
    ]);

    const mine = page.locator('.message.mine', { hasText: '收到' });
    await mine.hover();
    await mine.getByRole('button', { name: /更多操作/ }).click();
    await page.getByRole('menuitem', { name: '撤回' }).click();
    await page.getByText('你撤回了一条消息').first().waitFor();
    expect(await phone.get(`/local/messages/${messages[1].id}`)).toMatchObject({ recalled: true });
  });

  test('takes files that are dropped or pasted', async () => {
    await open();
    await openRoom();
    await page.evaluate(`(() => {
      const carrying = (name) => {
        const data = new DataTransfer();
        data.items.add(new File(['hi'], name));
        return data;
      };
      const how = { bubbles: true, cancelable: true };
      document.getElementById('chat').dispatchEvent(new DragEvent('drop', { ...how, dataTransfer: carrying('拖来.txt') }));
      document.getElementById('text').dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: carrying('贴来.png') }));
    })()`);
    await page.getByRole('button', { name: '去掉 拖来.txt' }).click();
    await page.getByRole('button', { name: '发送', exact: true }).click();
    await page.getByRole('article').waitFor();
    expect(await phone.get('/local/messages')).toMatchObject([{ text: '', file: { name: '贴来.png', kind: 'image' } }]);
  });

  test('shows what others write at once, and how much of it is unread', async () => {
    await open();
    await phone.says('王芳', '一');
    await phone.says('王芳', '二');
    await page.getByLabel('2 条未读').waitFor();
    await openRoom();
    await phone.says('zhishou', '【T0612】请签收', { room: ROOM });
    await page.locator('.message.theirs', { hasText: 'T0612' }).waitFor();
    expect(await page.getByLabel(/条未读/).count()).toBe(0);
  });

  test('plays several people, each with a private chat of its own', async () => {
    await phone.says('zhishou', '明天到期', { to: 'wangfang', room: undefined });
    await open();
    await page.getByRole('combobox', { name: '我现在是' }).selectOption({ label: '王芳' });
    await page.locator('.message.theirs', { hasText: '明天到期' }).waitFor();
    await messageBox().fill('知道了');
    await page.keyboard.press('Enter');
    await page.locator('.message.mine').waitFor();
    expect(await phone.get('/local/messages?with=王芳')).toMatchObject([
      { from: 'zhishou' },
      { from: 'wangfang', text: '知道了' },
    ]);
  });

  test('moves the clock of the product', async () => {
    await open();
    await page.getByText('10:12').first().waitFor();
    await page.getByRole('button', { name: '+15 分钟' }).click();
    await page.getByText('10:27').first().waitFor();
    await page.getByRole('button', { name: '明天 9:00' }).click();
    await page.getByText('2026年1月16日 周五').waitFor();
    await page.getByLabel('拨到某个时间').fill('2026-02-14T08:05');
    await page.getByRole('button', { name: '拨到' }).click();
    await page.getByText('2026年2月14日 周六').waitFor();
    expect(await phone.get('/local/clock')).toEqual({ now: '2026-02-14T00:05:00.000Z' });
  });

  test('keeps its layout with huge texts, unbroken words and storms of emoji, on a phone too', async () => {
    for (const text of ['长'.repeat(50_000), 'a'.repeat(3_000), '🎉'.repeat(2_000), '行\n'.repeat(500)])
      await phone.says('王芳', text);
    for (const viewport of [DESK, PHONE]) {
      await open(viewport);
      await openRoom();
      await page.getByRole('button', { name: '展开全文' }).first().waitFor();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBe(0);
      if (viewport === DESK) await page.context().close();
    }
  });

  test('is one column on a phone, with a way back', async () => {
    await open(PHONE);
    await messageBox().waitFor({ state: 'hidden' });
    await openRoom();
    await messageBox().waitFor({ state: 'visible' });
    await page.getByRole('button', { name: '返回聊天列表' }).click();
    await messageBox().waitFor({ state: 'hidden' });
  });

  test('shows text as text, whatever it looks like', async () => {
    await phone.says('王芳', '<img src=x onerror=alert(1)><b>粗</b>');
    await open();
    await openRoom();
    await page.getByText('<img src=x onerror=alert(1)><b>粗</b>').last().waitFor();
  });
});
