// SPDX-License-Identifier: Apache-2.0
import { parseDateMillis } from '../eql/types/date';
import type { EventSource } from '../eql/types/field_reader';

/**
 * What an event holds under a name, in the order of the event: objects may nest, names be dotted, values
 * be single or in arrays. Missing and null ones are left out.
 */
export const valuesAt = (event: EventSource, name: string): readonly unknown[] =>
  follow(event, name.split('.'));

const follow = (node: unknown, parts: readonly string[]): readonly unknown[] => {
  if (Array.isArray(node)) {
    return node.flatMap((item) => follow(item, parts));
  }
  if (parts.length === 0) {
    return node === undefined || node === null ? [] : [node];
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  return parts.flatMap((_, i) => {
    const key = parts.slice(0, i + 1).join('.');
    return Object.hasOwn(node, key) ? follow((node as EventSource)[key], parts.slice(i + 1)) : [];
  });
};

/** All texts under a name; values of other types are left out. */
export const textsAt = (event: EventSource, name: string): readonly string[] =>
  valuesAt(event, name).filter((value) => typeof value === 'string');

/** The first text under the first of the names that has one. */
export const textAt = (event: EventSource, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => textsAt(event, name))[0];

/** The first whole number under a name; a bigint where a double can not hold it. */
export const wholeNumberAt = (event: EventSource, name: string): number | bigint | undefined =>
  valuesAt(event, name).find(isWholeNumber);

const isWholeNumber = (value: unknown): value is number | bigint =>
  typeof value === 'bigint' || Number.isInteger(value);

/** As `wholeNumberAt`, for numbers that are never that large: ports, process ids. */
export const smallNumberAt = (event: EventSource, name: string): number | undefined =>
  valuesAt(event, name).find((value): value is number => Number.isSafeInteger(value));

/** The first date under a name, in milliseconds since 1970. */
export const dateAt = (event: EventSource, name: string): number | undefined =>
  valuesAt(event, name)
    .map(parseDateMillis)
    .find((time) => Number.isFinite(time));
