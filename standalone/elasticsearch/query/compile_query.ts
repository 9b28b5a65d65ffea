// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../../common/eql/errors';
import { compileQueryDsl } from '../../../common/search';
import { isBody } from '../http/endpoint';
import { EsError, notInMemory } from '../http/es_error';
import { searchSchema } from '../store/union_schema';
import { toEvent, type StoredDocument, type StoredIndex } from '../store/store';

export type DocumentTest = (document: StoredDocument) => boolean;

/** Compiles a query of the query DSL for documents of these indices. Throws an `EsError`. */
export const compileQuery = (
  query: unknown,
  indices: readonly StoredIndex[],
  now: number,
): DocumentTest => {
  if (query === undefined || query === null) {
    return () => true;
  }
  const text = JSON.stringify(query);
  const needsMeta = ['"_id"', '"_index"', '"ids"'].some((word) => text.includes(word));
  try {
    const schema = searchSchema(indices);
    const expanded = text.includes('"constant_score"') ? expand(query) : query;
    const test = compileQueryDsl(expanded, { schema, now });
    return needsMeta
      ? (document) => test(withMeta(document))
      : oncePerSource((document) => test(toEvent(document)));
  } catch (error) {
    throw error instanceof EqlError ? asEsError(error) : error;
  }
};

/** Of documents in a row that share their source, only the first is tested: stand-ins are made in millions. */
const oncePerSource = (test: DocumentTest): DocumentTest => {
  let last: { readonly source: StoredDocument['source']; readonly is: boolean } | undefined;
  return (document) => {
    if (last?.source !== document.source) {
      last = { source: document.source, is: test(document) };
    }
    return last.is;
  };
};

const withMeta = (document: StoredDocument) => {
  const event = toEvent(document);
  // A copy of all fields for every document would cost more than the query.
  const source = Object.create(event._source) as Record<string, unknown>;
  source['_id'] = event._id;
  source['_index'] = event._index;
  return { ...event, _source: source };
};

/** Writes what the compiler of the product does not know with what it knows. */
export const expand = (query: unknown): unknown => {
  if (Array.isArray(query)) {
    return query.map(expand);
  }
  if (!isBody(query)) {
    return query;
  }
  if (isBody(query['constant_score'])) {
    return expand(query['constant_score']['filter']);
  }
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, expand(value)]));
};

const asEsError = (error: EqlError): EsError =>
  error.message.includes('There is no query [')
    ? notInMemory(`query for ${error.message}`)
    : new EsError(400, { type: 'parsing_exception', reason: error.message });
