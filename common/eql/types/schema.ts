// SPDX-License-Identifier: Apache-2.0
import type { DataType } from './data_type';

/** How a mapping turns what stands in an event into the values that a query sees. */
export interface Field {
  /** As queries name it. */
  readonly name: string;
  /** The mapping's type: keyword, wildcard, long, date_nanos, geo_point… */
  readonly mappedType: string;
  /** Where in the event the values stand: another field's name for an alias or a multi-field. */
  readonly path: string;
  readonly lowercase?: boolean;
  /** Strings longer than this many UTF-16 units are not seen. */
  readonly ignoreAbove?: number;
  /** Of a scaled_float. */
  readonly scalingFactor?: number;
  /** Of a constant_keyword: the value of every event. */
  readonly constant?: string;
  /** The keyword multi-field of a text field. */
  readonly exact?: Field;
  /** Neither indexed nor with doc values: named in a query it fails on the server. */
  readonly unsearchable?: boolean;
  /** Why no query can name this field, where that is so (two mappings disagree, it is nested …). */
  readonly unusable?: string;
  /** Whether that is because mappings disagree. */
  readonly conflicting?: boolean;
}

/** The fields that queries may name. */
export interface Schema {
  field(name: string): Field | undefined;
  /** All names, objects left out; for suggestions. */
  names(): Iterable<string>;
}

const DATA_TYPES: Readonly<Record<string, DataType>> = {
  keyword: 'keyword',
  constant_keyword: 'keyword',
  wildcard: 'keyword',
  text: 'keyword',
  match_only_text: 'keyword',
  byte: 'integer',
  short: 'integer',
  integer: 'integer',
  long: 'long',
  unsigned_long: 'unsigned_long',
  half_float: 'double',
  float: 'double',
  double: 'double',
  scaled_float: 'double',
  boolean: 'boolean',
  date: 'datetime',
  date_nanos: 'datetime',
  ip: 'ip',
  version: 'version',
};

/** Undefined where queries can do nothing with such a field (geo_point, flattened, ranges …). */
export const dataTypeOf = (mappedType: string): DataType | undefined =>
  Object.hasOwn(DATA_TYPES, mappedType) ? DATA_TYPES[mappedType] : undefined;

export const isText = ({ mappedType }: Field): boolean =>
  mappedType === 'text' || mappedType === 'match_only_text';

/** A schema over a fixed set of fields. */
export const schemaOf = (fields: Iterable<Field>): Schema => {
  const byName = new Map([...fields].map((field) => [field.name, field]));
  return {
    field: (name) => byName.get(name),
    names: () =>
      [...byName.values()]
        .filter(({ mappedType }) => mappedType !== 'object')
        .map(({ name }) => name),
  };
};
