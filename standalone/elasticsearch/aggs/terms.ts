// SPDX-License-Identifier: Apache-2.0
import { compareValues, type Value } from '../../../common/eql/types/value';
import { isDate, valuesOf } from '../query/field_values';
import { allShardsFailed } from '../query/sort';
import { isBody, type Body } from '../http/endpoint';
import { matchesName } from '../store/name_pattern';
import type { StoredDocument } from '../store/store';
import type { Aggregation } from './aggregate';

interface Bucket {
  readonly key: Value;
  readonly documents: readonly StoredDocument[];
  readonly below: Body;
}

/** By count unless `order` says otherwise; `size`, `min_doc_count`, `missing`, `include` and `exclude` are read. */
export const terms: Aggregation = (body, documents, { indices, below }) => {
  const name = String(body['field']);
  const field = indices.map((index) => index.searchSchema.field(name)).find(Boolean);
  if (field?.mappedType === 'text' || field?.mappedType === 'match_only_text') {
    throw allShardsFailed({
      type: 'illegal_argument_exception',
      reason: `Fielddata is disabled on [${name}]. Text fields are not optimised for operations that require per-document field data like aggregations and sorting`,
    });
  }
  const buckets = order(
    body['order'],
    group(name, body['missing'], documents)
      .filter(
        ([key, inside]) =>
          inside.length >= Number(body['min_doc_count'] ?? 1) &&
          isWanted(String(key), body['include'], body['exclude']),
      )
      .map(([key, inside]) => ({ key, documents: inside, below: below(inside) })),
  );
  const shown = buckets.slice(0, Number(body['size'] ?? 10));
  const others = buckets.slice(shown.length);
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: others.reduce((sum, { documents: { length } }) => sum + length, 0),
    buckets: shown.map((bucket) => ({
      ...keyOf(bucket.key, isDate(field)),
      doc_count: bucket.documents.length,
      ...bucket.below,
    })),
  };
};

const keyOf = (key: Value, date: boolean): Body => {
  if (typeof key === 'boolean') {
    return { key: key ? 1 : 0, key_as_string: String(key) };
  }
  return date ? { key, key_as_string: new Date(Number(key)).toISOString() } : { key };
};

const group = (
  name: string,
  missing: unknown,
  documents: readonly StoredDocument[],
): [Value, StoredDocument[]][] => {
  const read = valuesOf(name);
  const groups = new Map<Value, StoredDocument[]>();
  for (const document of documents) {
    const values = read(document);
    const keys = values.length === 0 && missing !== undefined ? [missing as Value] : values;
    for (const key of keys) {
      const inside = groups.get(key);
      if (inside) {
        inside.push(document);
      } else {
        groups.set(key, [document]);
      }
    }
  }
  return [...groups];
};

const isWanted = (key: string, include: unknown, exclude: unknown): boolean =>
  (include === undefined || named(include, key)) && !(exclude !== undefined && named(exclude, key));

const named = (given: unknown, key: string): boolean =>
  [given].flat().some((one) => matchesName(String(one).replaceAll('.*', '*'), key));

const order = (given: unknown, buckets: Bucket[]): Bucket[] => {
  const rules = [given ?? { _count: 'desc' }].flat().flatMap((one) => {
    const [entry] = isBody(one) ? Object.entries(one) : [];
    return entry ? [{ by: entry[0], sign: entry[1] === 'desc' ? -1 : 1 }] : [];
  });
  return buckets.sort((a, b) => {
    for (const { by, sign } of rules) {
      const result = compareBuckets(by, a, b) * sign;
      if (result !== 0) {
        return result;
      }
    }
    return compareValues(a.key, b.key);
  });
};

const compareBuckets = (by: string, a: Bucket, b: Bucket): number => {
  if (by === '_count') {
    return a.documents.length - b.documents.length;
  }
  if (by === '_key' || by === '_term') {
    return compareValues(a.key, b.key);
  }
  return metricOf(by, a) - metricOf(by, b);
};

/** `latest`, `latest.value` or `inner>latest`. */
const metricOf = (path: string, { below }: Bucket): number => {
  const found = path
    .replace(/\.value$/, '')
    .split('>')
    .reduce<unknown>((node, part) => (isBody(node) ? node[part] : undefined), below);
  return isBody(found) ? Number(found['value'] ?? found['doc_count'] ?? 0) : 0;
};
