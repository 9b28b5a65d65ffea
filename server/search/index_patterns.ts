// SPDX-License-Identifier: Apache-2.0
import { compileWildcard } from '../../common/eql/patterns';

/** As Elasticsearch names the index behind a data stream: `.ds-<stream>-<yyyy.MM.dd>-<generation>`. */
const BACKING_INDEX = /^\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6,}$/;

/** The data stream of a backing index; any other index is named by itself. */
export const streamOf = (index: string): string => BACKING_INDEX.exec(index)?.[1] ?? index;

/**
 * Whether an index is meant by patterns as in a search: `*` stands for anything, a pattern that begins with `-`
 * takes away what the ones before it gave.
 */
export const matchesPatterns = (patterns: readonly string[]): ((index: string) => boolean) => {
  const tests = patterns
    .flatMap((text) => text.split(','))
    .map((pattern) => {
      const isExclusion = pattern.startsWith('-');
      const test = compileWildcard(isExclusion ? pattern.slice(1) : pattern, {
        caseInsensitive: false,
      });
      return { isExclusion, test };
    });
  return (index) => {
    const names = [index, streamOf(index)];
    return tests.reduce(
      (isIn, { isExclusion, test }) => (names.some(test) ? !isExclusion : isIn),
      false,
    );
  };
};
