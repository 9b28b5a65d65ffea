// SPDX-License-Identifier: Apache-2.0
import { textOf } from './text_of';

type Attributes = Readonly<Record<string, unknown>>;

const CLAUSE = /^alert\.attributes\.([\w.]+)\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"()]+))$/;

/**
 * Reads the part of KQL that finds rules: `alert.attributes.<path>: value`, joined by `and` or by `or`. Throws
 * for anything else, so that no filter is taken for another one.
 */
export const compileRuleFilter = (filter: string): ((attributes: Attributes) => boolean) => {
  const alternatives = split(filter, /\s+or\s+/i).map((part) =>
    split(part, /\s+and\s+/i).map((clause) => compileClause(clause)),
  );
  return (attributes) => alternatives.some((tests) => tests.every((test) => test(attributes)));
};

/** Values of rules hold no such words, so quotes need not be looked at. */
const split = (text: string, by: RegExp): string[] => text.split(by).map((part) => part.trim());

const compileClause = (clause: string): ((attributes: Attributes) => boolean) => {
  const match = CLAUSE.exec(clause);
  if (!match) {
    throw new Error(`The rules client can not read the filter [${clause}]`);
  }
  const [, path = '', quoted, plain] = match;
  const wanted = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
  return (attributes) => {
    const value = path
      .split('.')
      .reduce<unknown>(
        (node, key) =>
          typeof node === 'object' && node !== null ? (node as Attributes)[key] : undefined,
        attributes,
      );
    return [value].flat().some((one) => one !== undefined && textOf(one) === wanted);
  };
};
