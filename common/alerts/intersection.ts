// SPDX-License-Identifier: Apache-2.0

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What all documents say alike, as Security's shell alerts have it: equal values, the common elements of
 * lists (possibly none), and objects of such; objects without anything in common are left out.
 */
export const intersection = (documents: readonly Fields[]): Fields => {
  const [first, ...others] = documents;
  return others.reduce<Fields>((common, next) => pair(common, next) ?? {}, first ?? {});
};

const pair = (a: Fields, b: Fields): Fields | undefined => {
  const entries = Object.entries(a).flatMap(([key, value]) => {
    const common = Object.hasOwn(b, key) ? commonValue(value, b[key]) : undefined;
    return common === undefined ? [] : [[key, common] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};

const commonValue = (a: unknown, b: unknown): unknown => {
  if (isFields(a) && isFields(b)) {
    return pair(a, b);
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const kept = new Set<unknown>(b);
    return [...new Set<unknown>(a)].filter((item) => kept.has(item));
  }
  return a === b ? a : undefined;
};
