// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext } from 'axe-core';

/** Runs an expression in a page and waits for the value of its promise. */
export type Evaluate = (expression: string) => Promise<unknown>;

const SCRIPT = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Colours that change are looked at when they have changed; what never rests is not waited for. */
const AT_REST = `Promise.all(
  document.getAnimations()
    .filter((one) => one.playState === 'running' && one.effect.getComputedTiming().endTime < Infinity)
    .map((one) => one.finished.catch(() => undefined))
).then(() => undefined)`;

/**
 * What axe has against a page as it is when it has come to rest: a line for each element, with the rule, the element
 * and why.
 *
 * @param context what is looked at; what Kibana itself has around our pages is not ours
 */
export const axeViolations = async (
  evaluate: Evaluate,
  context: ElementContext = 'body',
): Promise<string[]> => {
  await evaluate(`${SCRIPT}; undefined`);
  await evaluate(AT_REST);
  const { violations } = (await evaluate(
    `window.axe.run(${JSON.stringify(context)}, { resultTypes: ['violations'] })`,
  )) as AxeResults;
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id} (${impact ?? 'minor'}): ${target.join(' ')}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`,
    ),
  );
};
