// SPDX-License-Identifier: Apache-2.0
import { foldBoth, textOf } from './text';
import type { FunctionDefinition } from './function_definition';

/**
 * `between(source, left, right, greedy)`: what stands between the first `left` and the next (greedy:
 * the last) `right`; "" when either is not there.
 */
export const between: FunctionDefinition = {
  name: 'between',
  required: [
    { name: 'source', type: 'string' },
    { name: 'left', type: 'string' },
    { name: 'right', type: 'string' },
  ],
  optional: [{ name: 'greedy', type: 'boolean' }],
  hasCaseInsensitiveForm: true,
  returns: 'keyword',
  evaluate: ([source, left, right, greedy], { caseInsensitive }) => {
    const [text, before, after] = [textOf(source), textOf(left), textOf(right)];
    if (text === undefined || before === undefined || after === undefined) {
      return null;
    }
    if (text === '' || before === '' || after === '') {
      return text;
    }
    return cut(text, before, after, greedy === true, caseInsensitive);
  },
};

const cut = (
  text: string,
  left: string,
  right: string,
  greedy: boolean,
  ignoreCase: boolean,
): string => {
  const [haystack, before] = foldBoth(text, left, ignoreCase);
  const [, after] = foldBoth(text, right, ignoreCase);
  const found = haystack.indexOf(before);
  if (found < 0) {
    return '';
  }
  const start = found + before.length;
  const end = greedy ? haystack.lastIndexOf(after) : haystack.indexOf(after, start);
  if (end >= 0 && end < start) {
    throw new RangeError(`The last [${right}] begins before the first [${left}] ends in [${text}]`);
  }
  return end < 0 ? '' : text.slice(start, end);
};
