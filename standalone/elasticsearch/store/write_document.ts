// SPDX-License-Identifier: Apache-2.0
import { checkDocument } from './check_document';
import { mapNewFields } from './dynamic_mapping';
import type { Source, StoredDocument, StoredIndex } from './store';

/** Checks a document against the mapping, maps what is new, and keeps it. Throws an `EsError`. */
export const writeDocument = (
  index: StoredIndex,
  id: string,
  source: Source,
  visible: boolean,
): StoredDocument => {
  checkDocument(id, source, index);
  mapNewFields(index, source);
  return index.put(id, source, visible);
};
