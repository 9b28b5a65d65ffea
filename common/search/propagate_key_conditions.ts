// SPDX-License-Identifier: Apache-2.0
import type { BoundKey } from '../eql/verify/bind_query';
import { mapOperands, operandsOf, type Bound } from '../eql/verify/bound';
import type { Field } from '../eql/types/schema';

export interface KeyedCondition {
  readonly condition: Bound;
  readonly keys: readonly BoundKey[];
}

/**
 * Demands of every stage what one stage demands of a join key, as Elasticsearch's optimizer does: the
 * keys are equal anyway. It shows where a key has several values, and where the condition names further
 * fields besides (observed on 8.10). Conditions with an "or" stay where they are.
 */
export const propagateKeyConditions = (stages: readonly KeyedCondition[]): Bound[] =>
  stages.map(({ condition, keys }, i) =>
    stages.reduce((whole, other, j) => {
      const added = i === j ? [] : conditionsOnKeys(other, keys);
      return added.reduce(both, whole);
    }, condition),
  );

const both = (left: Bound, right: Bound): Bound => ({ kind: 'and', left, right, type: 'boolean' });

/** What a stage demands of its keys, said of the keys of another. */
const conditionsOnKeys = (
  { condition, keys }: KeyedCondition,
  others: readonly BoundKey[],
): Bound[] =>
  conjuncts(condition).flatMap((conjunct) => {
    if (hasOr(conjunct)) {
      return [];
    }
    const index = keys.findIndex(
      ({ field }) => field !== undefined && mentions(conjunct, field.name),
    );
    const from = keys[index]?.field;
    const to = others[index]?.field;
    return from && to ? [rename(conjunct, from.name, to)] : [];
  });

const conjuncts = (bound: Bound): Bound[] =>
  bound.kind === 'and' ? [...conjuncts(bound.left), ...conjuncts(bound.right)] : [bound];

const hasOr = (bound: Bound): boolean => bound.kind === 'or' || operandsOf(bound).some(hasOr);

const mentions = (bound: Bound, name: string): boolean =>
  bound.kind === 'field'
    ? bound.field.name === name
    : operandsOf(bound).some((operand) => mentions(operand, name));

const rename = (bound: Bound, from: string, to: Field): Bound =>
  bound.kind === 'field' && bound.field.name === from
    ? { ...bound, field: to }
    : mapOperands(bound, (operand) => rename(operand, from, to));
