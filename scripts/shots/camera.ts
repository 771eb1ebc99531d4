import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../../config/root.ts';

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const MOST_BYTES = 200 * 1024;

/** Photographs the chat page as one person sees it, on a desk and on a phone. Throws when a picture is too heavy for the repository. */
export class Camera {
  private readonly browser: Browser;
  private readonly chatUrl: string;
  private readonly folder = join(projectRoot(), 'docs', 'shots');

  constructor(browser: Browser, chatUrl: string) {
    this.browser = browser;
    this.chatUrl = chatUrl;
    mkdirSync(this.folder, { recursive: true });
  }

  /** `wait`: words that must stand in the chat before the picture is taken. */
  async shoot(name: string, view: { as: string; chat: string; wait: string }): Promise<void> {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const isPhone = size === 'phone';
      const context = await this.browser.newContext({
        viewport,
        hasTouch: isPhone,
        isMobile: isPhone,
        locale: 'zh-CN',
      });
      const page = await context.newPage();
      await this.open(page, view);
      await this.keep(page, `${name}-${size}.png`);
      await context.close();
    }
  }

  /** A drawn picture, to be sent as somebody's photograph. */
  async picture(svg: string): Promise<Buffer> {
    const page = await this.browser.newPage({ viewport: { width: 640, height: 420 } });
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    const jpeg = await page.screenshot({ type: 'jpeg', quality: 70 });
    await page.close();
    return jpeg;
  }

  private async open(page: Page, { as, chat, wait }: { as: string; chat: string; wait: string }): Promise<void> {
    await page.goto(this.chatUrl);
    await page.locator('.chat-item').first().waitFor();
    await page.getByRole('combobox', { name: '我现在是' }).selectOption({ label: as });
    const title = page.locator('.chat-title').getByText(chat, { exact: true });
    await page.locator('.chat-item').filter({ has: title }).click();
    await page.getByRole('log').getByText(wait).last().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {});
  }

  private async keep(page: Page, file: string): Promise<void> {
    const path = join(this.folder, file);
    await page.screenshot({ path, animations: 'disabled' });
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes, more than ${MOST_BYTES}`);
    process.stdout.write(`${relative(projectRoot(), path)}  ${Math.round(size / 1024)} KB\n`);
  }
}
