// SPDX-License-Identifier: Apache-2.0
import type { MappingProperty } from '../eql/types/mapping';

/**
 * How Elastic's endpoint package maps a field, in one word.
 * - `keyword`: whole text, up to 1024 characters
 * - `long keyword`: the same, up to 8192 characters
 * - `caseless`: a keyword with the multi-fields `.caseless` (in lower case) and `.text`
 * - `searchable`: a keyword with the multi-field `.text`
 * - `command line`: a wildcard with the multi-fields `.caseless` and `.text`
 * - `content`: a wildcard with the multi-field `.text`
 * - all others are Elasticsearch's own
 */
export type FieldType =
  | 'keyword'
  | 'long keyword'
  | 'caseless'
  | 'searchable'
  | 'command line'
  | 'content'
  | 'boolean'
  | 'date'
  | 'double'
  | 'float'
  | 'geo_point'
  | 'ip'
  | 'long'
  | 'match_only_text'
  | 'text'
  | 'unsigned_long'
  | 'wildcard';

/** Fields by name; an object's fields stand in a tree of their own, those of a nested field in a pair. */
export interface FieldTree {
  readonly [name: string]: FieldType | FieldTree | readonly ['nested', FieldTree];
}

/** Several fields of one type. */
export const all = (type: FieldType, ...names: readonly string[]): FieldTree =>
  Object.fromEntries(names.map((name) => [name, type]));

/** The same as an Elasticsearch mapping. */
export const toProperties = (tree: FieldTree): Readonly<Record<string, MappingProperty>> =>
  Object.fromEntries(Object.entries(tree).map(([name, node]) => [name, toProperty(node)]));

const toProperty = (node: FieldTree[string]): MappingProperty => {
  if (typeof node === 'string') {
    return MAPPINGS[node] ?? { type: node };
  }
  return isNested(node)
    ? { type: 'nested', properties: toProperties(node[1]) }
    : { properties: toProperties(node) };
};

const isNested = (
  node: Exclude<FieldTree[string], string>,
): node is readonly ['nested', FieldTree] => Array.isArray(node);

const KEYWORD: MappingProperty = { type: 'keyword', ignore_above: 1024 };
const CASELESS: MappingProperty = { type: 'keyword', normalizer: 'lowercase' };
const TEXT: MappingProperty = { type: 'text' };
const SEARCHABLE: MappingProperty = { type: 'match_only_text' };

const MAPPINGS: Partial<Record<FieldType, MappingProperty>> = {
  keyword: KEYWORD,
  'long keyword': { type: 'keyword', ignore_above: 8192 },
  caseless: { ...KEYWORD, fields: { caseless: CASELESS, text: TEXT } },
  searchable: { ...KEYWORD, fields: { text: SEARCHABLE } },
  'command line': { type: 'wildcard', fields: { caseless: CASELESS, text: TEXT } },
  content: { type: 'wildcard', fields: { text: SEARCHABLE } },
};
