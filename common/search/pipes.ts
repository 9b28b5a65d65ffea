// SPDX-License-Identifier: Apache-2.0
import type { Pipe } from '../eql/ast';
import type { SearchOptions } from './request';

/** The end of the results that counts: the first pipe decides, else the request. */
export const wantedEnd = (
  pipes: readonly Pipe[],
  { resultPosition }: Pick<SearchOptions, 'resultPosition'>,
): 'head' | 'tail' => pipes[0]?.kind ?? resultPosition;

/**
 * Cuts results down: each pipe in turn, then `size` from the end that the first pipe (or the request)
 * names. `head 4` with size 2 gives the first 2 (observed on Elasticsearch 8.10).
 */
export const limitResults = <T>(
  results: readonly T[],
  pipes: readonly Pipe[],
  options: Pick<SearchOptions, 'resultPosition' | 'size'>,
): T[] => {
  const piped = pipes.reduce<readonly T[]>(
    (left, { kind, count }) => cut(left, kind, count),
    results,
  );
  return cut(piped, wantedEnd(pipes, options), options.size);
};

const cut = <T>(results: readonly T[], end: 'head' | 'tail', count: number): T[] =>
  end === 'head' ? results.slice(0, count) : results.slice(Math.max(0, results.length - count));
