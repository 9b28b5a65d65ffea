// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../errors';
import { cidrTest } from '../functions/cidr_match';
import { foldAsciiCase } from '../patterns';
import { fieldReader, type EventSource } from '../types/field_reader';
import type { Value } from '../types/value';
import { mentionedFields, type Bound, type BoundOf } from '../verify/bound';
import { compileEvaluator } from './evaluate';
import { fieldComparison, type ValueTest } from './field_comparison';
import { listTest } from './list_test';
import { patternTest } from './pattern_test';

export type EventPredicate = (event: EventSource) => boolean;

export interface CompileOptions {
  /** What `now` in dates means, in milliseconds. */
  readonly now: number;
}

/**
 * Compiles a simplified condition to a test of events. As in Elasticsearch, where conditions become
 * Lucene filters, there are two truth values: what is not true is false, and `not` of it is true; a test
 * on a field holds if any of its values passes. Throws an `EqlError` for a value or pattern that can
 * never be right; the test throws one where an event makes a function fail.
 */
export const compileFilter = (bound: Bound, options: CompileOptions): EventPredicate => {
  switch (bound.kind) {
    case 'constant': {
      const always = bound.value === true;
      return () => always;
    }
    case 'field': {
      const { some } = fieldReader(bound.field);
      return (event) => some(event, (value) => value === true);
    }
    case 'not': {
      const operand = compileFilter(bound.operand, options);
      return (event) => !operand(event);
    }
    case 'and':
      return conjunction(flatten(bound, 'and'), options);
    case 'or': {
      const tests = flatten(bound, 'or').map((operand) => compileFilter(operand, options));
      return (event) => tests.some((test) => test(event));
    }
    default:
      return fieldTest(bound, options) ?? compileScript(bound);
  }
};

const flatten = (bound: Bound, kind: 'and' | 'or'): Bound[] =>
  bound.kind === kind ? [...flatten(bound.left, kind), ...flatten(bound.right, kind)] : [bound];

/** Functions come last, as in Lucene: they cost more, and must not fail on events that do not count. */
const conjunction = (operands: readonly Bound[], options: CompileOptions): EventPredicate => {
  const scripts = operands.filter(isScript);
  const ordered = [...operands.filter((operand) => !isScript(operand)), ...scripts];
  const tests = ordered.map((operand) => compileFilter(operand, options));
  return (event) => {
    for (const test of tests) {
      if (!test(event)) {
        return false;
      }
    }
    return true;
  };
};

const isScript = (bound: Bound): boolean => {
  switch (bound.kind) {
    case 'call':
    case 'arithmetic':
    case 'negate':
      return true;
    case 'and':
    case 'or':
    case 'comparison':
      return isScript(bound.left) || isScript(bound.right);
    case 'not':
    case 'is-null':
      return isScript(bound.operand);
    case 'in':
    case 'pattern':
      return isScript(bound.value);
    default:
      return false;
  }
};

/** The test where it needs no more than one field and fixed values. */
const fieldTest = (bound: Bound, options: CompileOptions): EventPredicate | undefined => {
  switch (bound.kind) {
    case 'comparison':
      return comparisonTest(bound, options);
    case 'in':
      return bound.value.kind === 'field' ? membershipTest(bound, options) : undefined;
    case 'pattern':
      return bound.value.kind === 'field'
        ? anyValue(bound.value, patternTest(lowercased(bound, bound.value)))
        : undefined;
    case 'is-null':
      return bound.operand.kind === 'field' ? absenceTest(bound.operand) : undefined;
    case 'call':
      return callTest(bound);
    default:
      return undefined;
  }
};

const anyValue = ({ field }: BoundOf<'field'>, test: ValueTest): EventPredicate => {
  const { some } = fieldReader(field);
  return (event) => some(event, test);
};

const absenceTest = (field: BoundOf<'field'>): EventPredicate => {
  const present = anyValue(field, () => true);
  return (event) => !present(event);
};

const comparisonTest = (
  bound: BoundOf<'comparison'>,
  { now }: CompileOptions,
): EventPredicate | undefined => {
  const { left, right, operator } = bound;
  if (left.kind !== 'field' || right.kind !== 'constant') {
    return undefined;
  }
  if (right.value === null) {
    // A range without limits: what has any value (observed on 8.10).
    return anyValue(left, () => true);
  }
  const test = anyValue(left, fieldComparison(bound, left.field, right.value, now));
  return operator === '!=' ? (event) => !test(event) : test;
};

