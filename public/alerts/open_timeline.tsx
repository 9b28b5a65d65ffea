// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButtonEmpty, EuiCallOut, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMutation } from '@tanstack/react-query';
import type { SecurityOfKibana } from '../install/use_install';
import { opensTimelineByQuery } from '../kibana_versions';
import { problemOf } from '../problem';
import { sentence } from '../sentence';
import { saveTimeline } from './save_timeline';
import type { SequenceEvent } from './sequence_events';
import { savedTimelinePath } from './timeline_path';

/** Opens the events of an alert in Security's Timeline. @param path where an address can do that */
export function OpenTimeline({
  kibana,
  path,
  title,
  events,
}: {
  kibana: SecurityOfKibana;
  path: string;
  title: string;
  events: readonly SequenceEvent[];
}) {
  const save = useMutation(() => saveTimeline(kibana.http, title, events));
  // Who has gone elsewhere meanwhile stays there.
  const saveAndOpen = () =>
    save.mutate(undefined, {
      onSuccess: (id) => window.location.assign(kibana.addressOf(savedTimelinePath(id))),
    });
  const isByAddress = opensTimelineByQuery(kibana.version);
  return (
    <>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="timeline"
          data-test-subj="openInTimeline"
          isLoading={save.isLoading}
          {...(isByAddress ? { href: kibana.addressOf(path) } : { onClick: saveAndOpen })}
        >
          {isByAddress
            ? i18n.translate('recentlyCompiled.alerts.action.timeline', {
                defaultMessage: 'Open in Timeline',
              })
            : i18n.translate('recentlyCompiled.alerts.action.saveTimeline', {
                defaultMessage: 'Save as Timeline and open it',
              })}
        </EuiButtonEmpty>
      </EuiFlexItem>
      {save.isError && <NotSaved error={save.error} />}
    </>
  );
}

function NotSaved({ error }: { error: unknown }) {
  const { message } = problemOf(error);
  return (
    <EuiFlexItem>
      <EuiCallOut
        data-test-subj="timelineFailed"
        role="alert"
        size="s"
        color="danger"
        iconType="error"
        title={i18n.translate('recentlyCompiled.alerts.savedTimeline.failed', {
          defaultMessage: 'The Timeline could not be saved: {reason}',
          values: { reason: message },
        })}
      >
        <p>
          {sentence(
            i18n.translate('recentlyCompiled.alerts.savedTimeline.remedy', {
              defaultMessage:
                'It takes the Kibana privilege "Security: All" in this space. The same button in the alert flyout of Security saves nothing',
            }),
          )}
        </p>
      </EuiCallOut>
    </EuiFlexItem>
  );
}
