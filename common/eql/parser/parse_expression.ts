// SPDX-License-Identifier: Apache-2.0
import type {
  Arithmetic,
  ArithmeticOperator,
  Comparison,
  ComparisonOperator,
  DecimalLiteral,
  EventFilter,
  Expression,
  FieldReference,
  IntegerLiteral,
  Literal,
  PatternOperator,
} from '../ast';
import { EqlError, type EqlProblem } from '../errors';
import { spanning, type Location } from '../location';
import { unquoteString } from './literal_text';
import type { TokenCursor } from './token_cursor';
import type { Token } from './tokens';

const COMPARISONS: readonly ComparisonOperator[] = ['==', '!=', '<', '<=', '>', '>='];
const PATTERNS: readonly PatternOperator[] = [':', 'like', 'like~', 'regex', 'regex~'];
const SUMS: readonly ArithmeticOperator[] = ['+', '-'];
const PRODUCTS: readonly ArithmeticOperator[] = ['*', '/', '%'];
const VALUE = 'a field, a value, a function or "("';

/** Deeper nesting would overflow the stack of the steps that walk the tree. */
const MAXIMUM_DEPTH = 200;

/** So would a longer chain of operands, which is as deep a tree. */
const MAXIMUM_OPERANDS = 2000;

/** Parses one expression; the cursor stands behind it afterwards. */
export const parseExpression = (cursor: TokenCursor): Expression =>
  new ExpressionParser(cursor).or();

/** Parses `process where …`. It stands here because an expression may hold one in brackets. */
export const parseEventFilter = (cursor: TokenCursor, expected: string): EventFilter => {
  const category = cursor.is('any')
    ? cursor.take()
    : cursor.expectKind(expected, 'identifier', 'string', 'former-string');
  cursor.expect('where');
  const where = parseExpression(cursor);
  return {
    category: categoryName(cursor, category),
    where,
    at: spanning(category.at, placeOf(where)),
  };
};

const categoryName = (cursor: TokenCursor, token: Token): string | null => {
  switch (token.kind) {
    case 'keyword':
      return null;
    case 'string':
    case 'former-string':
      return stringValue(cursor, token);
    default:
      return token.text;
  }
};

/** The value of a string; what is wrong with it counts only once the whole text has proved to be EQL. */
const stringValue = (cursor: TokenCursor, token: Token): string => {
  if (token.kind === 'former-string') {
    cursor.object(token, formerString(token.text));
    return '';
  }
  try {
    return unquoteString(token.text);
  } catch (error) {
    cursor.object(token, {
      message: (error as RangeError).message,
      remedy: 'Write the code point of a character, such as \\u{1F600}',
    });
    return '';
  }
};

class ExpressionParser {
  private depth = 0;

  constructor(private readonly cursor: TokenCursor) {}

  or(): Expression {
    return this.logical('or', () => this.and());
  }

  private and(): Expression {
    return this.logical('and', () => this.not());
  }

  private logical(kind: 'and' | 'or', next: () => Expression): Expression {
    let left = next();
    for (let operands = 2; this.cursor.takeIf(kind); operands += 1) {
      this.checkOperands(operands);
      const right = next();
      left = { kind, left, right, at: between(left, right) };
    }
    return left;
  }

  private checkOperands(count: number): void {
    if (count > MAXIMUM_OPERANDS) {
      throw this.cursor.unexpected(`no more than ${MAXIMUM_OPERANDS} operands in a row`);
    }
  }

  private not(): Expression {
    const token = this.cursor.takeIf('not');
    if (token) {
      const operand = this.nested(() => this.not());
      return { kind: 'not', operand, at: spanning(token.at, operand.at ?? token.at) };
    }
    this.relationship();
    return this.comparison();
  }

  /** `descendant of […]` is old EQL, known only to be refused with a better word than "unexpected". */
  private relationship(): void {
    const next = this.cursor.peek(1);
    if (!this.cursor.isKind('identifier') || next.kind !== 'keyword' || next.text !== 'of') {
      return;
    }
    const word = this.cursor.take();
    this.cursor.take();
    throw this.nestedRelationship() ?? relationshipError(word);
  }

