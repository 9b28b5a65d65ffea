// SPDX-License-Identifier: Apache-2.0
import { isText, schemaOf, type Field, type Schema } from './schema';

/** The part of an Elasticsearch mapping that decides what a query sees. */
export interface MappingProperty {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, MappingProperty>>;
  readonly fields?: Readonly<Record<string, MappingProperty>>;
  readonly path?: string;
  readonly normalizer?: string;
  readonly ignore_above?: number;
  readonly scaling_factor?: number;
  readonly value?: string;
  readonly index?: boolean;
  readonly doc_values?: boolean;
}

/** The body of a create-index request, or its `mappings` alone. */
export interface IndexMapping {
  readonly settings?: {
    readonly analysis?: {
      readonly normalizer?: Readonly<
        Record<string, { readonly filter?: string | readonly string[] }>
      >;
    };
  };
  readonly mappings?: { readonly properties?: Readonly<Record<string, MappingProperty>> };
  readonly properties?: Readonly<Record<string, MappingProperty>>;
}

/**
 * Reads the fields from an index mapping.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/mapping.html
 */
export const schemaFromMapping = (index: IndexMapping): Schema => {
  const properties = index.mappings?.properties ?? index.properties ?? {};
  const fields = new Map<string, Field>();
  for (const field of walk(properties, '', undefined, lowercasing(index))) {
    fields.set(field.name, field);
  }
  for (const field of fields.values()) {
    const target = field.mappedType === 'alias' ? fields.get(field.path) : undefined;
    if (target) {
      fields.set(field.name, { ...target, name: field.name });
    }
  }
  return schemaOf(fields.values());
};

/** The names of the normalizers that lowercase, beside the built-in one. */
const lowercasing = ({ settings }: IndexMapping): ReadonlySet<string> => {
  const custom = Object.entries(settings?.analysis?.normalizer ?? {});
  return new Set([
    'lowercase',
    ...custom.filter(([, { filter }]) => filter?.includes('lowercase')).map(([name]) => name),
  ]);
};

function* walk(
  properties: Readonly<Record<string, MappingProperty>>,
  prefix: string,
  nested: string | undefined,
  normalizers: ReadonlySet<string>,
): Generator<Field> {
  for (const [key, property] of Object.entries(properties)) {
    const name = prefix + key;
    const field = toField(name, name, property, nested, normalizers);
    const multiFields = Object.entries(property.fields ?? {}).map(([suffix, sub]) =>
      toField(`${name}.${suffix}`, name, sub, nested, normalizers),
    );
    const exact = multiFields.find(({ mappedType }) => mappedType === 'keyword');
    yield exact && isText(field) ? { ...field, exact } : field;
    yield* multiFields;
    if (property.properties) {
      const inside = field.mappedType === 'nested' ? name : nested;
      yield* walk(property.properties, `${name}.`, inside, normalizers);
    }
  }
}

const toField = (
  name: string,
  path: string,
  property: MappingProperty,
  nested: string | undefined,
  normalizers: ReadonlySet<string>,
): Field => {
  const mappedType = property.type ?? 'object';
  return {
    name,
    path: mappedType === 'alias' ? (property.path ?? path) : path,
    mappedType,
    ...(property.normalizer && { lowercase: normalizers.has(property.normalizer) }),
    ...(property.ignore_above !== undefined && { ignoreAbove: property.ignore_above }),
    ...(property.scaling_factor !== undefined && { scalingFactor: property.scaling_factor }),
    ...(property.value !== undefined && { constant: property.value }),
    ...(property.index === false && property.doc_values === false && { unsearchable: true }),
    ...unusable(name, mappedType, nested),
  };
};

const unusable = (
  name: string,
  mappedType: string,
  nested: string | undefined,
): Pick<Field, 'unusable'> => {
  if (mappedType === 'nested') {
    return { unusable: `[${name}] is a nested field, and EQL can not search those` };
  }
  return nested
    ? { unusable: `[${name}] lies in the nested field [${nested}], and EQL can not search those` }
    : {};
};
