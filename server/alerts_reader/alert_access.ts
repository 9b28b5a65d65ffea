// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { alertsAlias, RULESET } from '../../common/alerts';
import type { QueryDsl } from '../../common/exclusions';
import { askAsUser, type UserAccess } from '../elasticsearch/ask_as_user';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';

/** The alerts of a space, as the user may see them. */
export interface AlertAccess extends UserAccess {
  readonly spaceId: string;
  /** The uuids of the rules under which our alerts are written: our rule's and the linked one's. */
  readonly ruleUuids: readonly string[];
}

/** An alert document: Security mixes nested objects and dotted names in it. */
export type AlertSource = Readonly<Record<string, unknown>>;

export interface AlertHit {
  readonly _id: string;
  readonly _source: AlertSource;
}

export const GROUP_ID = 'kibana.alert.group.id';
const BUILDING_BLOCK = 'kibana.alert.building_block_type';

/** Alerts about our sequences, whoever raised them, with their building blocks. */
export const ourAlerts = (ruleUuids: readonly string[]): QueryDsl => ({
  bool: {
    filter: [{ exists: { field: GROUP_ID } }],
    should: [
      { terms: { 'kibana.alert.rule.uuid': ruleUuids } },
      { term: { 'rule.ruleset': RULESET } },
    ],
    minimum_should_match: 1,
  },
});

export const isShell: QueryDsl = { bool: { must_not: [{ exists: { field: BUILDING_BLOCK } }] } };
export const isBlock: QueryDsl = { exists: { field: BUILDING_BLOCK } };

/** Large, and nothing that people look for. */
export const ALERT_SOURCE = { excludes: ['kibana.alert.rule.parameters'] };

type SearchBody = NonNullable<Parameters<ElasticsearchClient['search']>[0]>;

export interface AlertAnswer<Aggregations> {
  readonly hits: readonly AlertHit[];
  readonly total: number;
  readonly aggregations: Aggregations | undefined;
}

/** Searches the alerts of the space. */
export const searchAlerts = async <Aggregations = never>(
  access: AlertAccess,
  task: string,
  body: SearchBody,
): Promise<AlertAnswer<Aggregations>> => {
  const index = alertsAlias(access.spaceId);
  try {
    const answer = await askAsUser(
      access,
      { task, indices: [index], privileges: ['read'] },
      (client, options) =>
        client.search<AlertSource, Aggregations>(
          { ...body, index, allow_partial_search_results: false },
          options,
        ),
    );
    const { total } = answer.hits;
    return {
      hits: answer.hits.hits.map(({ _id, _source }) => ({ _id, _source: _source ?? {} })),
      total: typeof total === 'number' ? total : (total?.value ?? 0),
      aggregations: answer.aggregations,
    };
  } catch (error) {
    throw noAlertIndex(error, index);
  }
};

/** Security makes the index with its first visit to a space. */
export const noAlertIndex = (error: unknown, index: string): unknown =>
  error instanceof Failure && error.kind === 'missing_index'
    ? new Failure(
        'missing_index',
        {
          message: i18n.translate('recentlyCompiled.failure.noAlertIndex', {
            defaultMessage: 'The alert index of this space does not exist yet: [{index}]',
            values: { index },
          }),
          remedy: i18n.translate('recentlyCompiled.failure.noAlertIndexRemedy', {
            defaultMessage:
              'Open Security in this space once, or let the rule run, either makes it',
          }),
        },
        error,
      )
    : error;
