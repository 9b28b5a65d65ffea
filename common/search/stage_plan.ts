// SPDX-License-Identifier: Apache-2.0
import {
  compileFilter,
  type CompileOptions,
  type EventPredicate,
} from '../eql/compile/compile_filter';
import { simplify } from '../eql/compile/simplify';
import { fieldReader, type EventSource, type FieldReader } from '../eql/types/field_reader';
import type { Field, Schema } from '../eql/types/schema';
import type { BoundFilter, BoundKey, BoundStage } from '../eql/verify/bind_query';
import { constant, type Bound } from '../eql/verify/bound';
import { combinations, joinKey, NO_KEY, type JoinKey } from '../sequence';
import { propagateKeyConditions } from './propagate_key_conditions';

/** One stage, ready to run. */
export interface StagePlan {
  /** Simplified, with the category. */
  readonly condition: Bound;
  readonly matches: EventPredicate;
  /** As the values stand in the event; empty when the event lacks a key that it must have. */
  readonly keys: (event: EventSource) => readonly JoinKey[];
}

export interface PlanOptions extends CompileOptions {
  readonly schema: Schema;
  /** The field that holds the event's categories. */
  readonly categoryField: string;
}

/** The test for events of one query. */
export const planFilter = (filter: BoundFilter, options: PlanOptions): EventPredicate =>
  compileFilter(planCondition(filter, options), options);

/** The stages of a sequence or sample. */
export const planStages = (stages: readonly BoundStage[], options: PlanOptions): StagePlan[] => {
  const keyed = stages.map(({ filter, keys }) => ({
    condition: planCondition(filter, options),
    keys,
  }));
  return propagateKeyConditions(keyed).map((condition, i) =>
    planOf(condition, stages[i]?.keys ?? [], options),
  );
};

/** An until, which demands nothing of the stages, nor they of it. */
export const planUntil = ({ filter, keys }: BoundStage, options: PlanOptions): StagePlan =>
  planOf(planCondition(filter, options), keys, options);

const planOf = (condition: Bound, keys: readonly BoundKey[], options: PlanOptions): StagePlan => ({
  condition,
  matches: compileFilter(condition, options),
  keys: keyExtractor(keys),
});

/**
 * The simplified condition with the category, which any value of the category field must equal exactly
 * (observed on Elasticsearch 8.10).
 */
export const planCondition = (
  { category, where }: BoundFilter,
  { schema, categoryField }: PlanOptions,
): Bound => {
  const condition = simplify(where);
  if (category === null || isFalse(condition)) {
    return condition;
  }
  const field = schema.field(categoryField) ?? keywordField(categoryField);
  const isInCategory: Bound = {
    kind: 'comparison',
    operator: '==',
    left: { kind: 'field', field, type: 'keyword' },
    right: constant(category, 'keyword'),
    type: 'boolean',
  };
  return condition.kind === 'constant'
    ? isInCategory
    : { kind: 'and', left: isInCategory, right: condition, type: 'boolean' };
};

/** Whether a condition can hold for no event whatsoever. */
export const isFalse = (condition: Bound): boolean =>
  condition.kind === 'constant' && condition.value !== true;

const keywordField = (name: string): Field => ({ name, path: name, mappedType: 'keyword' });

const MISSING = [null];

const keyExtractor = (keys: readonly BoundKey[]): StagePlan['keys'] => {
  if (keys.length === 0) {
    const none = [NO_KEY];
    return () => none;
  }
  const readers = keys.map(({ field, optional }) => ({
    reader: field && fieldReader(field),
    optional,
  }));
  return (event) => {
    const lists = readers.map(({ reader, optional }) => valuesOf(reader, optional, event));
    return lists.some((list) => list.length === 0) ? [] : combinations(lists).map(joinKey);
  };
};

const valuesOf = (reader: FieldReader | undefined, optional: boolean, event: EventSource) => {
  const values = reader?.distinct(event) ?? [];
  return values.length === 0 && optional ? MISSING : values;
};
