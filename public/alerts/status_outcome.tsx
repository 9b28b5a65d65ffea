// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { problemOf } from '../problem';
import { sentence } from '../sentence';
import type { StatusMutation } from './use_alert_status';
import { statusWord } from './words';

/** What became of the last change of a status. */
export function StatusOutcome({ change }: { change: StatusMutation }) {
  if (change.isError) {
    const { message, remedy } = problemOf(change.error);
    return (
      <>
        <EuiCallOut
          data-test-subj="statusFailed"
          color="danger"
          iconType="error"
          title={sentence(message)}
        >
          <p>{sentence(remedy)}</p>
        </EuiCallOut>
        <EuiSpacer size="m" />
      </>
    );
  }
  if (!change.isSuccess) {
    return null;
  }
  const { found, notFound, conflicts } = change.data;
  const isPartial = notFound.length > 0 || conflicts > 0;
  return (
    <>
      <EuiCallOut
        data-test-subj="statusChanged"
        size="s"
        color={isPartial ? 'warning' : 'success'}
        iconType={isPartial ? 'warning' : 'check'}
        title={i18n.translate('recentlyCompiled.alerts.changed.title', {
          defaultMessage:
            '{count, plural, one {# alert is} other {# alerts are}} now set to: {status}',
          values: { count: found.length, status: statusWord(change.variables?.status ?? '') },
        })}
      >
        {notFound.length > 0 && (
          <p>
            {i18n.translate('recentlyCompiled.alerts.changed.notFound', {
              defaultMessage:
                '{count, plural, one {# alert was} other {# alerts were}} not found; they may have been deleted meanwhile.',
              values: { count: notFound.length },
            })}
          </p>
        )}
        {conflicts > 0 && (
          <p>
            {i18n.translate('recentlyCompiled.alerts.changed.conflicts', {
              defaultMessage:
                '{count, plural, one {# document was} other {# documents were}} changed by somebody else at the same time and left alone. Try again.',
              values: { count: conflicts },
            })}
          </p>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
