// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compileLuceneRegex } from '../compile_lucene_regex';

const testOf = (low: string, high: string) =>
  compileLuceneRegex(`<${low}-${high}>`, { caseInsensitive: false });

describe('decimalInterval', () => {
  const ends = fc
    .tuple(fc.nat(12_000), fc.nat(12_000))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  const numbers = fc.tuple(fc.nat(13_000), fc.nat(3));

  it('takes the numbers of the interval, with any zeros in front when lengths differ', () => {
    fc.assert(
      fc.property(ends, numbers, ({ min, max }, [number, zeros]) => {
        fc.pre(String(min).length !== String(max).length);
        const text = '0'.repeat(zeros) + String(number);
        expect(testOf(String(min), String(max))(text)).toBe(number >= min && number <= max);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes exactly so many digits when both ends have them', () => {
    fc.assert(
      fc.property(ends, numbers, fc.nat(2), ({ min, max }, [number, zeros], more) => {
        const digits = String(max).length + more;
        const [low, high] = [min, max].map((end) => String(end).padStart(digits, '0'));
        const text = '0'.repeat(zeros) + String(number);
        expect(testOf(low!, high!)(text)).toBe(
          number >= min && number <= max && text.length === digits,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
