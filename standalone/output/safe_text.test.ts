// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { safeText } from './safe_text';

describe('safeText', () => {
  it.each([
    ['plain text', '/tmp/x -o "a b"', '/tmp/x -o "a b"'],
    ['letters of any language', 'größe 编译 ключ مرحبا', 'größe 编译 ключ مرحبا'],
    ['emoji', 'a😀b', 'a😀b'],
    ['a backslash, which the terminal leaves alone', '\\x1b', '\\x1b'],
    ['nothing', '', ''],
  ])('leaves %s as it is', (_, text, expected) => {
    expect(safeText(text)).toBe(expected);
  });

  it.each([
    ['a colour', '\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
    ['the title of the window', '\u001b]0;owned\u0007', '\\x1b]0;owned\\x07'],
    ['a clipboard', '\u001b]52;c;cm0gLXJm\u001b\\', '\\x1b]52;c;cm0gLXJm\\x1b\\'],
    ['the one-byte beginning of those', '\u009b2J\u009d', '\\x9b2J\\x9d'],
    ['line ends', 'a\nb\r\nc\u2028d\u2029e\u0085f', 'a\\x0ab\\x0d\\x0ac\\u{2028}d\\u{2029}e\\x85f'],
    ['what goes back over the text', 'good\b\b\b\bevil\u007f', 'good\\x08\\x08\\x08\\x08evil\\x7f'],
    ['tabs and zeros', 'a\tb\0c', 'a\\x09b\\x00c'],
    ['text from right to left', 'exe.\u202egpj.sh\u202c', 'exe.\\u{202e}gpj.sh\\u{202c}'],
    [
      'isolated directions',
      '\u2066a\u2067b\u2068c\u2069',
      '\\u{2066}a\\u{2067}b\\u{2068}c\\u{2069}',
    ],
    ['marks of direction', '\u200e\u200f\u061c', '\\u{200e}\\u{200f}\\u{061c}'],
    [
      'what has no width',
      'a\u200bb\u200dc\ufeffd\u00ade\u2060',
      'a\\u{200b}b\\u{200d}c\\u{feff}d\\xade\\u{2060}',
    ],
    ['half a character', 'a\ud83db\udc00', 'a\\u{d83d}b\\u{dc00}'],
  ])('shows %s as its code', (_, text, expected) => {
    expect(safeText(text)).toBe(expected);
  });

  it('never gives what a terminal acts on', () => {
    const nasty = fc.constantFrom(
      '\u001b',
      '\n',
      '\u202e',
      '\u009b',
      '\ud800',
      '\u0000',
      'a',
      '😀',
    );
    const text = fc.array(fc.oneof(nasty, fc.fullUnicode())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (any) => {
        expect(safeText(any)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      }),
    );
  });
});
