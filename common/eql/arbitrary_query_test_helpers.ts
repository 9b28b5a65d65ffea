// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  EventFilter,
  Expression,
  FieldReference,
  Literal,
  PatternOperator,
  Pipe,
  Query,
  Stage,
} from './ast';
import { KEYWORDS } from './parser/tokens';

const text = fc.fullUnicodeString({ maxLength: 12 });

const identifier = fc
  .stringMatching(/^[A-Za-z_@][A-Za-z0-9_]{0,5}$/)
  .filter((name) => !KEYWORDS.has(name));

const fieldName = fc
  .array(fc.oneof(identifier, fc.constantFrom(...KEYWORDS, 'a b', '`', '', '1'), text), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join('.'));

const field: fc.Arbitrary<FieldReference> = fc.record({
  kind: fc.constant('field' as const),
  name: fieldName,
  optional: fc.boolean(),
});

/** What fits a double exactly is a number, as the parser has it. */
const whole = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;

const positive = fc.oneof(fc.bigUint(2n ** 16n), fc.bigUint(2n ** 64n - 1n)).map(whole);
/** -0 has tests of its own. */
const double = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => !Object.is(value, -0));

const integer = (value: fc.Arbitrary<number | bigint>): fc.Arbitrary<Literal> =>
  value.map((number) => ({ kind: 'integer', value: number }));

const decimal = (value: fc.Arbitrary<number>): fc.Arbitrary<Literal> =>
  value.map((number) => ({ kind: 'decimal', value: number }));

const plain: fc.Arbitrary<Literal> = fc.oneof(
  text.map((value): Literal => ({ kind: 'string', value })),
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value })),
  fc.constant<Literal>({ kind: 'null' }),
);

/** A pattern takes no sign. */
const pattern = fc.oneof(
  { weight: 4, arbitrary: plain },
  integer(positive),
  decimal(double.map(Math.abs)),
);

const literal = fc.oneof(
  plain,
  integer(positive),
  integer(positive.filter((value) => value > 0).map((value) => -value)),
  decimal(double),
);

const operators = (any: fc.Arbitrary<Expression>): fc.Arbitrary<Expression>[] => {
  const list = fc.array(any, { minLength: 1, maxLength: 3 });
  const two = { left: any, right: any };
  return [
    fc.record({
      kind: fc.constant('call' as const),
      name: identifier,
      caseInsensitive: fc.boolean(),
      args: fc.array(any, { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('negate' as const),
      // The parser makes a negated number a negative number.
      operand: any.filter(({ kind }) => kind !== 'integer' && kind !== 'decimal'),
    }),
    fc.record({
      kind: fc.constant('arithmetic' as const),
      operator: fc.constantFrom<ArithmeticOperator[]>('+', '-', '*', '/', '%'),
      ...two,
    }),
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom<ComparisonOperator[]>('==', '!=', '<', '<=', '>', '>='),
      ...two,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      value: any,
      list,
      caseInsensitive: fc.boolean(),
      negated: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('pattern' as const),
      operator: fc.constantFrom<PatternOperator[]>(':', 'like', 'like~', 'regex', 'regex~'),
      value: any,
      patterns: fc.array(pattern, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: any }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), ...two }),
  ];
};

const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof({ maxDepth: 5 }, literal, field, ...operators(tie('any'))),
})).any;

const filter: fc.Arbitrary<EventFilter> = fc.record({
  category: fc.oneof(identifier, text, fc.constantFrom(null, 'any', 'sequence', 'head')),
  where: arbitraryExpression,
});

const pipes: fc.Arbitrary<Pipe[]> = fc.array(
  fc.record({ kind: fc.constantFrom('head' as const, 'tail' as const), count: fc.nat() }),
  { maxLength: 2 },
);

const stageWith = (
  keys: number,
  missing: fc.Arbitrary<boolean>,
  runs: fc.Arbitrary<number>,
): fc.Arbitrary<Stage> =>
  fc.record({
    filter,
    by: fc.array(field, { minLength: keys, maxLength: keys }),
    missing,
    runs,
  });

const keyCount = fc.nat({ max: 2 });

const sequence = keyCount.chain((keys) => {
  const runs = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100 }));
  const any = stageWith(keys, fc.boolean(), runs);
  return fc
    .record({
      by: fc.array(field, { maxLength: 2 }),
      maxspan: fc.record({
        value: fc.integer({ min: 1 }),
        unit: fc.constantFrom(
          'ms' as const,
          's' as const,
          'm' as const,
          'h' as const,
          'd' as const,
        ),
      }),
      needsMaxspan: fc.boolean(),
      // At least one event must be there.
      present: stageWith(keys, fc.constant(false), runs),
      others: fc.array(any, { minLength: 1, maxLength: 3 }),
      until: fc.option(any, { nil: undefined }),
      pipes,
    })
    .map(({ by, maxspan, needsMaxspan, present, others, until, pipes: cut }): Query => {
      const stages = [...others, present];
      return {
        kind: 'sequence',
        by,
        ...((needsMaxspan || stages.some(({ missing }) => missing)) && { maxspan }),
        stages,
        ...(until && { until }),
        pipes: cut,
      };
    });
});

const sample = keyCount.chain((keys) =>
  fc
    .record({
      by: fc.array(field, { minLength: keys === 0 ? 1 : 0, maxLength: 2 }),
      stages: fc.array(stageWith(keys, fc.constant(false), fc.constant(1)), {
        minLength: 2,
        maxLength: 3,
      }),
    })
    .map((query): Query => ({ kind: 'sample', ...query })),
);

/** Any query that a text can say, of every kind and with every node. */
export const arbitraryQuery: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ kind: fc.constant('event' as const), filter, pipes }),
  sequence,
  sample,
);
