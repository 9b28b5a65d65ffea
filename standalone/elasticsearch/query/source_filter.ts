// SPDX-License-Identifier: Apache-2.0
import { isBody } from '../http/endpoint';
import { nameTest } from '../store/name_pattern';
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
  const isIncluded = includes.length === 0 ? () => true : nameTest(includes);
  const isExcluded = nameTest(names(options['excludes'] ?? options['exclude']));
  return (source) => keep(source, '', isIncluded, isExcluded) ?? {};
};

const names = (given: unknown): string[] =>
  given === undefined
    ? []
    : [given].flat().flatMap((name) => (typeof name === 'string' ? name.split(',') : []));

type NameTest = (name: string) => boolean;

const keep = (
  node: Source,
  prefix: string,
  isIncluded: NameTest,
  isExcluded: NameTest,
): Source | undefined => {
  const kept: [string, unknown][] = [];
  for (const key of Object.keys(node)) {
    const [name, value] = [prefix + key, node[key]];
    if (!isExcluded(name)) {
      const isWanted = isIncluded(name);
      if (isBody(value)) {
        const inner = keep(value, `${name}.`, isWanted ? () => true : isIncluded, isExcluded);
        if (inner) {
          kept.push([key, inner]);
        }
      } else if (isWanted) {
        kept.push([key, value]);
      }
    }
  }
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};
