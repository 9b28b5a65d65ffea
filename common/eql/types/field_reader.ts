// SPDX-License-Identifier: Apache-2.0
import { coercionFor } from './coerce';
import { keyPaths, type KeyStep } from './key_paths';
import type { Field } from './schema';
import { compareValues, type Value } from './value';

/** The `_source` of an event; names may be nested objects, dotted, or both. */
export type EventSource = Readonly<Record<string, unknown>>;

/** Reads the values of one field from events. */
export interface FieldReader {
  /** Whether any value of the field passes the test. */
  readonly some: (event: EventSource, test: (value: Value) => boolean) => boolean;
  /** The values as they stand in the event, each once. */
  readonly distinct: (event: EventSource) => Value[];
  /** The values as Elasticsearch's doc values hold them: ascending, each once. */
  readonly values: (event: EventSource) => Value[];
}

export const fieldReader = (field: Field): FieldReader => {
  const known = readers.get(field);
  if (known) {
    return known;
  }
  const reader = makeReader(field);
  readers.set(field, reader);
  return reader;
};

/** A query may name one field a thousand times. */
const readers = new WeakMap<Field, FieldReader>();

const makeReader = (field: Field): FieldReader => {
  if (field.constant !== undefined) {
    const { constant } = field;
    return {
      some: (_, test) => test(constant),
      distinct: () => [constant],
      values: () => [constant],
    };
  }
  const coerce = coercionFor(field);
  const paths = keyPaths(field.path);
  const some: FieldReader['some'] = (event, test) =>
    visit(event, paths, (leaf) => {
      const value = coerce(leaf);
      return value !== undefined && test(value);
    });
  const distinct: FieldReader['distinct'] = (event) => {
    const found: Value[] = [];
    some(event, (value) => {
      found.push(value);
      return false;
    });
    return found.length > 1 ? [...new Set(found)] : found;
  };
  return {
    some,
    distinct,
    values: (event) => {
      const found = distinct(event);
      return found.length > 1 ? found.sort(compareValues) : found;
    },
  };
};

type Leaf = string | number | bigint | boolean;

/** Deeper lists are no event; following them could overflow the stack. */
const MAX_LIST_DEPTH = 100;

const visit = (node: object, steps: readonly KeyStep[], test: (leaf: Leaf) => boolean): boolean => {
  for (const { key, next } of steps) {
    const child = (node as Record<string, unknown>)[key];
    if (child !== undefined && child !== null && visitChild(child, next, test)) {
      return true;
    }
  }
  return false;
};

const visitChild = (
  child: unknown,
  next: readonly KeyStep[] | undefined,
  test: (leaf: Leaf) => boolean,
  depth = 0,
): boolean => {
  if (Array.isArray(child)) {
    return depth < MAX_LIST_DEPTH && child.some((item) => visitChild(item, next, test, depth + 1));
  }
  if (typeof child === 'object' && child !== null) {
    return next !== undefined && visit(child, next, test);
  }
  return next === undefined && isLeaf(child) && test(child);
};

const isLeaf = (value: unknown): value is Leaf =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  typeof value === 'bigint';
