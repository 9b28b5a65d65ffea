// SPDX-License-Identifier: Apache-2.0
import { fieldReader } from '../../../common/eql/types/field_reader';
import { toMillis } from '../../../common/eql/types/date';
import type { Field } from '../../../common/eql/types/schema';
import type { Value } from '../../../common/eql/types/value';
import type { StoredDocument } from '../store/store';

/** The values of a field as sorts and aggregations see them: dates are milliseconds. */
export const valuesOf = (name: string): ((document: StoredDocument) => Value[]) => {
  if (name === '_id') {
    return ({ id }) => [id];
  }
  if (name === '_index') {
    return ({ index }) => [index.name];
  }
  const readers = new Map<unknown, (source: StoredDocument['source']) => Value[]>();
  return (document) => {
    const schema = document.index.searchSchema;
    let read = readers.get(schema);
    if (!read) {
      const field = schema.field(name);
      read = field ? reader(field) : () => [];
      readers.set(schema, read);
    }
    return read(document.source);
  };
};

const reader = (field: Field): ((source: StoredDocument['source']) => Value[]) => {
  const { values } = fieldReader(field);
  return field.mappedType === 'date_nanos'
    ? (source) =>
        values(source).map((value) => (typeof value === 'bigint' ? toMillis(value) : value))
    : values;
};

export const isDate = (field: Field | undefined): boolean =>
  field?.mappedType === 'date' || field?.mappedType === 'date_nanos';
