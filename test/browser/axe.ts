// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Tab } from './tab';

const SCRIPT = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with the accessibility of the page as it is now, a line for each element: the rule, the
 * element, and what is wrong. Standards of WCAG 2.1 AA and what axe calls best practices.
 * @see https://dequeuniversity.com/rules/axe
 */
export async function violations({ page }: Tab): Promise<readonly string[]> {
  // Evaluated by the debugger, which the page's CSP does not bind.
  await page.evaluate(SCRIPT);
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
