// SPDX-License-Identifier: Apache-2.0
import type { FunctionDefinition } from './function_definition';
import { foldBoth, textOf } from './text';

/** `indexOf(source, substring, start)`: where the substring begins, from 0; null when it is not there. */
export const indexOf: FunctionDefinition = {
  name: 'indexOf',
  required: [
    { name: 'source', type: 'string' },
    { name: 'substring', type: 'string' },
  ],
  optional: [{ name: 'start', type: 'integer' }],
  hasCaseInsensitiveForm: true,
  returns: 'integer',
  evaluate: ([source, wanted, start], { caseInsensitive }) => {
    const [text, piece] = [textOf(source), textOf(wanted)];
    if (text === undefined || piece === undefined) {
      return null;
    }
    const from = Math.max(0, Number(start ?? 0));
    const [haystack, needle] = foldBoth(text, piece, caseInsensitive);
    const found = from > haystack.length ? -1 : haystack.indexOf(needle, from);
    return found < 0 ? null : found;
  },
};
