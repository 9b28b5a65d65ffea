// SPDX-License-Identifier: Apache-2.0
import { compileWildcard } from '../../../common/eql/patterns';

/** Whether an index, field or alias name matches a pattern in which only `*` is special. */
export const matchesName = (pattern: string, name: string): boolean => nameTest([pattern])(name);

/** Whether a name matches any of some patterns. */
export const nameTest = (patterns: readonly string[]): ((name: string) => boolean) => {
  const plain = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const wild = patterns
    .filter((pattern) => pattern.includes('*'))
    .map((pattern) => compileWildcard(pattern.replaceAll('?', '\\?'), { caseInsensitive: false }));
  return (name) => plain.has(name) || wild.some((test) => test(name));
};
