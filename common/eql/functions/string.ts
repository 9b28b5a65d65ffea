// SPDX-License-Identifier: Apache-2.0
import type { FunctionDefinition } from './function_definition';
import { toText } from './text';

/** `string(value)`: the value as text. */
export const string: FunctionDefinition = {
  name: 'string',
  required: [{ name: 'source', type: 'any' }],
  returns: 'keyword',
  evaluate: ([source = null], { types: [type = 'keyword'] }) =>
    source === null ? null : toText(source, type),
};
