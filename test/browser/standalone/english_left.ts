// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';

/** What is not in the language of the page: queries and code, entries of lists, and the texts of Elastic Charts. */
const NOT_OURS =
  'code, pre, .euiCodeBlock, .euiComboBoxPill, .echScreenReaderOnly, [lang=en], [translate=no]';

/** Names that are the same in every language. */
const NAMES = [
  'Recently Compiled',
  'Elastic Defend',
  'Elastic Agent',
  'Fleet Server',
  'Network Connection via Recently Compiled Executable',
];

/** What EUI 90 says in English alone: it has no tokens for them. */
const WITHOUT_TOKEN = [
  'Open list of options',
  'Press the down key to open a popover containing a calendar',
];

/** Lists of the published rule. */
const RULE = ['simpleX, conftest, ssh, python, ispnull, pvtui'];

/** Several words in a row, as a sentence has them; a comma may stand after each. */
const WORDS = /[A-Za-z][A-Za-z'’]*[,;:]?(?: [A-Za-z][A-Za-z'’]*[,;:]?){2,}/g;

/**
 * The English that people can read or hear on a page in Chinese: runs of at least three words, in texts and in the
 * labels of fields and pictures.
 *
 * @param data what the recording holds, such as command lines, which stays as it is
 */
export async function englishLeft(page: Page, data: readonly string[] = []): Promise<string[]> {
  const texts = await page.evaluate(visibleTexts, NOT_OURS);
  return texts.flatMap(
    (text) => without(text, [...NAMES, ...WITHOUT_TOKEN, ...RULE, ...data]).match(WORDS) ?? [],
  );
}

const without = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, '·'), text);

/** Runs in the page. */
function visibleTexts(notOurs: string): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // The choices of a list that is closed can be read once it is opened.
    const element = node.parentElement?.closest('select') ?? node.parentElement;
    if (element?.checkVisibility({ visibilityProperty: true }) && !element.closest(notOurs)) {
      found.push(node.textContent ?? '');
    }
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-roledescription']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (element.checkVisibility() && !element.closest(notOurs)) {
        found.push(element.getAttribute(name) ?? '');
      }
    }
  }
  return found;
}
