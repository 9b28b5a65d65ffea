// SPDX-License-Identifier: Apache-2.0
import { compileFilter, type CompileOptions, type EventPredicate } from '../eql/compile/compile_filter';
import { simplify } from '../eql/compile/simplify';
import { fieldReader, type EventSource, type FieldReader } from '../eql/types/field_reader';
import type { Field, Schema } from '../eql/types/schema';
import type { BoundFilter, BoundKey, BoundStage } from '../eql/verify/bind_query';
import type { Bound } from '../eql/verify/bound';
import { combinations, joinKey, NO_KEY, type JoinKey } from '../sequence';

/** One stage, ready to run. */
export interface StagePlan {
  /** The simplified condition, without the category. */
  readonly condition: Bound;
  readonly category: string | null;
  readonly matches: EventPredicate;
  /** Ascending; empty when the event lacks a key that it must have. */
  readonly keys: (event: EventSource) => readonly JoinKey[];
}

export interface PlanOptions extends CompileOptions {
  readonly schema: Schema;
  /** The field that holds the event's categories. */
  readonly categoryField: string;
}

export const planFilter = (
  { category, where }: BoundFilter,
  options: PlanOptions,
): Pick<StagePlan, 'condition' | 'category' | 'matches'> => {
  const condition = simplify(where);
  const fits = compileFilter(condition, options);
  const inCategory = categoryTest(category, options);
  return { condition, category, matches: (event) => inCategory(event) && fits(event) };
};

export const planStage = (stage: BoundStage, options: PlanOptions): StagePlan => ({
  ...planFilter(stage.filter, options),
  keys: keyExtractor(stage.keys),
});

/** Any value of the category field must equal the name exactly (observed on Elasticsearch 8.10). */
const categoryTest = (category: string | null, { schema, categoryField }: PlanOptions): EventPredicate => {
  if (category === null) {
    return () => true;
  }
  const { some } = fieldReader(schema.field(categoryField) ?? keywordField(categoryField));
  return (event) => some(event, (value) => value === category);
};

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
  const values = reader?.values(event) ?? [];
  return values.length === 0 && optional ? MISSING : values;
};
