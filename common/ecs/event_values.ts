// SPDX-License-Identifier: Apache-2.0
import { parseDateMillis } from '../eql/types/date';
import type { EventSource } from '../eql/types/field_reader';
import { keyPaths, type KeyStep } from '../eql/types/key_paths';

/**
 * What an event holds under a name, in the order of the event: objects may nest, names be dotted, values
 * be single or in arrays. Missing and null ones are left out.
 */
export const valuesAt = (event: EventSource, name: string): readonly unknown[] => {
  const found: unknown[] = [];
  visit(event, pathsOf(name), (value) => {
    found.push(value);
    return false;
  });
  return found;
};

/** All texts under a name; values of other types are left out. */
export const textsAt = (event: EventSource, name: string): readonly string[] => {
  const found: string[] = [];
  visit(event, pathsOf(name), (value) => {
    if (typeof value === 'string') {
      found.push(value);
    }
    return false;
  });
  return found;
};

/** The first text under the first of the names that has one. */
export const textAt = (event: EventSource, ...names: readonly string[]): string | undefined => {
  let text: string | undefined;
  const isText = (value: unknown): boolean => {
    text = typeof value === 'string' ? value : undefined;
    return text !== undefined;
  };
  names.some((name) => visit(event, pathsOf(name), isText));
  return text;
};

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

/** Goes over what a name leads to, until it is enough; whether it was. */
const visit = (
  node: unknown,
  steps: readonly KeyStep[] | undefined,
  isEnough: (value: unknown) => boolean,
): boolean => {
  if (Array.isArray(node)) {
    return node.some((item) => visit(item, steps, isEnough));
  }
  if (node === undefined || node === null) {
    return false;
  }
  if (steps === undefined) {
    return isEnough(node);
  }
  if (typeof node !== 'object') {
    return false;
  }
  for (const { key, next } of steps) {
    if (Object.hasOwn(node, key) && visit((node as EventSource)[key], next, isEnough)) {
      return true;
    }
  }
  return false;
};

/** Events are read by the same few dozen names again and again, so that these are taken apart once. */
const knownPaths = new Map<string, readonly KeyStep[]>();

/** Names that people make up must not fill the memory. */
const MOST_KNOWN = 1_000;

const pathsOf = (name: string): readonly KeyStep[] => {
  const known = knownPaths.get(name);
  if (known) {
    return known;
  }
  if (knownPaths.size >= MOST_KNOWN) {
    knownPaths.clear();
  }
  const paths = keyPaths(name);
  knownPaths.set(name, paths);
  return paths;
};
