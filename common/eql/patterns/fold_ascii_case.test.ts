// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { foldAsciiCase } from './fold_ascii_case';

describe('foldAsciiCase', () => {
  it.each([
    ['nothing', '', ''],
    ['lower case', 'foo.exe', 'foo.exe'],
    ['upper case', 'CMD.EXE', 'cmd.exe'],
    ['what stands next to the letters', '@AZ[`az{', '@az[`az{'],
    ['other letters, in front', 'ÜBER', 'Über'],
    ['other letters, between', 'STRAßE ÜNÏCÖDÉ', 'straße ÜnÏcÖdÉ'],
    ['letters that are lower-cased into ASCII or into two', 'K\u212a İI', 'k\u212a İi'],
    ['a sigma at the end', 'ΑΣ A', 'ΑΣ a'],
    ['an emoji', 'A😀B', 'a😀b'],
  ])('folds %s', (_, text, folded) => {
    expect(foldAsciiCase(text)).toBe(folded);
  });

  it('changes A to Z only, one by one', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (text) => {
        const expected = [...text]
          .map((char) => (char >= 'A' && char <= 'Z' ? char.toLowerCase() : char))
          .join('');
        expect(foldAsciiCase(text)).toBe(expected);
      }),
    );
  });
});
