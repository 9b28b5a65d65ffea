// SPDX-License-Identifier: Apache-2.0

export interface PatternProblem {
  readonly message: string;
  /** Where in the pattern, in UTF-16 units from 0; the pattern's length when its end is to blame. */
  readonly offset: number;
  /** What the person can do about it, a full sentence. */
  readonly remedy: string;
}

/**
 * Thrown when a pattern cannot be compiled. Messages use Lucene's words, which Elasticsearch
 * answers with, but without its "at position n": that is `offset`.
 */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly offset: number;
  readonly remedy: string;

  constructor({ message, offset, remedy }: PatternProblem) {
    super(message);
    this.offset = offset;
    this.remedy = remedy;
  }
}

/** For patterns that Elasticsearch too refuses, or that would take unbounded work to run. */
export const tooComplex = (offset: number, remedy: string): PatternError =>
  new PatternError({ message: 'pattern too complex', offset, remedy });
