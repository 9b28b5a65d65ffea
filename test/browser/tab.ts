// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Send } from './chromium';

const LOOK_AGAIN_AFTER = 50;
const LONGEST_WAIT = 15_000;

/** One page in a Chromium: what a person does in it and sees of it. */
export class Tab {
  /** Exceptions, errors on the console and refusals by the Content Security Policy, in order. */
  readonly complaints: string[] = [];

  constructor(
    private readonly send: Send,
    readonly close: () => Promise<unknown>,
  ) {}

  async start({ width, height }: { width: number; height: number }): Promise<void> {
    await Promise.all([
      ...['Page.enable', 'Runtime.enable', 'Log.enable'].map((method) => this.send(method)),
      this.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: width < 600,
      }),
    ]);
  }

  /** Called with each event of the tab. */
  hear(method: string, params: Readonly<Record<string, unknown>>): void {
    const { exceptionDetails, type, args, entry } = params as {
      exceptionDetails?: { text: string; exception?: { description?: string } };
      type?: string;
      args?: { value?: unknown; description?: string }[];
      entry?: { level: string; source: string; text: string };
    };
    if (method === 'Runtime.exceptionThrown' && exceptionDetails) {
      this.complaints.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    if (method === 'Runtime.consoleAPICalled' && type === 'error') {
      this.complaints.push((args ?? []).map((arg) => arg.description ?? arg.value).join(' '));
    }
    // A browser notes each answer with an error's status; those are what some tests are about.
    if (method === 'Log.entryAdded' && entry?.level === 'error' && entry.source !== 'network') {
      this.complaints.push(entry.text);
    }
  }

  async go(url: string): Promise<void> {
    await this.send('Page.navigate', { url });
  }

  /** The value of an expression in the page, or of its promise. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })) as {
      result: { value?: unknown };
      exceptionDetails?: { exception?: { description?: string } };
    };
    if (exceptionDetails) {
      throw new Error(`${expression}: ${exceptionDetails.exception?.description}`);
    }
    return result.value;
  }

  /** All that can be read. */
  async text(): Promise<string> {
    return String(await this.evaluate('document.body ? document.body.innerText : ""'));
  }

  /** Waits until this can be read. @throws Error with what can be read instead */
  see(text: string): Promise<void> {
    return this.until(`document.body?.innerText.includes(${JSON.stringify(text)})`, `[${text}]`);
  }

  /** Waits until this element is there. */
  find(subject: string): Promise<void> {
    return this.until(`${element(subject)} !== null`, `an element ${subject}`);
  }

  async has(subject: string): Promise<boolean> {
    return (await this.evaluate(`${element(subject)} !== null`)) === true;
  }

  /** Clicks where an element is, once it can be clicked there. */
  async click(subject: string): Promise<void> {
    // Moves with what moves, and is not there as long as something else covers it.
    const place = `(() => {
      const element = ${element(subject)};
      if (!element || element.disabled) return null;
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      return element.contains(document.elementFromPoint(at.x, at.y)) ? at : null;
    })()`;
    await this.until(`${place} !== null`, `${subject} to click on`);
    const at = (await this.evaluate(place)) as { x: number; y: number };
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
    }
  }

  async type(subject: string, text: string): Promise<void> {
    await this.click(subject);
    await this.send('Input.insertText', { text });
  }

  /** Presses a key in the field that was typed in last. */
  async press(key: 'Enter'): Promise<void> {
    for (const type of ['keyDown', 'keyUp']) {
      await this.send('Input.dispatchKeyEvent', {
        type,
        key,
        code: key,
        windowsVirtualKeyCode: 13,
        ...(type === 'keyDown' && { text: '\r' }),
      });
    }
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
  async lightness(subject: string): Promise<number> {
    const colour = String(
      await this.evaluate(`getComputedStyle(${element(subject)}).backgroundColor`),
    );
    const parts = (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    return parts.reduce((sum, part) => sum + part, 0) / 3;
  }

  /** For people: writes what can be seen into build/screenshots. */
  async screenshot(name: string): Promise<void> {
    // Icons and dots fade in.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    const folder = path.resolve(__dirname, '../../build/screenshots');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.png`), Buffer.from(data as string, 'base64'));
  }

  private async until(condition: string, what: string): Promise<void> {
    for (const end = Date.now() + LONGEST_WAIT; Date.now() < end;) {
      if ((await this.evaluate(condition)) === true) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER));
    }
    throw new Error(
      `There is no ${what}. The page says: ${await this.text()}\n${this.complaints.join('\n')}`,
    );
  }
}

const element = (subject: string): string =>
  `document.querySelector('[data-test-subj~=${JSON.stringify(subject)}]')`;
