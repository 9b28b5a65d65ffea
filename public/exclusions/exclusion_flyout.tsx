// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiEmptyPrompt,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import type { ExclusionItem } from '../../common/api';
import { Loading } from '../loading';
import { ProblemPrompt } from '../problem_prompt';
import { ExclusionEditor } from './exclusion_editor';
import type { ExclusionsApi } from './exclusions_api';
import { emptyForm, formOf } from './form';
import { prefill } from './prefill';
import type { SaveOutcome } from './save_form';
import { TEXTS } from './texts';

/** Which exclusion the flyout is about: a new one, perhaps from an alert, or one that is there. */
export type FlyoutSubject =
  | { readonly kind: 'new'; readonly alertId: string | undefined }
  | { readonly kind: 'edit'; readonly item: ExclusionItem | undefined };

export interface ExclusionFlyoutProps {
  api: ExclusionsApi;
  subject: FlyoutSubject;
  maySave: boolean;
  onSaved: (outcome: SaveOutcome) => void;
  /** Resolves when what the page shows is up to date. */
  onReload: () => Promise<unknown>;
  onClose: () => void;
}

/** Adds or changes an exclusion beside the list. */
export function ExclusionFlyout(props: ExclusionFlyoutProps) {
  const { subject, maySave, onClose } = props;
  const titleId = useGeneratedHtmlId();
  return (
    <EuiFlyout
      data-test-subj="exclusions-flyout"
      aria-labelledby={titleId}
      size="l"
      ownFocus
      // What is written is not to be lost by a click beside it.
      outsideClickCloses={!maySave}
      onClose={onClose}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{titleOf(subject, maySave)}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      {subject.kind === 'new' ? (
        <NewExclusion {...props} alertId={subject.alertId} />
      ) : (
        <StoredExclusion {...props} item={subject.item} />
      )}
    </EuiFlyout>
  );
}

const titleOf = (subject: FlyoutSubject, maySave: boolean): string =>
  subject.kind === 'new'
    ? TEXTS.add()
    : maySave
      ? i18n.translate('recentlyCompiled.exclusions.edit', { defaultMessage: 'Edit exclusion' })
      : i18n.translate('recentlyCompiled.exclusions.view', { defaultMessage: 'Exclusion' });

function NewExclusion({
  alertId,
  ...props
}: ExclusionFlyoutProps & { alertId: string | undefined }) {
  const { api, onReload } = props;
  const alert = useQuery(['alert', alertId], () => api.alert(alertId ?? ''), {
    enabled: alertId !== undefined,
    staleTime: Infinity,
  });
  if (alertId === undefined) {
    return (
      <ExclusionEditor
        {...props}
        initial={emptyForm()}
        edited={undefined}
        events={[]}
        onReload={() => void onReload()}
      />
    );
  }
  if (alert.isError) {
    return (
      <EuiFlyoutBody>
        <ProblemPrompt error={alert.error} onRetry={() => void alert.refetch()} />
      </EuiFlyoutBody>
    );
  }
  if (!alert.data) {
    return (
      <EuiFlyoutBody>
        <Loading
          what={i18n.translate('recentlyCompiled.exclusions.theAlert', {
            defaultMessage: 'the alert',
          })}
        />
      </EuiFlyoutBody>
    );
  }
  return (
    <ExclusionEditor
      {...props}
      initial={prefill(alert.data)}
      edited={undefined}
      events={alert.data.events}
      onReload={() => void onReload()}
    />
  );
}

function StoredExclusion({
  item,
  ...props
}: ExclusionFlyoutProps & { item: ExclusionItem | undefined }) {
  const { onReload } = props;
  // The list may be read again meanwhile; what is edited changes only when that is asked for.
  const [edited, setEdited] = useState(item);
  const [isReloading, setReloading] = useState(false);
  const [round, setRound] = useState(0);
  const isWaiting = isReloading && item?.version === edited?.version;
  if (isReloading && !isWaiting) {
    setReloading(false);
    setEdited(item);
    setRound(round + 1);
  }
  if (!edited) {
    return (
      <EuiFlyoutBody>
        <EuiEmptyPrompt
          data-test-subj="exclusions-gone"
          iconType="search"
          title={
            <h3>
              {i18n.translate('recentlyCompiled.exclusions.gone', {
                defaultMessage: 'There is no such exclusion',
              })}
            </h3>
          }
          body={
            <p>
              {i18n.translate('recentlyCompiled.exclusions.goneRemedy', {
                defaultMessage:
                  'Somebody may have deleted it. Close this to see those that are there.',
              })}
            </p>
          }
        />
      </EuiFlyoutBody>
    );
  }
  return (
    <ExclusionEditor
      key={round}
      {...props}
      initial={formOf(edited)}
      edited={edited}
      events={[]}
      onReload={() => {
        setReloading(true);
        void onReload();
      }}
    />
  );
}
