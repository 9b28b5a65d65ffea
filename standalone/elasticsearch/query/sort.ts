// SPDX-License-Identifier: Apache-2.0
import { compareValues, type Value } from '../../../common/eql/types/value';
import { isBody } from '../http/endpoint';
import { EsError, illegalArgument } from '../http/es_error';
import type { StoredDocument, StoredIndex } from '../store/store';
import { isDate, valuesOf } from './field_values';

type SortValue = Value | null;

interface SortKey {
  readonly read: (document: StoredDocument, position: number) => SortValue;
  readonly descending: boolean;
  readonly missingFirst: boolean;
  readonly show: (value: SortValue) => SortValue;
  /** What stands in a `search_after` for this key. */
  readonly parse: (given: unknown) => SortValue;
}

export interface SortedDocument {
  readonly document: StoredDocument;
  readonly values: readonly SortValue[];
}

export interface Sorting {
  readonly sorted: readonly SortedDocument[];
  /** The values as a hit's `sort` shows them; undefined where nothing was asked to be sorted. */
  readonly shown: (sorted: SortedDocument) => readonly SortValue[] | undefined;
}

/**
 * Sorts documents, and leaves out those up to and with `searchAfter`. Reads the forms that Elasticsearch
 * takes: a name, `{name: order}`, `{name: {order, missing, format, unmapped_type}}`; `_doc`, `_shard_doc`.
 */
export const sortDocuments = (
  documents: readonly StoredDocument[],
  sort: unknown,
  searchAfter: unknown,
  indices: readonly StoredIndex[],
  inPointInTime: boolean,
): Sorting => {
  const asked = sort === undefined ? [] : [sort].flat();
  const withTiebreaker = inPointInTime && asked.length > 0 ? [...asked, '_shard_doc'] : asked;
  const keys = withTiebreaker.map((one) => toKey(one, indices));
  const all = documents.map((document, position) => ({
    document,
    values: keys.map(({ read }) => read(document, position)),
  }));
  all.sort((a, b) => compareKeys(a.values, b.values, keys));
  const after = afterValues(searchAfter, keys);
  return {
    sorted: after ? all.filter(({ values }) => compareKeys(values, after, keys) > 0) : all,
    shown: ({ values }) =>
      keys.length > 0 ? values.map((value, i) => keys[i]?.show(value) ?? null) : undefined,
  };
};

const afterValues = (given: unknown, keys: readonly SortKey[]): SortValue[] | undefined => {
  if (given === undefined) {
    return undefined;
  }
  if (!Array.isArray(given) || given.length !== keys.length) {
    const count = Array.isArray(given) ? given.length : 0;
    throw illegalArgument(`search_after has ${count} value(s) but sort has ${keys.length}.`);
  }
  return given.map((value, i) => keys[i]?.parse(value) ?? null);
};

const compareKeys = (
  a: readonly SortValue[],
  b: readonly SortValue[],
  keys: readonly SortKey[],
): number => {
  for (const [i, { descending, missingFirst }] of keys.entries()) {
    const order = compareOne(a[i] ?? null, b[i] ?? null, descending, missingFirst);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
};

const compareOne = (
  x: SortValue,
  y: SortValue,
  descending: boolean,
  missingFirst: boolean,
): number => {
  if (x === null || y === null) {
    return x === y ? 0 : (x === null) === missingFirst ? -1 : 1;
  }
  return descending ? compareValues(y, x) : compareValues(x, y);
};

const toKey = (given: unknown, indices: readonly StoredIndex[]): SortKey => {
  const [name, options] = readSort(given);
  const descending = options['order'] === 'desc' || (name === '_score' && !options['order']);
  if (name === '_doc' || name === '_shard_doc' || name === '_score') {
    return {
      read: (_, position) => (name === '_score' ? 1 : position),
      descending: name === '_score' ? false : descending,
      missingFirst: false,
      show: (value) => value,
      parse: (value) => value as SortValue,
    };
  }
  const field = indices.map((index) => index.searchSchema.field(name)).find(Boolean);
  const unmappedIn = indices.find((index) => !index.searchSchema.field(name));
  if (unmappedIn && options['unmapped_type'] === undefined) {
    throw allShardsFailed({
      type: 'query_shard_exception',
      reason: `No mapping found for [${name}] in order to sort on`,
      index: unmappedIn.name,
    });
  }
  if (field?.mappedType === 'text' || field?.mappedType === 'match_only_text') {
    throw allShardsFailed({
      type: 'illegal_argument_exception',
      reason: `Fielddata is disabled on [${name}]. Text fields are not optimised for operations that require per-document field data like aggregations and sorting`,
    });
  }
  const values = valuesOf(name);
  const date = isDate(field);
  const asText = date && typeof options['format'] === 'string';
  return {
    read: (document) => {
      const all = values(document);
      return all[descending ? all.length - 1 : 0] ?? null;
    },
    descending,
    missingFirst: options['missing'] === '_first',
    show: (value) => (asText && value !== null ? new Date(Number(value)).toISOString() : value),
    parse: (value) =>
      date && typeof value === 'string' ? Date.parse(value) : (value as SortValue),
  };
};

const readSort = (given: unknown): [string, Readonly<Record<string, unknown>>] => {
  if (typeof given === 'string') {
    const [name = '', order] = given.split(':');
    return [name, order === undefined ? {} : { order }];
  }
  const [entry] = isBody(given) ? Object.entries(given) : [];
  if (!entry) {
    throw illegalArgument(`[sort] can not be [${JSON.stringify(given)}]`);
  }
  const [name, options] = entry;
  return [name, isBody(options) ? options : { order: options }];
};

/** What a failure on every shard looks like. */
export const allShardsFailed = (cause: {
  readonly type: string;
  readonly reason: string;
  readonly index?: string;
}): EsError =>
  new EsError(
    400,
    {
      type: 'search_phase_execution_exception',
      reason: 'all shards failed',
      phase: 'query',
      grouped: true,
      failed_shards: [{ shard: 0, index: cause.index ?? null, reason: cause }],
    },
    [cause],
  );
