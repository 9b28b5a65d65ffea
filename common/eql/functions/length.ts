// SPDX-License-Identifier: Apache-2.0
import type { FunctionDefinition } from './function_definition';
import { textOf } from './text';

/** `length(source)`: the number of UTF-16 units (an emoji counts 2, observed on 8.10). */
export const length: FunctionDefinition = {
  name: 'length',
  required: [{ name: 'source', type: 'string' }],
  returns: 'integer',
  evaluate: ([source]) => textOf(source)?.length ?? null,
};
