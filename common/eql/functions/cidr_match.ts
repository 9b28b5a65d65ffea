// SPDX-License-Identifier: Apache-2.0
import { ipKey, parseIpRange } from '../types/ip';
import { textOf } from './text';
import type { FunctionDefinition } from './function_definition';

/** `cidrMatch(ip, block, …)`: whether the address lies in one of the blocks. */
export const cidrMatch: FunctionDefinition = {
  name: 'cidrMatch',
  required: [
    { name: 'source', type: 'ip' },
    { name: 'block', type: 'string', constant: true },
  ],
  rest: { name: 'block', type: 'string', constant: true },
  returns: 'boolean',
  evaluate: ([source, ...blocks]) => {
    const address = textOf(source);
    if (address === undefined) {
      return null;
    }
    const known = blocks.filter((block) => typeof block === 'string');
    return cidrTest(known)(address) || (known.length === blocks.length ? false : null);
  },
};

/** The test for constant blocks, read once. Throws a `RangeError` for what is no block. */
export const cidrTest = (blocks: readonly string[]): ((address: string) => boolean) => {
  const ranges = blocks.map(parseIpRange);
  return (address) => {
    const key = ipKey(address);
    return key !== undefined && ranges.some(({ from, to }) => from <= key && key <= to);
  };
};
