// SPDX-License-Identifier: Apache-2.0
import { isBody } from '../http/endpoint';
import { illegalArgument } from '../http/es_error';
import { isDate, valuesOf } from '../query/field_values';
import { sortDocuments } from '../query/sort';
import type { Aggregation } from './aggregate';

/** Some fields of the documents that come first in an order; the first value of each, null where there is none. */
export const topMetrics: Aggregation = (body, documents, { indices }) => {
  if ([body['sort']].flat().length !== 1 || body['sort'] === undefined) {
    throw illegalArgument('[top_metrics] requires exactly one [sort]');
  }
  const fields = [body['metrics']].flat().map((one) => {
    const name = String(isBody(one) ? one['field'] : one);
    return { name, read: valuesOf(name) };
  });
  const { sorted, shown } = sortDocuments(documents, body['sort'], undefined, indices, false);
  return {
    top: sorted.slice(0, Number(body['size'] ?? 1)).map((one) => ({
      sort: (shown(one) ?? []).map((value) => asDate(value, body['sort'], indices)),
      metrics: Object.fromEntries(
        fields.map(({ name, read }) => [name, read(one.document)[0] ?? null]),
      ),
    })),
  };
};

/** Here dates are shown in their format, unlike in the `sort` of hits. */
const asDate = (
  value: unknown,
  sort: unknown,
  indices: Parameters<Aggregation>[2]['indices'],
): unknown => {
  const [first] = [sort].flat();
  const name = isBody(first) ? Object.keys(first)[0] : String(first);
  const date = indices.some((index) => isDate(index.searchSchema.field(name ?? '')));
  return date && typeof value === 'number' ? new Date(value).toISOString() : value;
};
