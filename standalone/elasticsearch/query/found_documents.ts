// SPDX-License-Identifier: Apache-2.0
import type { StoredDocument, StoredIndex } from '../store/store';
import { compileQuery } from './compile_query';

/** The documents of the indices that a refresh has made visible and that match. */
export const foundDocuments = (
  indices: readonly StoredIndex[],
  query: unknown,
  now: number,
): StoredDocument[] => {
  const test = compileQuery(query, indices, now);
  return indices.flatMap(({ documents }) =>
    [...documents.values()].filter((document) => document.visible && test(document)),
  );
};
