// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { schemaFromMapping, type IndexMapping } from '../../common/eql/types/mapping';
import type { Schema } from '../../common/eql/types/schema';
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { EventDocument } from '../../common/search';

/** The documents, the mapping and the cases of one index. */
export interface ConformanceFiles {
  readonly docs: string;
  readonly mapping: string;
  readonly cases: string;
}

export interface SequenceAnswer {
  readonly join_keys: readonly unknown[] | null;
  /** Null for an event that had to be missing. */
  readonly ids: readonly (string | null)[];
}

/** What a real Elasticsearch answered. */
export type Answer =
  | { readonly kind: 'events'; readonly ids: readonly string[] }
  | { readonly kind: 'sequences'; readonly sequences: readonly SequenceAnswer[] }
  | {
      readonly kind: 'error';
      readonly error: { readonly type: string; readonly reason: string | null };
    };

export interface ConformanceCase {
  readonly id: string;
  readonly query: string;
  /** The request body without the query. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly expect: Answer;
  readonly tags: readonly string[];
  readonly expect_other_result_position?: Answer;
  readonly expect_default_fetch_size?: Answer;
}

export interface ConformanceSuite {
  readonly events: readonly EventDocument[];
  readonly schema: Schema;
  readonly cases: readonly ConformanceCase[];
}

export const readSuite = ({ docs, mapping, cases }: ConformanceFiles): ConformanceSuite => ({
  events: readFileSync(docs, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseExactJson(line) as EventDocument),
  schema: schemaFromMapping(parseExactJson(readFileSync(mapping, 'utf8')) as IndexMapping),
  cases: casesOf(parseExactJson(readFileSync(cases, 'utf8'))),
});

const casesOf = (file: unknown): ConformanceCase[] =>
  Array.isArray(file) ? (file as ConformanceCase[]) : (file as { cases: ConformanceCase[] }).cases;

/** The files of one index in a folder, where all three are there. */
export const filesIn = (folder: string, index: string): ConformanceFiles | undefined => {
  const files = {
    docs: path.join(folder, `${index}.docs.ndjson`),
    mapping: path.join(folder, `${index}.mapping.json`),
    cases: path.join(folder, `${index}.cases.json`),
  };
  return Object.values(files).every((file) => existsSync(file)) ? files : undefined;
};
