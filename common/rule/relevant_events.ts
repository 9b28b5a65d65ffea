// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from './rule_params';
import { ON_LINUX, STAGE_KINDS } from './stage_events';

/** A query in Elasticsearch's query DSL. */
type QueryDsl = Readonly<Record<string, unknown>>;

const allOf = (filter: readonly QueryDsl[]): QueryDsl => ({ bool: { filter } });

const anyOf = (...should: readonly QueryDsl[]): QueryDsl => ({
  bool: { should, minimum_should_match: 1 },
});

const is = (category: string, ...actions: readonly string[]): QueryDsl =>
  allOf([{ term: { 'event.category': category } }, { terms: { 'event.action': actions } }]);

/**
 * The events of which a sequence can consist, and no others of their kinds: as a filter for requests that
 * only look for such events. What more is asked of them, the search decides.
 */
export const relevantEvents = (params: Pick<RuleParams, 'detection' | 'linkers'>): QueryDsl =>
  params.detection === 'lineage' ? OF_LINEAGE : ofPublished(params);

const ofPublished = ({ linkers }: Pick<RuleParams, 'linkers'>): QueryDsl =>
  allOf([
    ON_LINUX,
    anyOf(
      // Those that compile are among them.
      allOf(STAGE_KINDS.start),
      allOf([...STAGE_KINDS.creation, { terms: { 'process.name': linkers } }]),
      allOf(STAGE_KINDS.connection),
    ),
  ]);

/**
 * Any new file may be a copy, and any process a descendant. Deletions are left out: that a file is gone can
 * only take a chain away. Hosts that do not say what they run count.
 */
const OF_LINEAGE: QueryDsl = {
  bool: {
    filter: [
      anyOf(
        is('process', 'exec', 'fork'),
        is('file', 'creation', 'rename'),
        is('network', 'connection_attempted'),
      ),
    ],
    must_not: [{ terms: { 'host.os.type': ['windows', 'macos'] } }],
  },
};
