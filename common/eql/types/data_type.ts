// SPDX-License-Identifier: Apache-2.0

/** The families of values that the language tells apart. `null` is the type of the null literal. */
export type DataType =
  | 'keyword'
  | 'integer'
  | 'long'
  | 'unsigned_long'
  | 'double'
  | 'boolean'
  | 'datetime'
  | 'ip'
  | 'version'
  | 'null';

const WHOLE: ReadonlySet<DataType> = new Set(['integer', 'long', 'unsigned_long']);

export const isWhole = (type: DataType): boolean => WHOLE.has(type);

export const isNumeric = (type: DataType): boolean => type === 'double' || isWhole(type);

export const isBoolean = (type: DataType): boolean => type === 'boolean';

/** Versions are text with an order of their own. */
export const isString = (type: DataType): boolean => type === 'keyword' || type === 'version';

/** The type of `left + right`, for two numeric types (null counts as the other one). */
export const widerNumeric = (left: DataType, right: DataType): DataType => {
  const order: readonly DataType[] = ['null', 'integer', 'long', 'unsigned_long', 'double'];
  return order[Math.max(order.indexOf(left), order.indexOf(right))] ?? 'double';
};

/** Whether values of the two types may be compared, joined or listed together. */
export const areCompatible = (left: DataType, right: DataType): boolean =>
  left === right || left === 'null' || right === 'null' || (isNumeric(left) && isNumeric(right));
