// SPDX-License-Identifier: Apache-2.0
import type { PointInTime, StoredDocument } from '../store/store';
import { candidates } from './candidates';
import { compileQuery } from './compile_query';

interface Found {
  /** The query as JSON. */
  readonly query: string;
  readonly documents: readonly StoredDocument[];
}

/** What was found last, for the pages that follow: a point in time never changes. */
const lastFound = new WeakMap<PointInTime, Found>();

/** The documents of a point in time that match a query, in their order. Throws an `EsError`. */
export const foundAt = (
  moment: PointInTime,
  query: unknown,
  now: number,
): readonly StoredDocument[] => {
  const text = JSON.stringify(query ?? null);
  const last = lastFound.get(moment);
  if (last?.query === text) {
    return last.documents;
  }
  const documents = candidates(moment, query).filter(compileQuery(query, moment.indices, now));
  if (!isOfNow(text)) {
    lastFound.set(moment, { query: text, documents });
  }
  return documents;
};

/** Whether a query may mean something else a moment later, as one with the date `now-1h` does. */
const isOfNow = (query: string): boolean => query.includes('"now');
