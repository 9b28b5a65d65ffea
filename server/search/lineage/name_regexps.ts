// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';

/** Elasticsearch takes no longer regular expression (`index.max_regex_length`). */
const LONGEST = 1_000;

/** For what stands around alternatives. */
const ROOM = 20;

/**
 * A text as it is, in Lucene's syntax with all operators on. Blanks stay as they are: Lucene reads an escaped one
 * as a backslash and a blank.
 */
const literal = (text: string): string => text.replace(/[.?+*|{}[\]()"\\#@&<>~^$/-]/g, '\\$&');

/** What may stand around a path in a command line. */
const SEPARATOR = `[ \t\n\r${literal('\'"`;,()<>|&{}[]=@:')}]`;

const BEFORE = `(.*${SEPARATOR})?`;
const BEHIND = `(${SEPARATOR}.*)?`;

const regexp = (field: string, value: string): QueryDsl => ({ regexp: { [field]: { value } } });

/** A command line that has a name as a word. */
export const hasWord = (field: string, name: string): QueryDsl =>
  regexp(field, `${BEFORE}${literal(name)}${BEHIND}`);

/** A command line that has a path that ends with a name. */
export const hasPathTo = (field: string, name: string): QueryDsl =>
  regexp(field, `.*\\/${literal(name)}${BEHIND}`);

/** A variable by which libraries are loaded, in `NAME=value` texts, that has the name of a file. */
export const preloads = (field: string, name: string): QueryDsl =>
  regexp(field, `LD_(PRELOAD|AUDIT)=(.*[\\/: ])?${literal(name)}([: ].*)?`);

/** A path that ends with a name. */
export const endsWith = (field: string, name: string): QueryDsl =>
  regexp(field, `.*\\/${literal(name)}`);

const WILD = /[*?]/;

/** Patterns in one expression; each one more multiplies what it takes to prepare it, which is limited. */
const WILD_AT_ONCE = 4;

/** A program by the patterns for its name or its path, as `lineageLinkers` and `lineageCompilers` have them. */
export const programs = (field: string, patterns: readonly string[]): QueryDsl[] => {
  const paths = patterns.filter((pattern) => pattern.includes('/'));
  const names = patterns.filter((pattern) => !pattern.includes('/'));
  const plain = names.filter((name) => !WILD.test(name)).map(literal);
  const others = names.filter((name) => WILD.test(name)).map((name) => wild(name, '[^\\/]'));
  return [
    ...[...alternatives(plain, Infinity), ...alternatives(others, WILD_AT_ONCE)].map((group) =>
      regexp(field, `(.*\\/)?(${group})`),
    ),
    ...paths.map((path) => regexp(field, wild(path, '.'))),
  ];
};

/** As many as fit into one expression, since each expression goes over all programs there are. */
const alternatives = (expressions: readonly string[], most: number): string[] => {
  const groups: string[][] = [];
  for (const expression of expressions) {
    const last = groups.at(-1);
    const length = last ? [...last, expression].join('|').length : LONGEST;
    if (last && last.length < most && length < LONGEST - ROOM) {
      last.push(expression);
    } else {
      groups.push([expression]);
    }
  }
  return groups.map((group) => group.join('|'));
};

const wild = (pattern: string, any: string): string =>
  literal(pattern).replace(/\\[*?]/g, (wildcard) => (wildcard === '\\*' ? `${any}*` : any));
