// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiCallOut,
  EuiDescriptionList,
  EuiLoadingSpinner,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import type { LinkedExclusionsResponse, RuleResponse } from '../../common/api';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { ExclusionsTable } from './exclusions_table';
import { FailureCallout } from './failure_callout';
import type { ItemUsage } from './use_item_usage';

/** What else keeps the rule from alerting, and is changed elsewhere. */
export function OtherExclusions({
  api,
  usageOf,
}: {
  api: ServerApi;
  usageOf: (listId: string) => ItemUsage;
}) {
  const linked = useQuery(['exclusions', 'linked'], api.exclusions.linked);
  const rule = useQuery(['rule'], api.rule);
  return (
    <>
      <EuiPanel hasBorder data-test-subj="exclusions-linked">
        <EuiTitle size="s">
          <h2>
            {i18n.translate('recentlyCompiled.exclusions.linked.title', {
              defaultMessage: 'Exception lists of the linked Security rule',
            })}
          </h2>
        </EuiTitle>
        <EuiSpacer size="s" />
        {linked.isLoading && <EuiLoadingSpinner />}
        {linked.isError && (
          <FailureCallout error={linked.error} onRetry={() => void linked.refetch()} />
        )}
        {linked.data && <LinkedLists linked={linked.data} usageOf={usageOf} />}
      </EuiPanel>
      <EuiSpacer />
      <EuiPanel hasBorder data-test-subj="exclusions-query">
        <EuiTitle size="s">
          <h2>
            {i18n.translate('recentlyCompiled.exclusions.query.title', {
              defaultMessage: 'Exclusions inside the query',
            })}
          </h2>
        </EuiTitle>
        <EuiSpacer size="s" />
        {rule.isLoading && <EuiLoadingSpinner />}
        {rule.isError && <FailureCallout error={rule.error} onRetry={() => void rule.refetch()} />}
        {rule.data && <InQuery rule={rule.data.rule} />}
      </EuiPanel>
    </>
  );
}

/** Those of Security, which are edited there. */
export function LinkedLists({
  linked,
  usageOf,
}: {
  linked: LinkedExclusionsResponse;
  usageOf: (listId: string) => ItemUsage;
}) {
  if (linked.problem) {
    return (
      <EuiCallOut size="s" color="warning" iconType="warning" title={linked.problem.message}>
        <p>{sentence(linked.problem.remedy)}</p>
      </EuiCallOut>
    );
  }
  if (linked.lists.length === 0) {
    return (
      <EuiText size="s">
        <p>
          {linked.securityRuleId === null
            ? i18n.translate('recentlyCompiled.exclusions.linked.noRule', {
                defaultMessage: 'The rule is not linked with a Security rule.',
              })
            : i18n.translate('recentlyCompiled.exclusions.linked.noLists', {
                defaultMessage: 'The linked Security rule has no other exception lists.',
              })}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('recentlyCompiled.exclusions.linked.where', {
            defaultMessage:
              'They hold for this rule too. Change them in Security, on the page of the rule.',
          })}
        </p>
      </EuiText>
      {linked.lists.map(({ listId, items, total, problem }) => (
        <React.Fragment key={listId}>
          <EuiSpacer size="m" />
          <EuiTitle size="xs">
            <h3>{listId}</h3>
          </EuiTitle>
          {problem ? (
            <EuiCallOut size="s" color="warning" iconType="warning" title={problem.message}>
              <p>{sentence(problem.remedy)}</p>
            </EuiCallOut>
          ) : (
            <ExclusionsTable items={items} caption={listId} usage={usageOf(listId)} />
          )}
          {total > items.length && (
            <EuiText size="s" color="subdued">
              <p>
                {i18n.translate('recentlyCompiled.exclusions.linked.first', {
                  defaultMessage: 'The first {shown} of {total}',
                  values: { shown: items.length, total },
                })}
              </p>
            </EuiText>
          )}
        </React.Fragment>
      ))}
    </>
  );
}

/** What the query itself leaves out of the last stage. */
export function InQuery({ rule }: { rule: RuleResponse['rule'] }) {
  if (!rule?.params) {
    return (
      <EuiText size="s">
        <p>
          {i18n.translate('recentlyCompiled.exclusions.query.noRule', {
            defaultMessage: 'There is no installed rule whose parameters can be read.',
          })}
        </p>
      </EuiText>
    );
  }
  const { excludedProcessNames, excludedNetworks } = rule.params;
  const none = i18n.translate('recentlyCompiled.exclusions.query.none', { defaultMessage: 'None' });
  return (
    <>
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('recentlyCompiled.exclusions.query.where', {
            defaultMessage:
              'Part of the query of the rule: connections of these programs, and to these networks, never count. They are parameters of the rule, not exception items, and do not expire.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiDescriptionList
        type="responsiveColumn"
        compressed
        listItems={[
          {
            title: i18n.translate('recentlyCompiled.exclusions.query.processes', {
              defaultMessage: 'process.name is one of',
            }),
            description: excludedProcessNames.join(', ') || none,
          },
          {
            title: i18n.translate('recentlyCompiled.exclusions.query.networks', {
              defaultMessage: 'destination.ip is in one of',
            }),
            description: excludedNetworks.join(', ') || none,
          },
        ]}
      />
    </>
  );
}
