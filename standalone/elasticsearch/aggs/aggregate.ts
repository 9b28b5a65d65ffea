// SPDX-License-Identifier: Apache-2.0
import { isBody, type Body } from '../http/endpoint';
import { illegalArgument, notInMemory } from '../http/es_error';
import type { StoredDocument, StoredIndex } from '../store/store';
import { AGGREGATIONS } from './registry';

export interface AggContext {
  readonly indices: readonly StoredIndex[];
  readonly now: number;
  /** Computes the aggregations below one bucket. */
  readonly below: (documents: readonly StoredDocument[]) => Body;
}

export type Aggregation = (
  body: Body,
  documents: readonly StoredDocument[],
  context: AggContext,
) => Body;

/** Answers `aggs` over documents. Throws 501 for a kind that the double does not have. */
export const aggregate = (
  aggs: unknown,
  documents: readonly StoredDocument[],
  context: Pick<AggContext, 'indices' | 'now'>,
): Body | undefined => {
  if (!isBody(aggs)) {
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(aggs).map(([name, agg]) => [name, aggregateOne(name, agg, documents, context)]),
  );
};

const aggregateOne = (
  name: string,
  agg: unknown,
  documents: readonly StoredDocument[],
  context: Pick<AggContext, 'indices' | 'now'>,
): Body => {
  const { aggs, aggregations, meta, ...kinds } = isBody(agg) ? agg : {};
  const [entry, ...more] = Object.entries(kinds);
  if (!entry || more.length > 0 || !isBody(entry[1])) {
    throw illegalArgument(`Expected one aggregation type under [${name}]`);
  }
  const [kind, body] = entry;
  const compute = Object.hasOwn(AGGREGATIONS, kind) ? AGGREGATIONS[kind] : undefined;
  if (!compute) {
    throw notInMemory(`aggregation [${kind}]`);
  }
  const answer = compute(body, documents, {
    ...context,
    below: (inside) => aggregate(aggs ?? aggregations, inside, context) ?? {},
  });
  return meta === undefined ? answer : { meta, ...answer };
};
