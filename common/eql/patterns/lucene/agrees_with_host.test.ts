// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compileLuceneRegex } from './compile_lucene_regex';

/** Patterns that mean the same to Lucene and to the host. */
const { pattern } = fc.letrec<{ atom: string; repeat: string; sequence: string; pattern: string }>(
  (tie) => ({
    atom: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', 'c', '.', '😀', '\\.', '\\d', '\\w', '\\\\'),
      fc.constantFrom('[ab]', '[^a]', '[a-c]', '[^b-c\\d]', '[a😀.]', '[\\d\\.]'),
      tie('pattern').map((inner) => `(?:${inner})`),
    ),
    repeat: fc
      .tuple(
        tie('atom'),
        fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,2}', '{1,3}', '{2,}', '{0}'),
      )
      .map((parts) => parts.join('')),
    sequence: fc
      .array(tie('repeat'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('')),
    pattern: fc
      .array(tie('sequence'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('|')),
  }),
);

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
