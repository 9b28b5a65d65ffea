// SPDX-License-Identifier: Apache-2.0
import { PUBLISHED_RULE } from '../../common/rule';

/** Something that the Python engine can not do, and what is asked of it instead. */
export interface QueryDifference {
  readonly text: string;
  readonly replacement: string;
  readonly why: string;
}

/** Each found by running it; eql 1.0.1. */
export const QUERY_DIFFERENCES: readonly QueryDifference[] = [
  {
    text: 'event.type ==',
    replacement: 'event.type[0] ==',
    why: 'to the engine a list equals nothing',
  },
  {
    text: 'by process.args',
    replacement: 'by process.args[2]',
    why: 'it joins a list as a whole and so finds nothing; this finds "gcc -o NAME ..." only',
  },
  { text: 'cidrmatch', replacement: 'cidrMatch', why: 'it knows the function by this name only' },
  { text: '"::1"', replacement: '"::1/128"', why: 'it takes no single address' },
];

/** The published rule in words that the Python engine takes. Throws when the rule has changed. */
export const pythonQuery = (): string =>
  QUERY_DIFFERENCES.reduce((query, { text, replacement }) => {
    if (!query.includes(text)) {
      throw new Error(`The published query holds no [${text}]`);
    }
    return query.replaceAll(text, replacement);
  }, PUBLISHED_RULE.query);
