// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../common/eql/errors';
import { parseQuery } from '../../common/eql/parser';
import { schemaFromMapping, type IndexMapping } from '../../common/eql/types/mapping';
import { bindQuery } from '../../common/eql/verify/bind_query';

/** Queries of published detection rules, with a mapping that gives each field a plausible type. */
export interface ProductionQueries {
  readonly mapping: IndexMapping;
  readonly cases: readonly { readonly path: string; readonly query: string }[];
}

export interface ProductionResult {
  readonly path: string;
  readonly query: string;
  readonly error: string | undefined;
}

/** Parses and verifies each query. */
export const checkProductionQueries = ({
  mapping,
  cases,
}: ProductionQueries): ProductionResult[] => {
  const schema = schemaFromMapping(mapping);
  return cases.map(({ path, query }) => {
    try {
      bindQuery(parseQuery(query), schema);
      return { path, query, error: undefined };
    } catch (error) {
      if (!(error instanceof EqlError)) {
        throw error;
      }
      return { path, query, error: error.message };
    }
  });
};
