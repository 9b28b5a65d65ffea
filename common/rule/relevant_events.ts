// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from './rule_params';

/** A query in Elasticsearch's query DSL. */
type QueryDsl = Readonly<Record<string, unknown>>;

const allOf = (...filter: readonly QueryDsl[]): QueryDsl => ({ bool: { filter } });

const anyOf = (...should: readonly QueryDsl[]): QueryDsl => ({
  bool: { should, minimum_should_match: 1 },
});

const is = (category: string, ...actions: readonly string[]): QueryDsl =>
  allOf({ term: { 'event.category': category } }, { terms: { 'event.action': actions } });

const CONNECTS = is('network', 'connection_attempted');

/**
 * The events of which a sequence can consist, and no others of their kinds: as a filter for requests that
 * only look for such events. What more is asked of them, the search decides.
 */
export const relevantEvents = (params: Pick<RuleParams, 'detection' | 'linkers'>): QueryDsl =>
  params.detection === 'lineage' ? OF_LINEAGE : ofPublished(params);

const ofPublished = ({ linkers }: Pick<RuleParams, 'linkers'>): QueryDsl =>
  allOf(
    { term: { 'host.os.type': 'linux' } },
    anyOf(
      allOf(is('process', 'exec'), { term: { 'event.type': 'start' } }),
      allOf(is('file', 'creation'), { terms: { 'process.name': linkers } }),
      CONNECTS,
    ),
  );

/**
 * Any new file may be a copy, and any process a descendant. Deletions are left out: that a file is gone can
 * only take a chain away. Hosts that do not say what they run count.
 */
const OF_LINEAGE: QueryDsl = {
  bool: {
    filter: [anyOf(is('process', 'exec', 'fork'), is('file', 'creation', 'rename'), CONNECTS)],
    must_not: [{ terms: { 'host.os.type': ['windows', 'macos'] } }],
  },
};
