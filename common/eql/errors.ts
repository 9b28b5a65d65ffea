// SPDX-License-Identifier: Apache-2.0
import type { Location } from './location';

/**
 * One thing that is wrong with a query, a request or the data it ran over.
 * `at` is absent when no place in the query text is to blame (a request option, an event).
 */
export interface EqlProblem {
  readonly message: string;
  /** What the person can do about it, a full sentence. */
  readonly remedy?: string;
  /** The piece of the query that offends, as written. */
  readonly text?: string;
  readonly at?: Pick<Location, 'line' | 'column'>;
}

/**
 * - `parsing`: the text is not EQL
 * - `verification`: it is EQL, but does not fit the fields or the functions
 * - `request`: an option beside the query is wrong
 * - `unsupported`: only a server can do this
 * - `evaluation`: an event made a function fail; Elasticsearch answers "all shards failed"
 */
export type EqlErrorKind = 'parsing' | 'verification' | 'request' | 'unsupported' | 'evaluation';

const describe = ({ at, message, remedy }: EqlProblem): string => {
  const place = at ? `line ${at.line}:${at.column}: ` : '';
  return `${place}${message}${remedy ? `. ${remedy}` : ''}`;
};

/** Thrown by every step of the language; holds all problems that the step could find, at least one. */
export class EqlError extends Error {
  override readonly name = 'EqlError';
  readonly problems: readonly EqlProblem[];

  constructor(
    readonly kind: EqlErrorKind,
    problems: EqlProblem | readonly EqlProblem[],
  ) {
    const all = Array.isArray(problems)
      ? (problems as readonly EqlProblem[])
      : [problems as EqlProblem];
    super(all.map(describe).join('\n'));
    this.problems = all;
  }
}
