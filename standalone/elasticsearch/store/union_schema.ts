// SPDX-License-Identifier: Apache-2.0
import { schemaOf, type Field, type Schema } from '../../../common/eql/types/schema';
import type { StoredIndex } from './store';

/** The family under which field capabilities list a type, so that indices may differ within it. */
export const familyOf = (mappedType: string): string => FAMILIES[mappedType] ?? mappedType;

const FAMILIES: Readonly<Record<string, string>> = {
  constant_keyword: 'keyword',
  wildcard: 'keyword',
  match_only_text: 'text',
};

/** The fields of several indices; one that they type differently can not be named in an EQL query. */
export const unionSchema = (indices: readonly StoredIndex[], pick = eqlSchema): Schema => {
  const [only, ...others] = indices;
  if (only && others.length === 0) {
    return pick(only);
  }
  const schemas = indices.map(pick);
  const [first] = schemas;
  const before = first && unions.get(first);
  if (before && isSameList(before.schemas, schemas)) {
    return before.union;
  }
  const union = unite(indices, pick);
  if (first) {
    unions.set(first, { schemas, union });
  }
  return union;
};

interface Union {
  readonly schemas: readonly Schema[];
  readonly union: Schema;
}

/** By the first of their schemas, which indices keep until their mapping changes: most requests ask for the same. */
const unions = new WeakMap<Schema, Union>();

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

const unite = (indices: readonly StoredIndex[], pick: (index: StoredIndex) => Schema): Schema => {
  const names = new Set(indices.flatMap((index) => allNames(pick(index))));
  const fields = [...names].map((name) => combine(name, indices, pick));
  const known = schemaOf(fields);
  return {
    names: () => known.names(),
    field: (name) =>
      known.field(name) ?? indices.map((index) => pick(index).field(name)).find(Boolean),
  };
};

const eqlSchema = ({ schema }: StoredIndex): Schema => schema;

/** With `_id`, `_index` and keys of flattened fields, for the query DSL. */
export const searchSchema = (indices: readonly StoredIndex[]): Schema =>
  unionSchema(indices, (index) => index.searchSchema);

/** Names of fields and of the objects above them. */
export const allNames = (schema: Schema): string[] => {
  const names = new Set<string>();
  for (const name of schema.names()) {
    const parts = name.split('.');
    for (let length = 1; length <= parts.length; length += 1) {
      names.add(parts.slice(0, length).join('.'));
    }
  }
  return [...names].filter((name) => schema.field(name) !== undefined);
};

const combine = (
  name: string,
  indices: readonly StoredIndex[],
  pick: (index: StoredIndex) => Schema,
): Field => {
  const byFamily = new Map<string, { readonly field: Field; readonly places: string[] }>();
  for (const index of indices) {
    const field = pick(index).field(name);
    if (field) {
      const family = familyOf(field.mappedType);
      const entry = byFamily.get(family) ?? { field, places: [] };
      entry.places.push(index.name);
      byFamily.set(family, entry);
    }
  }
  const found = [...byFamily.values()];
  const first = found[0]?.field ?? { name, path: name, mappedType: 'object' };
  return found.length > 1 ? { ...first, unusable: ambiguous(name, byFamily) } : first;
};

/** Elasticsearch's own words (observed on 8.10). */
const ambiguous = (
  name: string,
  byFamily: ReadonlyMap<string, { readonly places: readonly string[] }>,
): string => {
  const types = [...byFamily].map(
    ([family, { places }]) => `[${family}] in [${places.join(', ')}]`,
  );
  return `Cannot use field [${name}] due to ambiguities being mapped as [${types.length}] incompatible types: ${types.join(', ')}`;
};
