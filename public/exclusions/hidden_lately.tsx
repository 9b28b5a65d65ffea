// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiIconTip, EuiLoadingSpinner, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ExclusionItem } from '../../common/api';
import { problemOf } from '../problem';
import { TimeText } from '../time_text';
import type { ItemUsage } from './use_item_usage';

/** How many sequences of the last days an exclusion hides, and when the last of them ended. */
export function HiddenLately({
  usage,
  item: { itemId, inForce },
}: {
  usage: ItemUsage;
  item: Pick<ExclusionItem, 'itemId' | 'inForce'>;
}) {
  if (usage.isLoading) {
    return <EuiLoadingSpinner size="s" />;
  }
  const found = usage.of(itemId);
  if (!found) {
    return (
      <span>
        {i18n.translate('recentlyCompiled.exclusions.hidden.unknown', {
          defaultMessage: 'Unknown',
        })}{' '}
        <EuiIconTip type="questionInCircle" content={whyUnknown(usage)} />
      </span>
    );
  }
  return (
    <EuiText size="s" data-test-subj="exclusions-hiddenLately">
      {usage.isComplete
        ? i18n.translate('recentlyCompiled.exclusions.hidden.count', {
            defaultMessage: '{hidden, plural, =0 {Nothing} one {# sequence} other {# sequences}}',
            values: { hidden: found.hidden },
          })
        : i18n.translate('recentlyCompiled.exclusions.hidden.atLeast', {
            defaultMessage: '{hidden} or more sequences',
            values: { hidden: found.hidden },
          })}
      {!inForce && found.hidden > 0 && (
        <div>
          {i18n.translate('recentlyCompiled.exclusions.hidden.ifInForce', {
            defaultMessage: 'if it were in force',
          })}
        </div>
      )}
      {found.lastHiddenAt !== null && (
        <div>
          {i18n.translate('recentlyCompiled.exclusions.hidden.last', {
            defaultMessage: 'last:',
          })}{' '}
          <TimeText time={found.lastHiddenAt} />
        </div>
      )}
    </EuiText>
  );
}

const whyUnknown = ({ error }: ItemUsage): string =>
  error
    ? problemOf(error).message
    : i18n.translate('recentlyCompiled.exclusions.hidden.notApplied', {
        defaultMessage:
          'It can not be applied, or the list has more items than are looked at: see its conditions.',
      });