const membershipTest = (bound: BoundOf<'in'>, { now }: CompileOptions): EventPredicate => {
  const { value, list, caseInsensitive } = bound;
  if (value.kind !== 'field') {
    throw new TypeError('A membership test of one field was expected');
  }
  if (value.type === 'keyword') {
    return anyValue(
      value,
      listTest({ ...bound, list: value.field.lowercase ? list.map(lower) : list }),
    );
  }
  const tests = list
    .filter((item): item is Value => item !== null)
    .map((item) =>
      fieldComparison(
        {
          kind: 'comparison',
          operator: '==',
          left: value,
          right: value,
          type: 'boolean',
          ...(bound.at && { at: bound.at }),
        },
        value.field,
        caseInsensitive && typeof item === 'string' ? foldAsciiCase(item) : item,
        now,
      ),
    );
  return anyValue(value, (candidate) => tests.some((test) => test(candidate)));
};

const lower = (item: Value | null): Value | null =>
  typeof item === 'string' ? item.toLowerCase() : item;

/** A field with a lowercase normalizer sees patterns in lower case as well (observed on 8.10). */
const lowercased = (bound: BoundOf<'pattern'>, { field }: BoundOf<'field'>): BoundOf<'pattern'> =>
  field.lowercase && !bound.operator.startsWith('regex')
    ? { ...bound, patterns: bound.patterns.map((pattern) => pattern.toLowerCase()) }
    : bound;

/** Calls that Elasticsearch turns into queries on the index: those fold ASCII letters only. */
const callTest = (bound: BoundOf<'call'>): EventPredicate | undefined => {
  const [source, ...others] = bound.args;
  if (source?.kind !== 'field' || others.some(({ kind }) => kind !== 'constant')) {
    return undefined;
  }
  const constants = others.map((arg) => (arg.kind === 'constant' ? arg.value : null));
  switch (bound.definition.name) {
    case 'cidrMatch':
      return anyValue(source, cidrBlocks(bound, constants));
    case 'startsWith': {
      const fold = bound.caseInsensitive ? foldAsciiCase : (text: string) => text;
      const [given] = constants;
      const prefix = source.field.lowercase ? lower(given ?? null) : given;
      return typeof prefix === 'string'
        ? anyValue(source, (value) => fold(String(value)).startsWith(fold(prefix)))
        : () => false;
    }
    default:
      return undefined;
  }
};

const cidrBlocks = (bound: BoundOf<'call'>, blocks: readonly (Value | null)[]): ValueTest => {
  try {
    const test = cidrTest(blocks.filter((block): block is string => typeof block === 'string'));
    return (value) => test(String(value));
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    throw new EqlError('evaluation', {
      message: error.message,
      remedy: 'Write blocks such as "10.0.0.0/8" or "2001:db8::/32"',
      text: blocks.join(', '),
      ...(bound.at && { at: bound.at }),
    });
  }
};

/** More combinations of values than this are not tried for one event. */
const MAX_COMBINATIONS = 100_000;

/**
 * Anything else: computed for each combination of values, one for each mention of a field, until one makes
 * it true.
 */
const compileScript = (bound: Bound): EventPredicate => {
  const mentions = mentionedFields(bound);
  const readers = mentions.map(({ field }) => fieldReader(field));
  const evaluate = compileEvaluator(bound, mentions);
  return (event) => {
    const lists = readers.map((reader) => {
      const values: (Value | null)[] = reader.values(event);
      return values.length > 0 ? values : [null];
    });
    if (lists.reduce((product, { length }) => product * length, 1) > MAX_COMBINATIONS) {
      throw tooManyCombinations(bound);
    }
    return anyCombination(lists, [], (environment) => evaluate(environment) === true);
  };
};

const anyCombination = (
  lists: readonly (readonly (Value | null)[])[],
  chosen: readonly (Value | null)[],
  test: (chosen: readonly (Value | null)[]) => boolean,
): boolean => {
  const list = lists[chosen.length];
  return list
    ? list.some((value) => anyCombination(lists, [...chosen, value], test))
    : test(chosen);
};

const tooManyCombinations = ({ at }: Bound): EqlError =>
  new EqlError('evaluation', {
    message: `An event has so many values that this expression stands for more than ${MAX_COMBINATIONS} combinations`,
    remedy: 'Name fields with many values less often in one expression',
    ...(at && { at }),
  });