  /** Elasticsearch names the innermost one, and lets no other mistake inside it go first. */
  private nestedRelationship(): EqlError | undefined {
    try {
      this.cursor.expect('[');
      parseEventFilter(this.cursor, 'an event category or "any"');
      return undefined;
    } catch (error) {
      return error instanceof RelationshipError ? error : undefined;
    }
  }

  private comparison(): Expression {
    const left = this.sum();
    const operator = COMPARISONS.find((candidate) => this.cursor.is(candidate));
    if (!operator) {
      return left;
    }
    this.cursor.take();
    const right = this.sum();
    const comparison: Comparison = { kind: 'comparison', operator, left, right };
    return { ...comparison, at: between(left, right) };
  }

  private sum(): Expression {
    return this.chain(SUMS, () => this.product());
  }

  private product(): Expression {
    return this.chain(PRODUCTS, () => this.sign());
  }

  private chain(operators: readonly ArithmeticOperator[], next: () => Expression): Expression {
    let left = next();
    for (let operands = 2; ; operands += 1) {
      const operator = operators.find((candidate) => this.cursor.is(candidate));
      if (!operator) {
        return left;
      }
      this.cursor.take();
      this.checkOperands(operands);
      const right = next();
      const arithmetic: Arithmetic = { kind: 'arithmetic', operator, left, right };
      left = { ...arithmetic, at: between(left, right) };
    }
  }

  private sign(): Expression {
    const token = this.cursor.takeIf('-') ?? this.cursor.takeIf('+');
    if (!token) {
      return this.predicate();
    }
    const operand = this.nested(() => this.sign());
    const at = spanning(token.at, operand.at ?? token.at);
    if (operand.kind === 'integer' || operand.kind === 'decimal') {
      return { ...operand, value: signed(token.text, operand), at } as Literal;
    }
    return token.text === '-' ? { kind: 'negate', operand, at } : { ...operand, at };
  }

  private predicate(): Expression {
    const value = this.primary();
    const pattern = PATTERNS.find((candidate) => this.cursor.is(candidate));
    if (pattern) {
      this.cursor.take();
      const [patterns, end] = this.cursor.is('(')
        ? this.list(() => this.constant())
        : single(this.constant());
      return { kind: 'pattern', operator: pattern, value, patterns, at: until(value, end) };
    }
    return this.membership(value) ?? value;
  }

  private membership(value: Expression): Expression | undefined {
    const negated = this.cursor.takeIf('not') !== undefined;
    const operator = this.cursor.takeIf('in') ?? this.cursor.takeIf('in~');
    if (!operator) {
      if (negated) {
        throw this.cursor.unexpected('"in" after "not"');
      }
      return undefined;
    }
    const [list, end] = this.list(() => this.nested(() => this.or()));
    const caseInsensitive = operator.text === 'in~';
    return { kind: 'in', value, list, caseInsensitive, negated, at: until(value, end) };
  }

  private list<T>(item: () => T): [T[], Token] {
    this.cursor.expect('(');
    const items = [item()];
    while (this.cursor.takeIf(',')) {
      items.push(item());
    }
    return [items, this.cursor.expect(')')];
  }

  private primary(): Expression {
    const { cursor } = this;
    if (cursor.is('(')) {
      const open = cursor.take();
      const inner = this.nested(() => this.or());
      const close = cursor.expect(')');
      return { ...inner, at: spanning(open.at, close.at) };
    }
    if (cursor.isKind('tilde-identifier', 'identifier') && this.opensCall()) {
      return this.call();
    }
    if (cursor.is('?') || cursor.isKind('identifier', 'quoted-identifier')) {
      return this.field();
    }
    return this.constant(VALUE);
  }

  private opensCall(): boolean {
    const next = this.cursor.peek(1);
    return next.kind === 'symbol' && next.text === '(';
  }

  private call(): Expression {
    const name = this.cursor.take();
    const empty = this.cursor.peek(1).kind === 'symbol' && this.cursor.peek(1).text === ')';
    const [args, end] = empty
      ? [[], (this.cursor.take(), this.cursor.take())]
      : this.list(() => this.nested(() => this.or()));
    const caseInsensitive = name.kind === 'tilde-identifier';
    return {
      kind: 'call',
      name: caseInsensitive ? name.text.slice(0, -1) : name.text,
      caseInsensitive,
      args,
      at: spanning(name.at, end.at),
    };
  }

