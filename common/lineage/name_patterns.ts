// SPDX-License-Identifier: Apache-2.0
import { compileWildcard } from '../eql/patterns';
import { baseName } from './paths';

/** Whether a program goes by one of some names. */
export interface NamePatterns {
  matches(name: string | undefined, executable: string | undefined): boolean;
  /** Whether a text may be the name or the path of such a program. */
  mayBe(text: string): boolean;
}

/** Names seen before, so that each is looked at once. */
const MAX_REMEMBERED = 5_000;

/**
 * Patterns with `*`, upper and lower case told apart; those with a `/` are for the whole path of the program,
 * the others for its name.
 */
export const namePatterns = (patterns: readonly string[]): NamePatterns => {
  const ofNames = tests(patterns.filter((pattern) => !pattern.includes('/')));
  const ofPaths = tests(patterns.filter((pattern) => pattern.includes('/')));
  const mayBe = remembered((text) => ofNames(baseName(text)) || ofPaths(text));
  return {
    mayBe,
    matches: (name, executable) =>
      (name !== undefined && mayBe(name)) || (executable !== undefined && mayBe(executable)),
  };
};

const tests = (patterns: readonly string[]): ((text: string) => boolean) => {
  const exact = new Set(patterns.filter((pattern) => !/[*?]/.test(pattern)));
  const wild = patterns.filter((pattern) => /[*?]/.test(pattern)).map(wildcard);
  return (text) => exact.has(text) || wild.some((test) => test(text));
};

const wildcard = (pattern: string): ((text: string) => boolean) =>
  compileWildcard(pattern, { caseInsensitive: false });

const remembered = (test: (text: string) => boolean): ((text: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      return before;
    }
    if (known.size >= MAX_REMEMBERED) {
      known.clear();
    }
    const is = test(text);
    known.set(text, is);
    return is;
  };
};
