// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from './rule_params';
import { ON_LINUX, STAGE_KINDS } from './stage_events';

/** A query in Elasticsearch's query DSL. */
type QueryDsl = Readonly<Record<string, unknown>>;

/**
 * The events of which a sequence can consist, and no others of their kinds: as a filter for requests that
 * only look for such events. What a stage asks for beyond it, the EQL query decides.
 */
export const relevantEvents = ({ linkers }: Pick<RuleParams, 'linkers'>): QueryDsl => ({
  bool: {
    filter: [
      ON_LINUX,
      {
        bool: {
          should: [
            // Those that compile are among them.
            allOf(STAGE_KINDS.start),
            allOf([...STAGE_KINDS.creation, { terms: { 'process.name': linkers } }]),
            allOf(STAGE_KINDS.connection),
          ],
          minimum_should_match: 1,
        },
      },
    ],
  },
});

const allOf = (filter: readonly QueryDsl[]): QueryDsl => ({ bool: { filter } });
