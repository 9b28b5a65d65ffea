// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import stringWidth from 'string-width';
import { shorten } from './shorten';

describe('shorten', () => {
  it.each([
    ['what fits', '/tmp/x', 6, '/tmp/x'],
    ['what is a cell too long', '/tmp/xy', 6, '/tm…xy'],
    ['an even width', 'abcdefghij', 4, 'ab…j'],
    ['an odd width', 'abcdefghij', 5, 'ab…ij'],
    ['a width of one', 'abc', 1, '…'],
    ['wide characters, each of two cells', '编译器编译器', 7, '编…器'],
    ['emoji, each of two cells', '😀😁😂🤣😃', 6, '😀…😃'],
    ['nothing', '', 5, ''],
  ])('cuts %s in the middle', (_, text, width, expected) => {
    expect(shorten(text, width)).toBe(expected);
  });

  it('never gives more cells than it may, and never half a character', () => {
    const character = fc.oneof(
      fc.constantFrom('a', 'ß', '编', '😀', '👍🏽', '🇩🇪', 'e\u0301', '✊'),
      fc.fullUnicode(),
    );
    const text = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (any, width) => {
        const short = shorten(any, width);
        expect(stringWidth(short)).toBeLessThanOrEqual(width);
        expect(short).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 1000 },
    );
  });
});
