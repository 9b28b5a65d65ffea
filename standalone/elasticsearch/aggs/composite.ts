// SPDX-License-Identifier: Apache-2.0
import { compareValues, type Value } from '../../../common/eql/types/value';
import { isBody, type Body } from '../http/endpoint';
import { illegalArgument, notInMemory } from '../http/es_error';
import { valuesOf } from '../query/field_values';
import type { StoredDocument } from '../store/store';
import type { Aggregation } from './aggregate';

/** Null stands for documents without the field, where the source counts them. */
type KeyPart = Value | null;

interface Source {
  readonly name: string;
  readonly read: (document: StoredDocument) => readonly KeyPart[];
  readonly sign: 1 | -1;
  readonly missingFirst: boolean;
}

interface Bucket {
  readonly key: readonly KeyPart[];
  readonly documents: StoredDocument[];
}

/**
 * Buckets by the values of several fields together, in the order of their keys, page by page. Reads sources of
 * `terms` with `order`, `missing_bucket` and `missing_order`; `size` and `after`.
 */
export const composite: Aggregation = (body, documents, { below }) => {
  const sources = readSources(body['sources']);
  const size = Number(body['size'] ?? 10);
  const after = afterKey(body['after'], sources);
  const shown = group(sources, documents)
    .filter(({ key }) => !after || compareKeys(sources, key, after) > 0)
    .sort((a, b) => compareKeys(sources, a.key, b.key))
    .slice(0, size);
  const last = shown.at(-1);
  return {
    ...(last && { after_key: toObject(sources, last.key) }),
    buckets: shown.map(({ key, documents: inside }) => ({
      key: toObject(sources, key),
      doc_count: inside.length,
      ...below(inside),
    })),
  };
};

const readSources = (given: unknown): Source[] => {
  if (!Array.isArray(given) || given.length === 0) {
    throw illegalArgument('Composite [sources] cannot be null or empty');
  }
  return given.map((one: unknown) => {
    const [entry] = isBody(one) ? Object.entries(one) : [];
    const terms = isBody(entry?.[1]) ? entry[1]['terms'] : undefined;
    if (!entry || !isBody(terms)) {
      throw notInMemory('composite aggregation with a source that is not [terms]');
    }
    const values = valuesOf(String(terms['field']));
    const countsMissing = terms['missing_bucket'] === true;
    const sign = terms['order'] === 'desc' ? -1 : 1;
    const missingOrder = terms['missing_order'] ?? 'default';
    return {
      name: entry[0],
      read: (document) => {
        const found: readonly KeyPart[] = [...new Set(values(document))];
        return found.length === 0 && countsMissing ? [null] : found;
      },
      sign,
      // By default a missing value counts as the least.
      missingFirst: missingOrder === 'default' ? sign === 1 : missingOrder === 'first',
    };
  });
};

const afterKey = (given: unknown, sources: readonly Source[]): KeyPart[] | undefined => {
  if (given === undefined) {
    return undefined;
  }
  const names = isBody(given) ? Object.keys(given) : [];
  if (!isBody(given) || names.length !== sources.length) {
    throw illegalArgument(
      `[after] has ${names.length} value(s) but [sources] has ${sources.length}`,
    );
  }
  return sources.map(({ name }) => {
    if (!names.includes(name)) {
      throw illegalArgument(`Missing value for [after.${name}]`);
    }
    return given[name] as KeyPart;
  });
};

const group = (sources: readonly Source[], documents: readonly StoredDocument[]): Bucket[] => {
  const buckets = new Map<string, Bucket>();
  for (const document of documents) {
    for (const key of keysOf(sources, document)) {
      const text = key.map(unmistakable).join();
      const bucket = buckets.get(text);
      if (bucket) {
        bucket.documents.push(document);
      } else {
        buckets.set(text, { key, documents: [document] });
      }
    }
  }
  return [...buckets.values()];
};

/** As text, with its length before it, so that no two keys are the same text. */
const unmistakable = (part: KeyPart): string => {
  const text = String(part);
  return `${typeof part}${text.length}:${text}`;
};

/** Each value of a field with each of the others; none where a field without a value does not count. */
const keysOf = (sources: readonly Source[], document: StoredDocument): KeyPart[][] =>
  sources.reduce<KeyPart[][]>(
    (keys, { read }) => keys.flatMap((key) => read(document).map((value) => [...key, value])),
    [[]],
  );

const compareKeys = (
  sources: readonly Source[],
  a: readonly KeyPart[],
  b: readonly KeyPart[],
): number => {
  for (const [i, { sign, missingFirst }] of sources.entries()) {
    const [x, y] = [a[i] ?? null, b[i] ?? null];
    const order =
      x === null || y === null
        ? x === y
          ? 0
          : (x === null) === missingFirst
            ? -1
            : 1
        : compareValues(x, y) * sign;
    if (order !== 0) {
      return order;
    }
  }
  return 0;
};

const toObject = (sources: readonly Source[], key: readonly KeyPart[]): Body =>
  Object.fromEntries(sources.map(({ name }, i) => [name, key[i] ?? null]));
