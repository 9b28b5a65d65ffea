// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';

const LONGEST_WAIT = 60_000;
const SCREENSHOTS = path.resolve(__dirname, '../../build/screenshots');

/** One page in a Chromium: what a person does in it and sees of it. */
export class Tab {
  /** Exceptions, errors on the console and refusals by the Content Security Policy, in order. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    /** All that Playwright can do with it. */
    readonly page: Page,
  ) {
    page.setDefaultTimeout(LONGEST_WAIT);
    page.on('pageerror', (error) => this.complaints.push(error.stack || error.message));
    page.on('console', (message) => {
      // A browser notes each answer with an error's status; those are what some tests are about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.complaints.push(message.text());
      }
    });
  }

  /**
   * Opens one with nothing stored: no cookies, no settings. Nothing slides or fades in it, since a click on what
   * still moves lands beside it.
   */
  static async open(browser: Browser, options: BrowserContextOptions): Promise<Tab> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    return new Tab(context, await context.newPage());
  }

  async close(): Promise<void> {
    // What a test answers for the host may still be on its way.
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.context.close();
  }

  async go(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'commit' });
  }

  /** Waits until the address is like this. */
  arrive(address: RegExp): Promise<void> {
    return this.orSay(this.page.waitForURL(address));
  }

  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }

  /** All that can be read. */
  text(): Promise<string> {
    return this.page.innerText('body');
  }

  /** Waits until this can be read. @throws Error with what can be read instead */
  see(text: string): Promise<void> {
    return this.orSay(
      this.page.waitForFunction((wanted) => document.body?.innerText.includes(wanted), text),
    );
  }

  /** The elements with this `data-test-subj`. */
  all(subject: string): Locator {
    return this.page.locator(`[data-test-subj~=${JSON.stringify(subject)}]`);
  }

  /** Waits until this element is there. */
  find(subject: string): Promise<void> {
    return this.orSay(this.all(subject).first().waitFor({ state: 'attached' }));
  }

  async has(subject: string): Promise<boolean> {
    return (await this.all(subject).count()) > 0;
  }

  /** Clicks where an element is, once it can be clicked there. */
  click(subject: string): Promise<void> {
    return this.orSay(this.all(subject).first().click());
  }

  async type(subject: string, text: string): Promise<void> {
    await this.click(subject);
    await this.page.keyboard.insertText(text);
  }

  /** Presses a key in the field that was typed in last. */
  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** By how many pixels the page is wider than the screen. */
  async overflow(): Promise<number> {
    return Number(
      await this.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    );
  }

  /** How light the background of an element is, from 0 to 255. */
  lightness(subject: string): Promise<number> {
    return lightnessOf(this.all(subject).first());
  }

  /** How light the background of the page is, from 0 to 255. */
  lightnessOfPage(): Promise<number> {
    return lightnessOf(this.page.locator('html'));
  }

  /** For people: writes what can be seen into build/screenshots. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({
      path: path.join(SCREENSHOTS, `${name}.png`),
      animations: 'disabled',
    });
  }

  /** An error says what the page says. */
  private async orSay(action: Promise<unknown>): Promise<void> {
    try {
      await action;
    } catch (error) {
      throw new Error(
        [(error as Error).message, await this.text(), ...this.complaints].join('\n'),
        { cause: error },
      );
    }
  }
}

async function lightnessOf(element: Locator): Promise<number> {
  const colour = await element.evaluate((found) => getComputedStyle(found).backgroundColor);
  const parts = (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part, 0) / 3;
}
