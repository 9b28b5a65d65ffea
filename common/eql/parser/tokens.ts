// SPDX-License-Identifier: Apache-2.0
import type { Location } from '../location';

export type TokenKind =
  | 'keyword'
  | 'symbol'
  | 'identifier'
  | 'quoted-identifier'
  | 'tilde-identifier'
  | 'string'
  /** 'single quoted' or ?"raw", as old EQL had them. */
  | 'former-string'
  | 'integer'
  | 'decimal'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  readonly at: Location;
}

/** Case matters: `AND` is an identifier (observed on a real Elasticsearch 8.10). */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'any',
  'by',
  'false',
  'in',
  'in~',
  'join',
  'like',
  'like~',
  'maxspan',
  'not',
  'null',
  'of',
  'or',
  'regex',
  'regex~',
  'sample',
  'sequence',
  'true',
  'until',
  'where',
  'with',
]);

/** Longest first, so that the lexer takes the longest match. */
export const SYMBOLS: readonly string[] = [
  '![',
  '==',
  '!=',
  '<=',
  '>=',
  ':',
  '=',
  '<',
  '>',
  '+',
  '-',
  '*',
  '/',
  '%',
  '.',
  ',',
  '[',
  ']',
  '(',
  ')',
  '|',
  '?',
];
