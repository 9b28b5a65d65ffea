// SPDX-License-Identifier: Apache-2.0
import type { FunctionDefinition } from './function_definition';
import { toText } from './text';

/** `concat(value, …)`: the values as one text; null when any is missing. */
export const concat: FunctionDefinition = {
  name: 'concat',
  required: [],
  rest: { name: 'value', type: 'any' },
  returns: 'keyword',
  evaluate: (args, { types }) => {
    let text = '';
    for (const [i, value] of args.entries()) {
      if (value === null) {
        return null;
      }
      text += toText(value, types[i] ?? 'keyword');
    }
    return text;
  },
};
