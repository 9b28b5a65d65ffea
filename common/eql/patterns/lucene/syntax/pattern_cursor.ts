// SPDX-License-Identifier: Apache-2.0
import { PatternError } from '../../pattern_error';

/** Reads a pattern code point by code point; offsets are UTF-16 units, as the query text has them. */
export class PatternCursor {
  private position = 0;

  constructor(readonly pattern: string) {}

  get offset(): number {
    return this.position;
  }

  get atEnd(): boolean {
    return this.position >= this.pattern.length;
  }

  /** Whether one of `characters`, all of them ASCII, comes next. */
  isOneOf(characters: string): boolean {
    return !this.atEnd && characters.includes(this.pattern.charAt(this.position));
  }

  /** Undefined at the end. */
  peek(): number | undefined {
    return this.pattern.codePointAt(this.position);
  }

  take(): number {
    const codePoint = this.peek();
    if (codePoint === undefined) {
      throw new PatternError({
        message: 'unexpected end-of-string',
        offset: this.position,
        remedy: 'Complete the pattern, or put a backslash before the operator it ends with.',
      });
    }
    this.position += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  /** `character` is ASCII. */
  takeIf(character: string): boolean {
    const found = this.isOneOf(character);
    if (found) {
      this.position += 1;
    }
    return found;
  }

  takeWhileOneOf(characters: string): string {
    const start = this.position;
    while (this.isOneOf(characters)) {
      this.position += 1;
    }
    return this.pattern.slice(start, this.position);
  }

  /** What stands before the next `terminator`, which is taken too; undefined when there is none. */
  takeUntil(terminator: string): string | undefined {
    const end = this.pattern.indexOf(terminator, this.position);
    if (end < 0) {
      return undefined;
    }
    const text = this.pattern.slice(this.position, end);
    this.position = end + terminator.length;
    return text;
  }

  /** Throws "expected 'x'" unless `character` comes next. */
  expect(character: string, remedy: string): void {
    if (!this.takeIf(character)) {
      throw new PatternError({
        message: `expected '${character}'`,
        offset: this.position,
        remedy,
      });
    }
  }
}
