// SPDX-License-Identifier: Apache-2.0
import { isBody } from '../http/endpoint';
import { compileQuery } from '../query/compile_query';
import type { Aggregation } from './aggregate';

export const filter: Aggregation = (query, documents, { indices, now, below }) => {
  const inside = documents.filter(compileQuery(query, indices, now));
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
