// SPDX-License-Identifier: Apache-2.0
import type { Field } from '../../../common/eql/types/schema';
import { isBody } from '../http/endpoint';
import { matchesName } from '../store/name_pattern';
import type { StoredDocument } from '../store/store';
import { isDate, valuesOf } from './field_values';

/** A hit's `fields`: every value of the asked fields in a list, in the order of the source. */
export const fieldsOf = (
  asked: unknown,
): ((document: StoredDocument) => Readonly<Record<string, unknown>> | undefined) => {
  if (!Array.isArray(asked)) {
    return () => undefined;
  }
  const wanted = asked.map((one: unknown) => ({
    pattern: String(isBody(one) ? one['field'] : one),
    format: isBody(one) ? one['format'] : undefined,
  }));
  return (document) => {
    const { searchSchema } = document.index;
    const found: Record<string, unknown> = {};
    for (const name of searchSchema.names()) {
      const match = wanted.find(({ pattern }) => matchesName(pattern, name));
      const values = match && !name.startsWith('_') ? valuesOf(name)(document) : [];
      if (values.length > 0) {
        const field = searchSchema.field(name);
        found[name] = values.map((value) => show(value, field, match?.format));
      }
    }
    return found;
  };
};

const show = (value: unknown, field: Field | undefined, format: unknown): unknown =>
  isDate(field) && format !== 'epoch_millis' ? new Date(Number(value)).toISOString() : value;
