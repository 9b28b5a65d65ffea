// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { EqlError } from '../errors';
import { parseQuery } from './parse_query';
import { KEYWORDS, SYMBOLS } from './tokens';

const PIECES = [
  ...KEYWORDS,
  ...SYMBOLS,
  ...['process', 'length', 'runs', 'head', 'tail', 's', 'x~', '`a b`', '"x"', '"""y"""', "'z'"],
  ...[
    '1',
    '2',
    '1.5',
    '?"old"',
    '// note\n',
    '/* note */',
    '\n',
    '"open',
    '`open',
    '\\',
    '&',
    '😀',
  ],
  ...['any where true', 'sequence by a', '[any where true]', '[x where y] by z', 'with maxspan=1m'],
];

const outcome = (text: string): string | undefined => {
  try {
    parseQuery(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof EqlError)) {
      throw error;
    }
    const { kind, problems } = error;
    const complete =
      problems.length > 0 && problems.every(({ message, remedy }) => message && remedy);
    return kind === 'parsing' && complete ? undefined : error.message;
  }
};

/** Whether the place of each problem lies in the text, or just behind it. */
const placesLieWithin = (text: string): boolean => {
  try {
    parseQuery(text);
  } catch (error) {
    const lines = text.split('\n');
    return (error as EqlError).problems.every(
      ({ at }) => !at || at.column <= (lines[at.line - 1]?.length ?? -2) + 2,
    );
  }
  return true;
};

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.fullUnicodeString(),
);

describe('whatever the text', () => {
  it('it is a query, or the error is a parsing error with a remedy', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(outcome(text)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('the error lies in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(placesLieWithin(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
