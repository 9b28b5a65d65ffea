// SPDX-License-Identifier: Apache-2.0
import type { Value } from '../../../common/eql/types/value';
import type { Body } from '../http/endpoint';
import type { StoredDocument, StoredIndex } from '../store/store';
import { isDate, valuesOf } from '../query/field_values';
import type { Aggregation } from './aggregate';

const all = ({ field }: Body, documents: readonly StoredDocument[]): Value[] =>
  documents.flatMap(valuesOf(String(field)));

const isDateField = (name: unknown, indices: readonly StoredIndex[]): boolean =>
  indices.some((index) => isDate(index.searchSchema.field(String(name))));

const metric =
  (reduce: (numbers: readonly number[]) => number | null): Aggregation =>
  (body, documents, { indices }) => {
    const value = reduce(all(body, documents).map(Number));
    return value !== null && isDateField(body['field'], indices)
      ? { value, value_as_string: new Date(value).toISOString() }
      : { value };
  };

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const min = metric((numbers) =>
  numbers.reduce<number | null>((a, b) => (a === null || b < a ? b : a), null),
);
export const max = metric((numbers) =>
  numbers.reduce<number | null>((a, b) => (a === null || b > a ? b : a), null),
);
export const sum = metric(total);
export const avg = metric((numbers) =>
  numbers.length > 0 ? total(numbers) / numbers.length : null,
);

export const valueCount: Aggregation = (body, documents) => ({
  value: all(body, documents).length,
});

/** Exact, while Elasticsearch counts approximately from 3,000 values on. */
export const cardinality: Aggregation = (body, documents) => ({
  value: new Set(all(body, documents)).size,
});
