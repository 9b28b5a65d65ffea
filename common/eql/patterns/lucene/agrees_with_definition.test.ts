// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compileLuceneRegex } from './compile_lucene_regex';

/** A pattern, and what it means: whether it matches `text` between two offsets. */
interface Meaning {
  readonly pattern: string;
  readonly matches: (text: string, from: number, to: number) => boolean;
}

const offsets = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const sequenceOf = (first: Meaning, second: Meaning): Meaning => ({
  pattern: `(${first.pattern})(${second.pattern})`,
  matches: (text, from, to) =>
    offsets(from, to).some(
      (middle) => first.matches(text, from, middle) && second.matches(text, middle, to),
    ),
});

const eitherOf = (first: Meaning, second: Meaning): Meaning => ({
  pattern: `(${first.pattern})|(${second.pattern})`,
  matches: (text, from, to) => first.matches(text, from, to) || second.matches(text, from, to),
});

const bothOf = (first: Meaning, second: Meaning): Meaning => ({
  pattern: `(${first.pattern})&(${second.pattern})`,
  matches: (text, from, to) => first.matches(text, from, to) && second.matches(text, from, to),
});

const complementOf = (body: Meaning): Meaning => ({
  pattern: `~(${body.pattern})`,
  matches: (text, from, to) => !body.matches(text, from, to),
});

const repeatOf = (body: Meaning, [min, max]: readonly [number, number]): Meaning => {
  const times = (text: string, from: number, to: number, done: number): boolean =>
    (from === to && done >= min) ||
    (done < Math.min(max, min + text.length) &&
      offsets(from, to).some(
        (middle) => body.matches(text, from, middle) && times(text, middle, to, done + 1),
      ));
  return {
    pattern: `(${body.pattern}){${min},${max === Infinity ? '' : max}}`,
    matches: (text, from, to) => times(text, from, to, 0),
  };
};

const leaf = (pattern: string, matches: (part: string) => boolean): Meaning => ({
  pattern,
  matches: (text, from, to) => matches(text.slice(from, to)),
});

const LETTERS = ['a', 'b', '1', 'x'];

const shortTexts = (length: number): string[] =>
  length === 0
    ? ['']
    : ['', ...shortTexts(length - 1).flatMap((text) => LETTERS.map((letter) => letter + text))];

const SHORT_TEXTS = shortTexts(3);

/** Lucene has repeats of what matches nothing match nothing, even no times; left to the tables. */
const matchesSomethingShort = (meaning: Meaning): boolean =>
  SHORT_TEXTS.some((text) => meaning.matches(text, 0, text.length));

const { meaning } = fc.letrec<{ meaning: Meaning }>((tie) => ({
  meaning: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      leaf('a', (part) => part === 'a'),
      leaf('b', (part) => part === 'b'),
      leaf('.', (part) => part.length === 1),
      leaf('[^a]', (part) => part.length === 1 && part !== 'a'),
      leaf('"ab"', (part) => part === 'ab'),
      leaf('()', (part) => part === ''),
      leaf('@', () => true),
      leaf('#', () => false),
      leaf('<1-11>', (part) => part === '1' || part === '11'),
    ),
    fc.tuple(tie('meaning'), tie('meaning')).map((both) => sequenceOf(...both)),
    fc.tuple(tie('meaning'), tie('meaning')).map((both) => eitherOf(...both)),
    fc.tuple(tie('meaning'), tie('meaning')).map((both) => bothOf(...both)),
    tie('meaning').map(complementOf),
    fc
      .tuple(
        tie('meaning').filter(matchesSomethingShort),
        fc.constantFrom([0, 1], [0, Infinity], [1, Infinity], [2, 2], [1, 3], [2, Infinity]),
      )
      .map(([body, [min = 0, max = 0]]) => repeatOf(body, [min, max])),
  ),
}));

const text = fc.stringOf(fc.constantFrom(...LETTERS), { maxLength: 5 });

describe('compileLuceneRegex', () => {
  it('agrees with the definition of each operator', () => {
    fc.assert(
      fc.property(meaning, fc.array(text, { minLength: 1, maxLength: 10 }), (expected, texts) => {
        const test = compileLuceneRegex(expected.pattern, { caseInsensitive: false });
        expect(texts.map(test)).toEqual(
          texts.map((each) => expected.matches(each, 0, each.length)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
