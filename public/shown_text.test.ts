// SPDX-License-Identifier: Apache-2.0
import { allText, shownJson, shownText } from './shown_text';

test.each([
  ['plain text and other scripts as they are', 'gcc -o шум 程序 é 🦊', 'gcc -o шум 程序 é 🦊'],
  ['markup as text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['controls as pictures', 'a\u0000b\nc\u001b[31m\u007f', 'a\u2400b\u240ac\u241b[31m\u2421'],
  ['the turn of the writing direction', 'gpj.\u202ecod', 'gpj.⟨U+202E⟩cod'],
  ['isolates and marks', '\u2066a\u2069\u200f\u061c', '⟨U+2066⟩a⟨U+2069⟩⟨U+200F⟩⟨U+061C⟩'],
  ['what has no width', 'ls\u200b\ufeff\u3164', 'ls⟨U+200B⟩⟨U+FEFF⟩⟨U+3164⟩'],
  ['tags beyond the first plane', 'x\u{e0041}', 'x⟨U+E0041⟩'],
  ['selectors of variants', 'a\ufe01b\u{e0101}', 'a⟨U+FE01⟩b⟨U+E0101⟩'],
  ['half a pair', 'x\ud800', 'x⟨U+D800⟩'],
  ['line separators', 'a\u2028b\u0085', 'a⟨U+2028⟩b⟨U+0085⟩'],
])('shows %s', (_, value, text) => {
  expect(shownText(value)).toEqual({ text, left: 0 });
});

test('a long value is cut, and says by how much', () => {
  const value = 'x'.repeat(1_000_000);
  expect(shownText(value)).toEqual({ text: 'x'.repeat(500), left: 999_500 });
  expect(shownText('abcdef', 4)).toEqual({ text: 'abcd', left: 2 });
  expect(allText(value)).toHaveLength(1_000_000);
});

test('no character is cut in two', () => {
  expect(shownText('abc🦊', 4)).toEqual({ text: 'abc', left: 2 });
});

test('a document is JSON whose hidden characters are escaped', () => {
  const document = { 'a\u202eb': ['<b>', 'x\u200by\n', '\u{e0041}'] };
  const json = shownJson(document);
  expect(json).toBe(
    '{\n  "a\\u202eb": [\n    "<b>",\n    "x\\u200by\\n",\n    "\\udb40\\udc41"\n  ]\n}',
  );
  expect(JSON.parse(json)).toEqual(document);
});
