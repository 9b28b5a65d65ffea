// SPDX-License-Identifier: Apache-2.0
import { hitsOf } from '../query/hit';
import { sortDocuments } from '../query/sort';
import type { Aggregation } from './aggregate';

export const topHits: Aggregation = (body, documents, { indices }) => {
  const sorting = sortDocuments(documents, body['sort'], undefined, indices, false);
  const from = Number(body['from'] ?? 0);
  const shown = sorting.sorted.slice(from, from + Number(body['size'] ?? 3));
  const toHit = hitsOf(body);
  return {
    hits: {
      total: { value: documents.length, relation: 'eq' },
      max_score: body['sort'] === undefined ? 1 : null,
      hits: shown.map((one) => toHit(one.document, sorting.shown(one))),
    },
  };
};
