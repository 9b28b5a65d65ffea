// SPDX-License-Identifier: Apache-2.0
import { suggest } from '../types/suggest';
import { add, divide, modulo, multiply, subtract } from './arithmetic';
import { between } from './between';
import { cidrMatch } from './cidr_match';
import { concat } from './concat';
import type { FunctionDefinition } from './function_definition';
import { indexOf } from './index_of';
import { length } from './length';
import { number } from './number';
import { string } from './string';
import { substring } from './substring';
import { endsWith, startsWith, stringContains } from './text_tests';

/**
 * Every function of the language.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-function-ref.html
 */
export const FUNCTIONS: readonly FunctionDefinition[] = [
  add,
  between,
  cidrMatch,
  concat,
  divide,
  endsWith,
  indexOf,
  length,
  modulo,
  multiply,
  number,
  startsWith,
  string,
  stringContains,
  substring,
  subtract,
];

const BY_NAME = new Map(FUNCTIONS.map((definition) => [definition.name.toLowerCase(), definition]));

/** Case does not matter in function names (observed on a real Elasticsearch 8.10). */
export const findFunction = (name: string): FunctionDefinition | undefined =>
  BY_NAME.get(name.toLowerCase());

export const suggestFunctions = (name: string): string[] =>
  suggest(
    name,
    FUNCTIONS.map((definition) => definition.name),
  );
