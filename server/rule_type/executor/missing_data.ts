// SPDX-License-Identifier: Apache-2.0
import type { Notice } from '../../notice';
import type { IndexDescription } from '../../search/event_index';

/** The categories of events that a sequence consists of, with what collects them. */
export const CATEGORIES = ['process', 'file', 'network'] as const;

/** When an event reached Elasticsearch. */
export const INGESTED = 'event.ingested';

const CHECK_POLICY =
  'Check on the Setup page that Elastic Defend runs on the hosts and that its policy collects them';

/** Warns of indices or categories of events that are not there; nothing can be found without them. */
export const noIndices = (indexPatterns: readonly string[]): Notice => ({
  message: `No index matches [${indexPatterns.join(', ')}], so there was nothing to search`,
  remedy:
    'Install the Elastic Defend integration, correct the index patterns of the rule, or give its owner the privileges [read, view_index_metadata] on these indices and save the rule again',
});

/** The fields of the query that no index maps; Elasticsearch would refuse the query. */
export const unmappedFields = (
  names: readonly string[],
  { fields }: IndexDescription,
): Notice | undefined => {
  const unmapped = names.filter((name) => fields.get(name)?.types.length === 0);
  return unmapped.length === 0
    ? undefined
    : {
        message: `Nothing was searched, since no index maps [${unmapped.join(', ')}]: events of that kind have never arrived`,
        remedy: CHECK_POLICY,
      };
};

/** Categories without any event in the range that was searched. */
export const silentCategories = (counts: ReadonlyMap<string, number>): Notice | undefined => {
  const silent = CATEGORIES.filter((category) => (counts.get(category) ?? 0) === 0);
  return silent.length === 0
    ? undefined
    : {
        message: `There were no ${silent.join(' and no ')} events in the time that was searched, so no sequence can be complete`,
        remedy: CHECK_POLICY,
      };
};

/** Undefined where an index maps the field that tells when events arrived. */
export const unknownLateness = ({ fields }: IndexDescription): Notice | undefined =>
  fields.get(INGESTED)?.types.length === 0
    ? {
        message: `Events that come late are not noticed, since no index maps [${INGESTED}]`,
        remedy: 'Let an ingest pipeline set it, or raise how far back each run looks',
      }
    : undefined;
