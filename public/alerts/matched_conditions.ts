// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA, readDefendEvent, valuesAt } from '../../common/ecs';
import { toMilliseconds, type Expression, type SequenceQuery } from '../../common/eql/ast';
import { compileFilter } from '../../common/eql/compile/compile_filter';
import { simplify } from '../../common/eql/compile/simplify';
import { EqlError } from '../../common/eql/errors';
import { parseQuery } from '../../common/eql/parser';
import { printExpression } from '../../common/eql/printer';
import type { EventSource } from '../../common/eql/types/field_reader';
import { bindQuery } from '../../common/eql/verify/bind_query';

export interface FieldValues {
  readonly field: string;
  readonly values: readonly string[];
}

/** One condition of a stage, and what the event holds under the fields that it names. */
export interface MatchedCondition {
  /** In EQL. */
  readonly condition: string;
  /** Undefined when it can not be tried here, as where it names a field that Elastic Defend does not send. */
  readonly isMet: boolean | undefined;
  readonly found: readonly FieldValues[];
}

/** A value that all events of the sequence must have in common. */
export interface MatchedKey {
  /** By stage. */
  readonly found: readonly FieldValues[];
  readonly shared: readonly string[];
}

export interface Explanation {
  /** The conditions of each stage. */
  readonly stages: readonly (readonly MatchedCondition[])[];
  readonly keys: readonly MatchedKey[];
  /** In milliseconds; undefined without a limit, or without the time of an event. */
  readonly time: { readonly limit: number; readonly taken: number } | undefined;
  /** Whether the events meet all of it, as far as it can be tried. */
  readonly isMet: boolean;
}

/** The sequence query of a text; undefined when the text is none. */
export function sequenceQueryOf(text: string): SequenceQuery | undefined {
  try {
    const query = parseQuery(text);
    return query.kind === 'sequence' ? query : undefined;
  } catch (error) {
    if (error instanceof EqlError) {
      return undefined;
    }
    throw error;
  }
}

/** Why the events of a sequence match a query. @param events in the order of the stages */
export function explain(query: SequenceQuery, events: readonly EventSource[]): Explanation {
  const stages = query.stages.map(({ filter: { category, where } }, i) =>
    [...categoryCondition(category), ...conditionsOf(where)].map((condition) =>
      tried(condition, events[i] ?? {}),
    ),
  );
  const keys = keyNames(query).map((names) => matchedKey(names, events));
  const time = timeTaken(query, events);
  const isMet =
    query.stages.length === events.length &&
    stages.every((conditions) => conditions.every((each) => each.isMet !== false)) &&
    keys.every(({ shared }) => shared.length > 0) &&
    (time === undefined || time.taken <= time.limit);
  return { stages, keys, time, isMet };
}

const categoryCondition = (category: string | null): Expression[] =>
  category === null
    ? []
    : [
        {
          kind: 'comparison',
          operator: '==',
          left: { kind: 'field', name: 'event.category', optional: false },
          right: { kind: 'string', value: category },
        },
      ];

/** What must hold one by one; `not (a or b)` is `not a` and `not b`. */
function conditionsOf(expression: Expression): Expression[] {
  if (expression.kind === 'and') {
    return [...conditionsOf(expression.left), ...conditionsOf(expression.right)];
  }
  if (expression.kind === 'not' && expression.operand.kind === 'or') {
    const { left, right } = expression.operand;
    return [left, right].flatMap((operand) => conditionsOf({ kind: 'not', operand }));
  }
  return [expression];
}

const tried = (condition: Expression, event: EventSource): MatchedCondition => ({
  condition: printExpression(condition),
  isMet: holds(condition, event),
  found: [...new Set(fieldsOf(condition))].map((field) => found(field, event)),
});

function holds(where: Expression, event: EventSource): boolean | undefined {
  try {
    const bound = bindQuery(
      { kind: 'event', filter: { category: null, where }, pipes: [] },
      EVENT_SCHEMA,
    );
    return bound.kind === 'event'
      ? compileFilter(simplify(bound.filter.where), { now: Date.now() })(event)
      : undefined;
  } catch (error) {
    if (error instanceof EqlError) {
      return undefined;
    }
    throw error;
  }
}

const found = (field: string, event: EventSource): FieldValues => ({
  field,
  values: valuesAt(event, field).map(String),
});

function fieldsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'field':
      return [expression.name];
    case 'call':
      return expression.args.flatMap(fieldsOf);
    case 'negate':
    case 'not':
      return fieldsOf(expression.operand);
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [...fieldsOf(expression.left), ...fieldsOf(expression.right)];
    case 'in':
      return [expression.value, ...expression.list].flatMap(fieldsOf);
    case 'pattern':
      return fieldsOf(expression.value);
    default:
      return [];
  }
}

/** For each key the field that holds it, by stage: those of the whole sequence first. */
function keyNames({ by, stages }: SequenceQuery): string[][] {
  const common = by.map(({ name }) => stages.map(() => name));
  const own = (stages[0]?.by ?? []).map((_, i) => stages.map((stage) => stage.by[i]?.name ?? ''));
  return [...common, ...own];
}

function matchedKey(names: readonly string[], events: readonly EventSource[]): MatchedKey {
  const values = names.map((name, i) => found(name, events[i] ?? {}));
  const [first, ...others] = values;
  const shared = [...new Set(first?.values ?? [])].filter((value) =>
    others.every((other) => other.values.includes(value)),
  );
  return { found: values, shared };
}

function timeTaken(
  { maxspan }: SequenceQuery,
  events: readonly EventSource[],
): Explanation['time'] {
  const [first, last] = [events[0], events.at(-1)].map(
    (event) => event && readDefendEvent(event).timestamp,
  );
  return maxspan === undefined || first === undefined || last === undefined
    ? undefined
    : { limit: toMilliseconds(maxspan), taken: last - first };
}
