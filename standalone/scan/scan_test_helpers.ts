// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA, inferSchema } from '../../common/ecs';
import { parseQuery } from '../../common/eql/parser';
import { printQuery } from '../../common/eql/printer';
import { buildRuleQuery, DEFAULT_RULE_PARAMS } from '../../common/rule';
import type { EventDocument } from '../../common/search';
import type { Miss } from '../../common/sequence';
import type { ByteSource } from '../input/byte_source';
import { probe } from '../input/probe';
import type { BadLine } from '../input/scan_tally';
import { scan, type ScanOptions, type ScanResult } from './scan';
import type { ScanFinding } from './scan_finding';

/** The rule with its default parameters. */
export const RULE_QUERY = printQuery(buildRuleQuery(DEFAULT_RULE_PARAMS));

export interface TestScan {
  readonly findings: readonly ScanFinding[];
  /** By finding, the ids of its events; null for a missing one. */
  readonly ids: readonly (readonly (string | null)[])[];
  readonly badLines: readonly BadLine[];
  readonly misses: readonly Miss<EventDocument>[];
  readonly result: ScanResult;
}

/** Scans by the rule's query, a given one, or with null none, unless told otherwise. */
export const scanSources = async (
  sources: readonly ByteSource[],
  {
    query = RULE_QUERY,
    ...options
  }: Partial<Omit<ScanOptions, 'query'>> & { query?: string | null } = {},
): Promise<TestScan> => {
  const inputs = [];
  for (const source of sources) {
    inputs.push(await probe(source));
  }
  const findings: ScanFinding[] = [];
  const badLines: BadLine[] = [];
  const misses: Miss<EventDocument>[] = [];
  const result = await scan({
    query: query === null ? undefined : parseQuery(query),
    schema: inferSchema(
      EVENT_SCHEMA,
      inputs.flatMap(({ sample }) => sample.map(({ _source }) => _source)),
    ),
    inputs,
    tiebreaker: 'event.sequence',
    slack: 10_000,
    maxInFlight: 100_000,
    strict: false,
    countAll: false,
    now: Date.parse('2026-03-02T00:00:00Z'),
    onFinding: (finding) => findings.push(finding),
    onBadLine: (bad) => badLines.push(bad),
    onMiss: (miss) => misses.push(miss),
    ...options,
  });
  const ids = findings.map(({ events }) => events.map((event) => event?._id ?? null));
  return { findings, ids, badLines, misses, result };
};
