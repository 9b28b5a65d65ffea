// SPDX-License-Identifier: Apache-2.0
import type { Evaluate } from './axe';

/** What EUI 90 says in English whatever the language is. */
const OF_EUI = new Set([
  'Open list of options',
  'Close list of options',
  'Press the down key to open a popover containing a calendar.',
]);

/** Three words or numbers in a row, as names, command lines and values hardly have them. */
const SENTENCE = '[A-Za-z]{2,} [A-Za-z0-9]+ [A-Za-z]{2,}';

/** Texts and labels of a page that are sentences in English; code and what only readers without scripts see is left out. */
export const englishTexts = async (evaluate: Evaluate): Promise<string[]> => {
  const found = (await evaluate(`(() => {
    const sentence = new RegExp(${JSON.stringify(SENTENCE)});
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement.closest('script, style, noscript, code, pre')) texts.push(textContent);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      document.querySelectorAll('[' + name + ']').forEach((one) => texts.push(one.getAttribute(name)));
    }
    return [...new Set(texts)].filter((text) => sentence.test(text));
  })()`)) as string[];
  return found.filter((text) => !OF_EUI.has(text));
};
