// SPDX-License-Identifier: Apache-2.0
import type { FieldReference } from '../ast';
import type { EqlProblem } from '../errors';
import type { DataType } from '../types/data_type';
import { dataTypeOf, isText, type Field, type Schema } from '../types/schema';
import { didYouMean, suggest } from '../types/suggest';

type Resolved =
  | { readonly field: Field; readonly type: DataType }
  /** An optional field that no index has: always missing. */
  | { readonly field: undefined; readonly type: 'null' }
  | { readonly problem: EqlProblem };

/** Finds the field that a query names, or says why it can not be used. */
export const resolveField = ({ name, optional }: FieldReference, schema: Schema): Resolved => {
  const field = schema.field(name);
  if (!field) {
    const flattened = ancestors(name)
      .map((ancestor) => schema.field(ancestor))
      .find(isLeaf);
    if (flattened) {
      return { problem: unsupported(name, flattened.mappedType) };
    }
    return optional ? { field: undefined, type: 'null' } : { problem: unknown(name, schema) };
  }
  if (field.unusable) {
    return { problem: { message: field.unusable, text: name, remedy: 'Use another field' } };
  }
  if (field.mappedType === 'object') {
    return {
      problem: {
        message: `[${name}] is an object; only its fields have values`,
        text: name,
        remedy: didYouMean(childrenOf(name, schema), 'Name one of its fields'),
      },
    };
  }
  const type = dataTypeOf(field.mappedType);
  return type ? { field, type } : { problem: unsupported(name, field.mappedType) };
};

/** The field that holds whole strings: itself, a keyword twin, or none (text alone). */
export const exactField = (field: Field): Field | undefined =>
  isText(field) ? field.exact : field;

const isLeaf = (field: Field | undefined): field is Field =>
  field !== undefined && field.mappedType === 'flattened';

const ancestors = (name: string): string[] => {
  const parts = name.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
};

const childrenOf = (name: string, schema: Schema): string[] => {
  const children: string[] = [];
  for (const candidate of schema.names()) {
    if (candidate.startsWith(`${name}.`) && children.length < 3) {
      children.push(candidate);
    }
  }
  return children;
};

const unknown = (name: string, schema: Schema): EqlProblem => ({
  message: `There is no field [${name}]`,
  text: name,
  remedy: didYouMean(suggest(name, schema.names()), `If some events may lack it, write ?${name}`),
});

const unsupported = (name: string, mappedType: string): EqlProblem => ({
  message: `EQL can not use [${name}] of type [${mappedType}]`,
  text: name,
  remedy: 'Use a keyword, number, date, boolean or ip field',
});
