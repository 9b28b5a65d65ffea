// SPDX-License-Identifier: Apache-2.0
import type { Field, Schema } from '../../../common/eql/types/schema';

/** Any key below a field of type `flattened` can be asked for as a keyword. */
export const withFlattened = (schema: Schema): Schema => ({
  names: () => schema.names(),
  field: (name) => schema.field(name) ?? keyOf(name, schema),
});

const keyOf = (name: string, schema: Schema): Field | undefined => {
  const parts = name.split('.');
  const root = parts
    .slice(1)
    .map((_, i) => schema.field(parts.slice(0, i + 1).join('.')))
    .find((field) => field?.mappedType === 'flattened');
  return root && { name, path: name, mappedType: 'keyword', ignoreAbove: 4096 };
};