  private field(): FieldReference {
    const { cursor } = this;
    const mark = cursor.takeIf('?');
    const first = cursor.expectKind('a field name', 'identifier', 'quoted-identifier');
    const parts = [namePart(first)];
    let last = first;
    for (;;) {
      if (cursor.takeIf('.')) {
        last = cursor.expectKind('a field name after "."', 'identifier', 'quoted-identifier');
        parts.push(namePart(last));
      } else if (cursor.is('[') && cursor.peek(1).kind === 'integer') {
        this.arrayIndex();
      } else {
        const at = spanning((mark ?? first).at, last.at);
        return { kind: 'field', name: parts.join('.'), optional: mark !== undefined, at };
      }
    }
  }

  private arrayIndex(): never {
    this.cursor.take();
    const index = this.cursor.peek();
    while (this.cursor.isKind('integer')) {
      this.cursor.take();
    }
    this.cursor.expect(']');
    throw new EqlError('parsing', {
      at: index.at,
      text: `[${index.text}]`,
      message: 'Array indexes are not supported',
      remedy: 'A condition on an array holds if any of its values meets it',
    });
  }

  private constant(expected = 'a string, a number, true, false or null'): Literal {
    const { cursor } = this;
    const { kind, text, at } = cursor.peek();
    switch (kind) {
      case 'string':
      case 'former-string':
        return { kind: 'string', value: stringValue(cursor, cursor.take()), at };
      case 'integer':
        cursor.take();
        return { kind: 'integer', value: wholeNumber(text), at };
      case 'decimal':
        return { kind: 'decimal', value: this.decimalValue(cursor.take()), at };
      case 'keyword':
        if (text === 'true' || text === 'false') {
          cursor.take();
          return { kind: 'boolean', value: text === 'true', at };
        }
        if (text === 'null') {
          cursor.take();
          return { kind: 'null', at };
        }
    }
    throw cursor.unexpected(expected);
  }

  private decimalValue(token: Token): number {
    const value = Number(token.text);
    if (!Number.isFinite(value)) {
      this.cursor.object(token, {
        message: `[${token.text}] is too large for a number`,
        remedy: 'The largest double is about 1.8e308',
      });
    }
    return value;
  }

  private nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAXIMUM_DEPTH) {
      throw this.cursor.unexpected(`no more than ${MAXIMUM_DEPTH} levels of nesting`);
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }
}

class RelationshipError extends EqlError {}

const relationshipError = ({ at, text }: Token): EqlError =>
  new RelationshipError('parsing', {
    at,
    text: `${text} of`,
    message: `Process relationships [${text} of] are not supported`,
    remedy: 'Use a sequence joined by process.entity_id and process.parent.entity_id',
  });

const namePart = ({ kind, text }: Token): string =>
  kind === 'quoted-identifier' ? text.slice(1, -1).replace(/``/g, '`') : text;

/** Whole numbers, unlike decimals, have no negative zero. */
const signed = (sign: string, { kind, value }: IntegerLiteral | DecimalLiteral): number | bigint =>
  sign === '+' ? value : kind === 'integer' && value === 0 ? 0 : -value;

const formerString = (text: string): Omit<EqlProblem, 'at'> =>
  text.startsWith('?')
    ? {
        message: `Raw strings are written with three double quotes, not with ${text.slice(0, 2)}`,
        remedy: `Write """${text.slice(2, -1)}"""`,
      }
    : {
        message: 'Strings are written with double quotes, not with single quotes',
        remedy: `Write ${JSON.stringify(text.slice(1, -1).replace(/\\'/g, "'"))}`,
      };

const wholeNumber = (text: string): number | bigint => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
};

const single = (literal: Literal): [Literal[], Literal] => [[literal], literal];

const between = (left: Expression, right: Expression): Location =>
  spanning(placeOf(left), placeOf(right));

const until = (value: Expression, end: { at?: Location }): Location =>
  spanning(placeOf(value), end.at ?? placeOf(value));

/** Whatever this parser makes has a place; only nodes built by code have none. */
const placeOf = ({ at }: { at?: Location }): Location => {
  if (!at) {
    throw new TypeError('The parser made a node without a place');
  }
  return at;
};
