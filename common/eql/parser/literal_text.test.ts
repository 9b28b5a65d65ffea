// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { quoteFieldName, quoteString, unquoteString } from './literal_text';
import { KEYWORDS } from './tokens';

describe('unquoteString', () => {
  it.each([
    ['""', ''],
    ['"a b"', 'a b'],
    ['"\\b\\t\\n\\f\\r"', '\b\t\n\f\r'],
    ['"\\"\\\'\\\\"', '"\'\\'],
    ['"it\'s"', "it's"],
    ['"\\u{41}"', 'A'],
    ['"\\u{00DC}n\\u{00EF}"', 'Ünï'],
    ['"\\u{1f600}\\u{1F600}"', '😀😀'],
    ['"\\u{0000000A}"', '\n'],
    ['"\\u{10ffff}"', '\u{10ffff}'],
    ['"\\\\u{41}"', '\\u{41}'],
    ['"\\\\n"', '\\n'],
    ['""""""', ''],
    ['"""a\\b\\"c"""', 'a\\b\\"c'],
    ['"""\\u{41}"""', '\\u{41}'],
    ['"""say "hi""""', 'say "hi"'],
    ['"""a"""""', 'a""'],
  ])('reads %j', (text, value) => {
    expect(unquoteString(text)).toBe(value);
  });

  it.each(['d800', 'DFFF', 'dbff', '110000', 'ffffffff'])('refuses \\u{%s}', (code) => {
    expect(() => unquoteString(`"\\u{${code}}"`)).toThrow(RangeError);
  });
});

describe('quoteString', () => {
  it.each([
    ['', '""'],
    ['a"b', '"a\\"b"'],
    ['C:\\x', '"C:\\\\x"'],
    ['a\nb\tc', '"a\\nb\\tc"'],
    ["it's", '"it\'s"'],
    ['\u0000\u001b\u007f', '"\\u{0000}\\u{001b}\\u{007f}"'],
    ['é😀', '"é😀"'],
  ])('writes %j', (value, text) => {
    expect(quoteString(value)).toBe(text);
  });

  it('writes one line that reads back, whatever the text', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (value) => {
        const text = quoteString(value);
        expect(unquoteString(text)).toBe(value);
        // eslint-disable-next-line no-control-regex -- none must be left
        expect(text).not.toMatch(/[\u0000-\u001f]/);
      }),
    );
  });
});

describe('quoteFieldName', () => {
  it.each([
    ['process.name', 'process.name'],
    ['@timestamp', '@timestamp'],
    ['_id', '_id'],
    ['with space', '`with space`'],
    ['process.my-name', 'process.`my-name`'],
    ['a`b', '`a``b`'],
    ['sequence', '`sequence`'],
    ['process.in', 'process.`in`'],
    ['process.IN', 'process.IN'],
    ['1st', '`1st`'],
    ['a..b', 'a.``.b'],
    ['', '``'],
    ['größe', '`größe`'],
  ])('writes %j', (name, text) => {
    expect(quoteFieldName(name, KEYWORDS)).toBe(text);
  });
});
