// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Notice } from '../../notice';
import type { IndexDescription } from '../../search/event_index';

/** The categories of events that a sequence consists of, with what collects them. */
export const CATEGORIES = ['process', 'file', 'network'] as const;

type Category = (typeof CATEGORIES)[number];

/** A category of events in words, as in "process events". */
export const categoryName = (category: Category): string => CATEGORY_NAMES[category]();

const CATEGORY_NAMES: Readonly<Record<Category, () => string>> = {
  process: () => i18n.translate('recentlyCompiled.category.process', { defaultMessage: 'process' }),
  file: () => i18n.translate('recentlyCompiled.category.file', { defaultMessage: 'file' }),
  network: () => i18n.translate('recentlyCompiled.category.network', { defaultMessage: 'network' }),
};

/** When an event reached Elasticsearch. */
export const INGESTED = 'event.ingested';

const checkPolicy = (): string =>
  i18n.translate('recentlyCompiled.run.checkPolicy', {
    defaultMessage:
      'Check on the Setup page that Elastic Defend runs on the hosts and that its policy collects them',
  });

/** Warns of indices or categories of events that are not there; nothing can be found without them. */
export const noIndices = (indexPatterns: readonly string[]): Notice => ({
  message: i18n.translate('recentlyCompiled.run.noIndex', {
    defaultMessage: 'No index matches [{patterns}], so there was nothing to search',
    values: { patterns: indexPatterns.join(', ') },
  }),
  remedy: i18n.translate('recentlyCompiled.run.noIndexRemedy', {
    defaultMessage:
      'Install the Elastic Defend integration, correct the index patterns of the rule, or give its owner the privileges [read, view_index_metadata] on these indices and save the rule again',
  }),
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
        message: i18n.translate('recentlyCompiled.run.unmapped', {
          defaultMessage:
            'Nothing was searched, since no index maps [{fields}]: events of that kind have never arrived',
          values: { fields: unmapped.join(', ') },
        }),
        remedy: checkPolicy(),
      };
};

const listed = (categories: readonly string[]): string =>
  categories.reduce((one, other) =>
    i18n.translate('recentlyCompiled.run.andNo', {
      defaultMessage: '{one} and no {other}',
      values: { one, other },
    }),
  );

/** Categories without any event in the range that was searched. */
export const silentCategories = (counts: ReadonlyMap<string, number>): Notice | undefined => {
  const silent = CATEGORIES.filter((category) => (counts.get(category) ?? 0) === 0);
  return silent.length === 0
    ? undefined
    : {
        message: i18n.translate('recentlyCompiled.run.silent', {
          defaultMessage:
            'There were no {categories} events in the time that was searched, so no sequence can be complete',
          values: { categories: listed(silent.map(categoryName)) },
        }),
        remedy: checkPolicy(),
      };
};

/** Undefined where an index maps the field that tells when events arrived. */
export const unknownLateness = ({ fields }: IndexDescription): Notice | undefined =>
  fields.get(INGESTED)?.types.length === 0
    ? {
        message: i18n.translate('recentlyCompiled.run.lateUnknown', {
          defaultMessage: 'Events that come late are not noticed, since no index maps [{field}]',
          values: { field: INGESTED },
        }),
        remedy: i18n.translate('recentlyCompiled.run.lateUnknownRemedy', {
          defaultMessage: 'Let an ingest pipeline set it, or raise how far back each run looks',
        }),
      }
    : undefined;
