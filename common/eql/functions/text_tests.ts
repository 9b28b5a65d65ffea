// SPDX-License-Identifier: Apache-2.0
import type { FunctionDefinition } from './function_definition';
import { foldBoth, textOf } from './text';

const textTest = (
  name: string,
  part: string,
  test: (source: string, part: string) => boolean,
  onMissingPart: () => null,
): FunctionDefinition => ({
  name,
  required: [
    { name: 'source', type: 'string' },
    { name: part, type: 'string' },
  ],
  hasCaseInsensitiveForm: true,
  returns: 'boolean',
  evaluate: ([source, wanted], { caseInsensitive }) => {
    const [text, piece] = [textOf(source), textOf(wanted)];
    if (text === undefined) {
      return null;
    }
    return piece === undefined ? onMissingPart() : test(...foldBoth(text, piece, caseInsensitive));
  },
});

const toNull = (): null => null;

/** Observed on a real Elasticsearch 8.10: the search fails where the substring is missing. */
const refuse = (): never => {
  throw new RangeError('The substring is missing');
};

/** `startsWith(source, prefix)` */
export const startsWith = textTest('startsWith', 'prefix', (a, b) => a.startsWith(b), toNull);

/** `endsWith(source, suffix)` */
export const endsWith = textTest('endsWith', 'suffix', (a, b) => a.endsWith(b), toNull);

/** `stringContains(source, substring)` */
export const stringContains = textTest(
  'stringContains',
  'substring',
  (a, b) => a.includes(b),
  refuse,
);
