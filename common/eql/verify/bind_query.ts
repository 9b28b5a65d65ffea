// SPDX-License-Identifier: Apache-2.0
import {
  toMilliseconds,
  type EventFilter,
  type FieldReference,
  type Pipe,
  type Query,
  type Stage,
} from '../ast';
import { EqlError, type EqlProblem } from '../errors';
import type { Location } from '../location';
import { areCompatible, type DataType } from '../types/data_type';
import type { Field, Schema } from '../types/schema';
import { bindCondition } from './bind';
import type { Bound } from './bound';
import { exactField, resolveField } from './resolve_field';

export interface BoundFilter {
  /** Null for `any`. */
  readonly category: string | null;
  readonly where: Bound;
}

export interface BoundKey {
  /** Undefined for an optional field that no index has: always missing. */
  readonly field: Field | undefined;
  readonly type: DataType;
  readonly optional: boolean;
  readonly at?: Location;
}

export interface BoundStage {
  readonly filter: BoundFilter;
  /** Those of the whole sequence first, then the stage's own. */
  readonly keys: readonly BoundKey[];
  readonly missing: boolean;
}

/** A query whose names and types are settled; `with runs=N` is written out as N stages. */
export type BoundQuery =
  | { readonly kind: 'event'; readonly filter: BoundFilter; readonly pipes: readonly Pipe[] }
  | {
      readonly kind: 'sequence';
      readonly stages: readonly BoundStage[];
      readonly until?: BoundStage;
      /** In milliseconds. */
      readonly maxspan?: number;
      readonly pipes: readonly Pipe[];
    }
  | { readonly kind: 'sample'; readonly stages: readonly BoundStage[] };

/** Checks a query against the fields. Throws a verification `EqlError` with every problem found. */
export const bindQuery = (query: Query, schema: Schema): BoundQuery => {
  const problems: EqlProblem[] = [];
  const bound = bind(query, schema, problems);
  if (problems.length === 0 && bound.kind !== 'event') {
    checkKeyTypes(
      bound.kind === 'sequence' && bound.until ? [...bound.stages, bound.until] : bound.stages,
      problems,
    );
  }
  if (problems.length > 0) {
    throw new EqlError('verification', eachOnce(problems));
  }
  return bound;
};

/** A field that is wrong in several places is named at the first. */
const eachOnce = (problems: readonly EqlProblem[]): EqlProblem[] =>
  problems.filter(
    ({ message }, i) => problems.findIndex((other) => other.message === message) === i,
  );

const bind = (query: Query, schema: Schema, problems: EqlProblem[]): BoundQuery => {
  const bindFilter = (filter: EventFilter): BoundFilter => ({
    category: filter.category,
    where: bindCondition(filter.where, schema, problems, filter.at),
  });
  if (query.kind === 'event') {
    return { kind: 'event', filter: bindFilter(query.filter), pipes: query.pipes };
  }
  const shared = query.by.map((key) => bindKey(key, schema, problems));
  const bindStage = ({ filter, by, missing }: Stage): BoundStage => ({
    filter: bindFilter(filter),
    keys: [...shared, ...by.map((key) => bindKey(key, schema, problems))],
    missing,
  });
  const repeat = (stage: Stage, times: number): BoundStage[] =>
    Array.from<BoundStage>({ length: times }).fill(bindStage(stage));
  const stages = query.stages.flatMap((stage) => repeat(stage, stage.runs));
  if (query.kind === 'sample') {
    return { kind: 'sample', stages };
  }
  if (query.until) {
    // Observed on 8.10: "until [...] with runs=3" is read as two more stages before the until.
    stages.push(...repeat({ ...query.until, missing: false }, query.until.runs - 1));
  }
  return {
    kind: 'sequence',
    stages,
    ...(query.until && { until: { ...bindStage(query.until), missing: false } }),
    ...(query.maxspan && { maxspan: toMilliseconds(query.maxspan) }),
    pipes: query.pipes,
  };
};

const bindKey = (key: FieldReference, schema: Schema, problems: EqlProblem[]): BoundKey => {
  const at = key.at && { at: key.at };
  const nothing: BoundKey = { field: undefined, type: 'null', optional: key.optional, ...at };
  const resolved = resolveField(key, schema);
  if ('problem' in resolved) {
    problems.push({ ...resolved.problem, ...at });
    return nothing;
  }
  if (!resolved.field) {
    return nothing;
  }
  const field = exactField(resolved.field);
  if (!field) {
    problems.push({
      ...at,
      text: key.name,
      message: `[${key.name}] is a text field without a keyword field beside it, so it can not join events`,
      remedy: 'Join by a keyword field',
    });
    return nothing;
  }
  return { field, type: resolved.type, optional: key.optional, ...at };
};

const checkKeyTypes = ([first, ...others]: readonly BoundStage[], problems: EqlProblem[]): void => {
  for (const { keys } of others) {
    keys.forEach((key, i) => {
      const expected = first?.keys[i];
      if (expected && !areCompatible(expected.type, key.type)) {
        problems.push({
          ...(key.at && { at: key.at }),
          text: key.field?.name ?? '',
          message: `The join key [${key.field?.name}] is of type ${key.type}, but it is to equal [${expected.field?.name}], of type ${expected.type}`,
          remedy: 'Join by fields of one type',
        });
      }
    });
  }
};
