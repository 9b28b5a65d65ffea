// SPDX-License-Identifier: Apache-2.0
import { isBody, type Body } from '../http/endpoint';
import { compileQuery } from '../query/compile_query';
import type { AggContext, Aggregation } from './aggregate';

type Test = ReturnType<typeof compileQuery>;

/** Compiled for the request that they came with, where each bucket asks the same. */
const compiled = new WeakMap<object, { readonly indices: unknown; readonly test: Test }>();

const compileOnce = (query: Body, { indices, now }: AggContext): Test => {
  const known = compiled.get(query);
  if (known?.indices === indices) {
    return known.test;
  }
  const test = compileQuery(query, indices, now);
  compiled.set(query, { indices, test });
  return test;
};

export const filter: Aggregation = (query, documents, context) => {
  const { below } = context;
  const inside = documents.filter(compileOnce(query, context));
  return { doc_count: inside.length, ...below(inside) };
};

export const filters: Aggregation = ({ filters: given }, documents, context) => {
  const bucket = (query: unknown) => filter(isBody(query) ? query : {}, documents, context);
  return Array.isArray(given)
    ? { buckets: given.map(bucket) }
    : {
        buckets: Object.fromEntries(
          Object.entries(isBody(given) ? given : {}).map(([name, query]) => [name, bucket(query)]),
        ),
      };
};
