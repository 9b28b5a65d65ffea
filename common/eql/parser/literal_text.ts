// SPDX-License-Identifier: Apache-2.0

const ESCAPES: Record<string, string> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]+)\}|([\s\S]))/g;

/**
 * The value of a string token. Throws `RangeError` for a `\u{…}` beyond U+10FFFF or inside the surrogates.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-syntax.html#eql-syntax-strings
 */
export const unquoteString = (text: string): string => {
  if (text.startsWith('"""') && text.length >= 6) {
    return text.slice(3, -3);
  }
  return text
    .slice(1, -1)
    .replace(ESCAPE, (_, code: string | undefined, character: string | undefined) =>
      code === undefined ? (ESCAPES[character ?? ''] ?? '') : fromCodePoint(code),
    );
};

const fromCodePoint = (hex: string): string => {
  if (hex.length < 2 || hex.length > 8) {
    throw new RangeError(`\\u{${hex}} must have 2 to 8 digits, not ${hex.length}`);
  }
  const code = parseInt(hex, 16);
  if (code >= 0xd800 && code <= 0xdfff) {
    throw new RangeError(`U+${hex} is half of a surrogate pair, not a character`);
  }
  return String.fromCodePoint(code);
};

const NAMED: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A string literal that `unquoteString` turns back into `value`. */
export const quoteString = (value: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what must be escaped
  `"${value.replace(/[\u0000-\u001f"\\\u007f]/g, (character) => NAMED[character] ?? unicodeEscape(character))}"`;

const unicodeEscape = (character: string): string =>
  `\\u{${character.charCodeAt(0).toString(16).padStart(4, '0')}}`;

const PLAIN_IDENTIFIER = /^[A-Za-z_@][A-Za-z0-9_]*$/;

/** A field name as it must be written: parts that are no identifier, or a keyword, in backticks. */
export const quoteFieldName = (name: string, keywords: ReadonlySet<string>): string =>
  name
    .split('.')
    .map((part) =>
      PLAIN_IDENTIFIER.test(part) && !keywords.has(part) ? part : `\`${part.replace(/`/g, '``')}\``,
    )
    .join('.');
