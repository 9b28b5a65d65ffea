// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';

/** Elasticsearch takes no longer regular expression (`index.max_regex_length`). */
const LONGEST = 1_000;

/** What may stand around a path in a command line, in Lucene's syntax. */
const SEPARATOR = `[${[' ', '\t', '\n', '\r', ...'\'"`;,()<>|&{}[]=@:'].map((c) => `\\${c}`).join('')}]`;

const BEFORE = `(.*${SEPARATOR})?`;
const BEHIND = `(${SEPARATOR}.*)?`;

/** A text as it is, in Lucene's syntax: letters and digits stand for themselves, anything else once escaped. */
const literal = (text: string): string => text.replace(/[^A-Za-z0-9]/gu, '\\$&');

const regexp = (field: string, value: string): QueryDsl => ({ regexp: { [field]: { value } } });

/** A command line that has a name as a word. */
export const hasWord = (field: string, name: string): QueryDsl =>
  regexp(field, `${BEFORE}${literal(name)}${BEHIND}`);

/** A command line that has a path that ends with a name. */
export const hasPathTo = (field: string, name: string): QueryDsl =>
  regexp(field, `.*\\/${literal(name)}${BEHIND}`);

/** A variable by which libraries are loaded, in `NAME=value` texts, that has the name of a file. */
export const preloads = (field: string, name: string): QueryDsl =>
  regexp(field, `LD_(PRELOAD|AUDIT)=(.*[\\/\\:\\ ])?${literal(name)}([\\:\\ ].*)?`);

/** A path that ends with a name. */
export const endsWith = (field: string, name: string): QueryDsl =>
  regexp(field, `.*\\/${literal(name)}`);

const WILD = /[*?]/;

/** A program by the patterns for its name or its path, as `lineageLinkers` and `lineageCompilers` have them. */
export const programs = (field: string, patterns: readonly string[]): QueryDsl[] => {
  const plain = patterns.filter((pattern) => !WILD.test(pattern) && !pattern.includes('/'));
  const others = patterns.filter((pattern) => WILD.test(pattern) || pattern.includes('/'));
  return [
    ...alternatives(plain).map((names) => regexp(field, `(.*\\/)?(${names})`)),
    ...others.map((pattern) =>
      regexp(
        field,
        pattern.includes('/') ? wild(pattern, '.') : `(.*\\/)?${wild(pattern, '[^\\/]')}`,
      ),
    ),
  ];
};

/** As many names in one expression as fit, since each expression goes over all programs there are. */
const alternatives = (names: readonly string[]): string[] => {
  const groups: string[] = [];
  for (const name of names.map(literal)) {
    const last = groups.at(-1);
    const longer = `${last}|${name}`;
    if (last !== undefined && longer.length < LONGEST - 20) {
      groups[groups.length - 1] = longer;
    } else {
      groups.push(name);
    }
  }
  return groups;
};

const wild = (pattern: string, any: string): string =>
  pattern.replace(/[^A-Za-z0-9]/gu, (character) =>
    character === '*' ? `${any}*` : character === '?' ? any : `\\${character}`,
  );
