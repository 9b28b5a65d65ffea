// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from './rule_params';

/** A query in Elasticsearch's query DSL. */
type QueryDsl = Readonly<Record<string, unknown>>;

/**
 * The events of which a sequence can consist, and no others of their kinds: as a filter for requests that
 * only look for such events. What a stage asks for beyond it, the EQL query decides.
 */
export const relevantEvents = ({ linkers }: Pick<RuleParams, 'linkers'>): QueryDsl => ({
  bool: {
    filter: [
      { term: { 'host.os.type': 'linux' } },
      {
        bool: {
          should: [
            allOf(STARTED),
            allOf([
              { term: { 'event.category': 'file' } },
              { term: { 'event.action': 'creation' } },
              { terms: { 'process.name': linkers } },
            ]),
            allOf([
              { term: { 'event.category': 'network' } },
              { term: { 'event.action': 'connection_attempted' } },
            ]),
          ],
          minimum_should_match: 1,
        },
      },
    ],
  },
});

const STARTED = [
  { term: { 'event.category': 'process' } },
  { term: { 'event.type': 'start' } },
  { term: { 'event.action': 'exec' } },
];

const allOf = (filter: readonly QueryDsl[]): QueryDsl => ({ bool: { filter } });
