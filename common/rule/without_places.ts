// SPDX-License-Identifier: Apache-2.0
import type { Query } from '../eql/ast';

/** The query without the places that it was parsed from, so that two queries can be compared. */
export const withoutPlaces = (query: Query): Query => withoutAt(query) as Query;

const withoutAt = (node: unknown): unknown => {
  if (Array.isArray(node)) {
    return node.map(withoutAt);
  }
  return typeof node === 'object' && node !== null
    ? Object.fromEntries(
        Object.entries(node).flatMap(([key, child]) =>
          key === 'at' ? [] : [[key, withoutAt(child)]],
        ),
      )
    : node;
};
