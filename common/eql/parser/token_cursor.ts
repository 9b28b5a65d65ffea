// SPDX-License-Identifier: Apache-2.0
import { EqlError, type EqlProblem } from '../errors';
import { Lexer } from './lexer';
import type { Token, TokenKind } from './tokens';

/**
 * Reads tokens with any lookahead, and keeps objections that only count once the whole text has
 * proved to be EQL: like Elasticsearch, a misplaced token anywhere wins over a wrong option.
 */
export class TokenCursor {
  private readonly lexer: Lexer;
  private readonly ahead: Token[] = [];
  private objection: EqlError | undefined;

  constructor(text: string) {
    this.lexer = new Lexer(text);
  }

  peek(distance = 0): Token {
    for (;;) {
      const token = this.ahead[distance];
      if (token) {
        return token;
      }
      this.ahead.push(this.lexer.next());
    }
  }

  take(): Token {
    const token = this.peek();
    this.ahead.shift();
    return token;
  }

  is(text: string): boolean {
    const token = this.peek();
    return token.text === text && (token.kind === 'keyword' || token.kind === 'symbol');
  }

  isKind(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  takeIf(text: string): Token | undefined {
    return this.is(text) ? this.take() : undefined;
  }

  expect(...texts: readonly string[]): Token {
    if (texts.some((text) => this.is(text))) {
      return this.take();
    }
    throw this.unexpected(texts.map((text) => `"${text}"`).join(' or '));
  }

  expectKind(expected: string, ...kinds: readonly TokenKind[]): Token {
    if (this.isKind(...kinds)) {
      return this.take();
    }
    throw this.unexpected(expected);
  }

  unexpected(expected: string): EqlError {
    const { kind, text, at } = this.peek();
    return new EqlError('parsing', {
      at,
      text,
      message: kind === 'end' ? 'The query ends too early' : `Unexpected [${text}]`,
      remedy: `Expected ${expected} here`,
    });
  }

  /** `column` is counted as Elasticsearch counts it: one further for what it finds after parsing. */
  object(token: Token, problem: Omit<EqlProblem, 'at'>): void {
    this.objection ??= new EqlError('parsing', {
      text: token.text,
      ...problem,
      at: { line: token.at.line, column: token.at.column + 1 },
    });
  }

  /** For the few objections that Elasticsearch places elsewhere. */
  objectAt(at: { line: number; column: number } | undefined, problem: EqlProblem): void {
    this.objection ??= new EqlError('parsing', at ? { ...problem, at } : problem);
  }

  finish(): void {
    if (!this.isKind('end')) {
      throw this.unexpected('the end of the query');
    }
    if (this.objection) {
      throw this.objection;
    }
  }
}
