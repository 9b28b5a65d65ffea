// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Query } from '../../common/eql/ast';
import { EqlError } from '../../common/eql/errors';
import { parseQuery } from '../../common/eql/parser';
import { printQuery } from '../../common/eql/printer';
import { filesIn, readSuite } from './conformance_files';
import type { ProductionQueries } from './production_queries';

const OWN = path.join(__dirname, 'data');
const SHARED = path.resolve(__dirname, '../../../shared/conformance');

/** A tree without the places it was parsed from. */
const bare = (query: Query): unknown =>
  JSON.parse(
    JSON.stringify(query, (key, value: unknown) =>
      key === 'at' ? undefined : typeof value === 'bigint' ? `${value}n` : value,
    ),
  );

const parsed = (text: string): Query[] => {
  try {
    return [parseQuery(text)];
  } catch (error) {
    if (error instanceof EqlError) {
      return [];
    }
    throw error;
  }
};

/** Those whose printed form means something else, of those that are queries at all. */
const changed = (texts: readonly string[]): { queries: number; changed: string[] } => {
  const queries = texts.flatMap((text) => parsed(text).map((query) => ({ text, query })));
  const wrong = queries.filter(
    ({ query }) =>
      JSON.stringify(bare(parseQuery(printQuery(query)))) !== JSON.stringify(bare(query)),
  );
  return { queries: queries.length, changed: wrong.map(({ text }) => text) };
};

const recorded = (folder: string, index: string): string[] => {
  const files = filesIn(folder, index);
  return files ? readSuite(files).cases.flatMap(({ query }) => query ?? []) : [];
};

const published = (): string[] => {
  const file = path.join(SHARED, 'production_queries.json');
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as ProductionQueries;
  return cases.map(({ query }) => query);
};

describe('printing keeps the meaning', () => {
  it('of what was asked of the ecs index', () => {
    const { queries, changed: wrong } = changed(recorded(OWN, 'ecs'));
    expect(queries).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  const shared = existsSync(SHARED) ? it : it.skip;

  shared('of what was asked of the endgame index', () => {
    const { queries, changed: wrong } = changed(recorded(SHARED, 'endgame'));
    expect(queries).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  shared('of published rules', () => {
    const { queries, changed: wrong } = changed(published());
    expect(queries).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});
