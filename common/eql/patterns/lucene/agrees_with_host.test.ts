// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compileLuceneRegex } from './compile_lucene_regex';

const CHARACTERS = [
  ...['a', 'b', 'c', '.', '😀', '\\.', '\\d', '\\w', '\\\\'],
  ...['[ab]', '[^a]', '[a-c]', '[^b-c\\d]', '[a😀.]', '[\\d\\.]'],
];
const REPEATS = ['', '', '', '*', '+', '?', '{2}', '{0,2}', '{1,3}', '{2,}', '{0}'];

const joined = (part: fc.Arbitrary<string>, most: number, by = ''): fc.Arbitrary<string> =>
  fc.array(part, { minLength: 1, maxLength: most }).map((parts) => parts.join(by));

const grouped = (pattern: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  pattern.map((inner) => `(?:${inner})`);

const repeated = (atom: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const repeat = fc.tuple(atom, fc.constantFrom(...REPEATS)).map((parts) => parts.join(''));
  return joined(joined(repeat, 4), 3, '|');
};

/**
 * Patterns that mean the same to Lucene and to the host. A repetition stands in one other at most: the host
 * tries all ways to match, and with one more level it takes minutes and more for some patterns of that kind,
 * even for texts of eight characters.
 */
const characters = fc.constantFrom(...CHARACTERS);
const flat = repeated(characters);
const nested = repeated(fc.oneof(characters, grouped(flat)));
const pattern = fc.oneof(nested, joined(joined(fc.oneof(characters, grouped(nested)), 2), 2, '|'));

const text = fc.stringOf(fc.constantFrom('a', 'b', 'c', '1', '.', '\\', '\n', '😀'), {
  maxLength: 8,
});

describe('compileLuceneRegex', () => {
  it('agrees with the host where the two syntaxes do', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 20 }), (source, texts) => {
        // eslint-disable-next-line no-restricted-syntax -- the host is what we compare with
        const host = new RegExp(`^(?:${source})$`, 'su');
        const test = compileLuceneRegex(source.replaceAll('(?:', '('), { caseInsensitive: false });
        expect(texts.map(test)).toEqual(texts.map((each) => host.test(each)));
      }),
      { numRuns: 2000 },
    );
  });
});
