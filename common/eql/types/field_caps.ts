// SPDX-License-Identifier: Apache-2.0
import { isText, schemaOf, type Field, type Schema } from './schema';

/** The part of a field capabilities answer that is read here. */
export interface FieldCapabilities {
  readonly fields: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly searchable?: boolean;
            readonly aggregatable?: boolean;
            readonly indices?: string | readonly string[];
          }
        >
      >
    >
  >;
}

/** Types that Elasticsearch's EQL treats as one, so that indices may differ in them. */
const FAMILY: Readonly<Record<string, string>> = {
  wildcard: 'keyword',
  constant_keyword: 'keyword',
};

/**
 * Reads the fields from a field capabilities answer. A field whose type differs between indices is
 * kept, marked with the types and where they occur, so that only a query that names it fails.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/search-field-caps.html
 */
export const schemaFromFieldCaps = ({ fields }: FieldCapabilities): Schema => {
  const read = Object.entries(fields).map(([name, byType]) => toField(name, byType, fields));
  const byName = new Map(read.map((field) => [field.name, field]));
  return schemaOf(
    read.map((field) => {
      const exact = byName.get(`${field.name}.keyword`);
      return exact && isText(field) ? { ...field, exact: { ...exact, path: field.path } } : field;
    }),
  );
};

const toField = (
  name: string,
  byType: FieldCapabilities['fields'][string],
  all: FieldCapabilities['fields'],
): Field => {
  const types = Object.keys(byType).filter((type) => type !== 'unmapped');
  const families = new Set(types.map((type) => FAMILY[type] ?? type));
  const mappedType = types[0] ?? 'unmapped';
  const capability = byType[mappedType];
  return {
    name,
    path: sourcePath(name, all),
    mappedType,
    ...(capability?.searchable === false &&
      capability.aggregatable === false && { unsearchable: true }),
    ...unusableIn(nestedAncestor(name, all)),
    ...(families.size > 1 && {
      conflicting: true,
      unusable: `[${name}] is mapped differently across the indices: ${types
        .map((type) => `[${type}] in ${places(byType[type]?.indices)}`)
        .join(', ')}`,
    }),
  };
};

const places = (indices: string | readonly string[] | undefined): string =>
  indices === undefined ? 'the others' : `[${[indices].flat().join(', ')}]`;

/** A multi-field has its values where its parent has them. */
const sourcePath = (name: string, all: FieldCapabilities['fields']): string => {
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const types = Object.keys(all[parent] ?? {});
  return types.some((type) => type !== 'object' && type !== 'nested') ? parent : name;
};

/** The nested field that a field lies in, or is. */
const nestedAncestor = (name: string, all: FieldCapabilities['fields']): string | undefined =>
  name
    .split('.')
    .map((_, i, parts) => parts.slice(0, i + 1).join('.'))
    .find((ancestor) => Object.hasOwn(all[ancestor] ?? {}, 'nested'));

const unusableIn = (nested: string | undefined): Pick<Field, 'unusable'> =>
  nested === undefined
    ? {}
    : { unusable: `[${nested}] is a nested field, and EQL can not search those` };
