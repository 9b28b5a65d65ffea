// SPDX-License-Identifier: Apache-2.0
import type { FunctionDefinition } from './function_definition';
import { textOf } from './text';

/** `substring(source, start, end)`: as Python's slices, negative positions count from the end. */
export const substring: FunctionDefinition = {
  name: 'substring',
  required: [
    { name: 'source', type: 'string' },
    { name: 'start', type: 'integer' },
  ],
  optional: [{ name: 'end', type: 'integer' }],
  returns: 'keyword',
  evaluate: ([source, start = null, end = null]) => {
    const text = textOf(source);
    if (text === undefined) {
      return null;
    }
    if (start === null) {
      return text;
    }
    return end === null ? text.slice(Number(start)) : text.slice(Number(start), Number(end));
  },
};
