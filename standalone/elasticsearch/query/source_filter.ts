// SPDX-License-Identifier: Apache-2.0
import { isBody } from '../http/endpoint';
import { matchesName } from '../store/name_pattern';
import type { Source } from '../store/store';

/** Reads `_source`: true, false, a name, a list, or `{includes, excludes}`. Undefined hides the source. */
export const sourceFilter = (given: unknown): ((source: Source) => Source | undefined) => {
  if (given === false || given === 'false') {
    return () => undefined;
  }
  if (given === undefined || given === true || given === 'true') {
    return (source) => source;
  }
  const options = isBody(given) ? given : { includes: given };
  const includes = names(options['includes'] ?? options['include']);
  const excludes = names(options['excludes'] ?? options['exclude']);
  return (source) => keep(source, '', includes, excludes) ?? {};
};

const names = (given: unknown): string[] =>
  given === undefined
    ? []
    : [given].flat().flatMap((name) => (typeof name === 'string' ? name.split(',') : []));

const keep = (
  node: Source,
  prefix: string,
  includes: readonly string[],
  excludes: readonly string[],
): Source | undefined => {
  const kept = Object.entries(node).flatMap(([key, value]) => {
    const name = prefix + key;
    if (excludes.some((pattern) => matchesName(pattern, name))) {
      return [];
    }
    const wanted = includes.length === 0 || includes.some((pattern) => matchesName(pattern, name));
    if (isBody(value)) {
      const inner = keep(value, `${name}.`, wanted ? [] : includes, excludes);
      return inner ? [[key, inner] as const] : [];
    }
    return wanted ? [[key, value] as const] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};
