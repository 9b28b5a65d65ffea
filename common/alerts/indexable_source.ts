// SPDX-License-Identifier: Apache-2.0
import { coercionFor } from '../eql/types/coerce';
import { dataTypeOf, type Schema } from '../eql/types/schema';

type Fields = Readonly<Record<string, unknown>>;

/** Elasticsearch refuses documents with deeper objects. */
const MAX_DEPTH = 20;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The event without what the alert index would refuse: values that do not fit the type of their field, text
 * or numbers where the mapping has an object and the other way round, empty names, objects nested too deep.
 * One such value would otherwise keep the whole alert from being written.
 */
export const indexableSource = (source: Fields, schema: Schema): Fields =>
  clean(source, '', 1, schema) ?? {};

const clean = (node: Fields, prefix: string, depth: number, schema: Schema): Fields | undefined => {
  if (depth > MAX_DEPTH) {
    return undefined;
  }
  const entries = Object.entries(node).flatMap(([key, value]) => {
    const kept = isName(key) ? cleanValue(value, prefix + key, depth, schema) : undefined;
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
};

const isName = (key: string): boolean => key.split('.').every((part) => part.trim() !== '');

const cleanValue = (value: unknown, name: string, depth: number, schema: Schema): unknown => {
  if (Array.isArray(value)) {
    return value.flatMap((item) => cleanValue(item, name, depth, schema) ?? []);
  }
  if (isFields(value)) {
    return holdsValues(name, schema) ? undefined : clean(value, `${name}.`, depth + 1, schema);
  }
  return value === null || fits(value, name, schema) ? value : undefined;
};

const mappedType = (name: string, schema: Schema): string | undefined =>
  schema.field(name)?.mappedType;

const holdsValues = (name: string, schema: Schema): boolean => {
  const type = mappedType(name, schema);
  return type !== undefined && dataTypeOf(type) !== undefined;
};

const fits = (value: unknown, name: string, schema: Schema): boolean => {
  const field = schema.field(name);
  if (!field) {
    return true;
  }
  if (dataTypeOf(field.mappedType) === undefined) {
    return field.mappedType !== 'object' && field.mappedType !== 'nested';
  }
  const isLeaf =
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'bigint';
  return isLeaf && (isText(field.mappedType) || coercionFor(field)(value) !== undefined);
};

/** Any leaf can be text; what is too long is kept but not searchable. */
const isText = (type: string): boolean => dataTypeOf(type) === 'keyword';
