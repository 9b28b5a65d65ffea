// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../errors';
import type { Location } from '../location';
import { KEYWORDS, SYMBOLS, type Token, type TokenKind } from './tokens';

const SPACE = /[ \r\n\t]+/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
const IDENTIFIER = /[A-Za-z_@][A-Za-z0-9_]*~?/y;
const QUOTED_IDENTIFIER = /`(?:[^`]|``)*`/y;
const DECIMAL = /(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|[0-9]+[Ee][+-]?[0-9]+/y;
const INTEGER = /[0-9]+/y;
/** A raw string takes as many quotes at its end as it can: `"""say "hi""""` ends in a quote. */
const RAW_STRING = /"""[^\r\n]*?""""?"?/y;
const STRING = /"(?:\\[btnfr"'\\]|\\u\{[0-9A-Fa-f]+\}|[^\r\n"\\])*"/y;
const FORMER_STRINGS =
  /'(?:\\[btnfr"'\\]|[^\r\n'\\])*'|\?'(?:\\'|[^'\r\n])*'|\?"(?:\\"|[^"\r\n])*"/y;

/** Turns query text into tokens; comments and blanks are left out. Throws a parsing `EqlError`. */
export class Lexer {
  private offset = 0;
  private line = 1;
  private lineStart = 0;

  constructor(private readonly text: string) {}

  next(): Token {
    this.skipBlanks();
    if (this.offset >= this.text.length) {
      return { kind: 'end', text: '<EOF>', at: this.locate(0) };
    }
    return (
      this.string() ??
      this.take('quoted-identifier', QUOTED_IDENTIFIER) ??
      this.take('decimal', DECIMAL) ??
      this.take('integer', INTEGER) ??
      this.word() ??
      this.symbol() ??
      this.unrecognised()
    );
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text)?.[0];
  }

  private locate(length: number): Location {
    return {
      line: this.line,
      column: this.offset - this.lineStart + 1,
      start: this.offset,
      end: this.offset + length,
    };
  }

  private advance(length: number): void {
    const end = this.offset + length;
    for (let i = this.text.indexOf('\n', this.offset); i >= 0 && i < end;) {
      this.line += 1;
      this.lineStart = i + 1;
      i = this.text.indexOf('\n', i + 1);
    }
    this.offset = end;
  }

  private token(kind: TokenKind, text: string): Token {
    const at = this.locate(text.length);
    this.advance(text.length);
    return { kind, text, at };
  }

  private take(kind: TokenKind, pattern: RegExp): Token | undefined {
    const text = this.match(pattern);
    return text === undefined ? undefined : this.token(kind, text);
  }

  private skipBlanks(): void {
    for (;;) {
      const blank = this.match(SPACE) ?? this.match(LINE_COMMENT) ?? this.blockComment();
      if (blank === undefined) {
        return;
      }
      this.advance(blank.length);
    }
  }

  private blockComment(): string | undefined {
    if (!this.text.startsWith('/*', this.offset)) {
      return undefined;
    }
    const end = nestedEnd(this.text, this.offset) ?? this.text.indexOf('*/', this.offset + 2) + 2;
    return end < 2 ? undefined : this.text.slice(this.offset, end);
  }

  private string(): Token | undefined {
    return (
      this.take('former-string', FORMER_STRINGS) ??
      this.take('string', RAW_STRING) ??
      this.take('string', STRING)
    );
  }

  private word(): Token | undefined {
    const text = this.match(IDENTIFIER);
    if (text === undefined) {
      return undefined;
    }
    if (KEYWORDS.has(text)) {
      return this.token('keyword', text);
    }
    return this.token(text.endsWith('~') ? 'tilde-identifier' : 'identifier', text);
  }

  private symbol(): Token | undefined {
    const text = SYMBOLS.find((candidate) => this.text.startsWith(candidate, this.offset));
    return text === undefined ? undefined : this.token('symbol', text);
  }

  private unrecognised(): never {
    const rest = this.text.slice(this.offset);
    const at = this.locate(1);
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    throw new EqlError('parsing', {
      at,
      text: rest.split('\n', 1)[0]?.slice(0, 40) ?? character,
      ...explainUnrecognised(character),
    });
  }
}

/** Where a comment ends whose inner comments all end as well; undefined when one does not. */
const nestedEnd = (text: string, start: number): number | undefined => {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) {
      return marks.lastIndex;
    }
  }
  return undefined;
};

const explainUnrecognised = (character: string): { message: string; remedy: string } => {
  switch (character) {
    case '"':
      return {
        message: 'This string does not end, or holds an unknown escape',
        remedy:
          'End it with a double quote on the same line; escapes are \\t \\n \\r \\b \\f \\" \\\' \\\\ and \\u{…}; in """…""" a backslash is just a backslash',
      };
    case "'":
      return {
        message: 'This string does not end, or holds an unknown escape',
        remedy:
          'Write it in double quotes, as a double-quoted string; single quotes are of the past',
      };
    case '`':
      return { message: 'This quoted field name does not end', remedy: 'End it with a backtick' };
    case '&':
      return { message: 'Unexpected character [&]', remedy: 'Write "and" for a logical and' };
    case '!':
      return { message: 'Unexpected character [!]', remedy: 'Write "not" for a logical not' };
    default:
      return {
        message: `Unexpected character [${character}]`,
        remedy: 'Remove it, or put it into a double-quoted string',
      };
  }
};
