// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiProgress,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { shownText } from '../../../public/alerts/shown_text';
import { problemOf } from '../../../public/problem';
import { sentence } from '../../../public/sentence';
import type { TakenIn } from '../../host/events/taken_in';
import type { Upload, Uploads } from './uploads';
import { useObservable } from './use_observable';

const MOST_OF_NAME = 60;

/** What becomes of the files that were dropped; nothing while there are none. */
export function UploadsPanel({ uploads }: { uploads: Uploads }) {
  const list = useObservable(uploads.list$);
  if (list.length === 0) {
    return null;
  }
  const title = i18n.translate('recentlyCompiled.host.uploads.title', {
    defaultMessage: 'Added files',
  });
  return (
    <section aria-label={title} className="host-uploads" data-test-subj="host-uploads">
      <EuiPanel hasShadow hasBorder paddingSize="m">
        <EuiFlexGroup alignItems="center" responsive={false}>
          <EuiFlexItem>
            <EuiTitle size="xs">
              <h2>{title}</h2>
            </EuiTitle>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButtonIcon
              data-test-subj="host-uploadsClose"
              iconType="cross"
              color="text"
              aria-label={i18n.translate('recentlyCompiled.host.uploads.close', {
                defaultMessage: 'Close',
              })}
              onClick={() => uploads.clear()}
            />
          </EuiFlexItem>
        </EuiFlexGroup>
        <div aria-live="polite" className="host-uploadsList">
          {list.map((upload) => (
            <OneUpload key={upload.id} upload={upload} onRetry={() => uploads.again(upload.id)} />
          ))}
        </div>
      </EuiPanel>
    </section>
  );
}

function OneUpload({ upload, onRetry }: { upload: Upload; onRetry: () => void }) {
  const { text: name } = shownText(upload.file.name, MOST_OF_NAME);
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText
        size="s"
        className="eui-textBreakWord"
        data-test-subj={`host-upload-${upload.state.kind}`}
      >
        <strong>{name}</strong>
        <State upload={upload} name={name} onRetry={onRetry} />
      </EuiText>
    </>
  );
}

function State({
  upload: { state },
  name,
  onRetry,
}: {
  upload: Upload;
  name: string;
  onRetry: () => void;
}) {
  switch (state.kind) {
    case 'waiting':
      return (
        <p>
          {i18n.translate('recentlyCompiled.host.uploads.waiting', {
            defaultMessage: 'Waits for the file before it.',
          })}
        </p>
      );
    case 'sending':
      return (
        <>
          <EuiProgress
            size="s"
            aria-label={name}
            {...(state.sent < 1 && { max: 1, value: state.sent })}
          />
          <p>
            {state.sent < 1
              ? i18n.translate('recentlyCompiled.host.uploads.sending', {
                  defaultMessage: '{percent} % is sent.',
                  values: { percent: Math.floor(state.sent * 100) },
                })
              : i18n.translate('recentlyCompiled.host.uploads.reading', {
                  defaultMessage: 'The events are taken in.',
                })}
          </p>
        </>
      );
    case 'done':
      return <Result result={state.result} />;
    case 'failed':
      return <Failed error={state.error} onRetry={onRetry} />;
  }
}

function Result({ result: { events, known, problems } }: { result: TakenIn }) {
  return (
    <>
      <p>
        {i18n.translate('recentlyCompiled.host.uploads.taken', {
          defaultMessage: '{events, plural, one {# event was} other {# events were}} taken in.',
          values: { events },
        })}{' '}
        {known > 0 &&
          i18n.translate('recentlyCompiled.host.uploads.known', {
            defaultMessage: '{known, plural, one {# was} other {# were}} there already.',
            values: { known },
          })}
      </p>
      {problems.length > 0 && (
        <>
          <p>
            {i18n.translate('recentlyCompiled.host.uploads.leftOut', {
              defaultMessage: 'Not all of the file was taken in:',
            })}
          </p>
          <ul data-test-subj="host-uploadProblems">
            {problems.map((problem, i) => (
              <li key={i}>{sentence(shownText(problem).text)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { message, remedy } = problemOf(error);
  return (
    <>
      <p>
        {i18n.translate('recentlyCompiled.host.uploads.failed', {
          defaultMessage: 'The file was not taken in. {why}',
          values: { why: sentence(message) },
        })}{' '}
        {sentence(remedy)}
      </p>
      <EuiButtonEmpty size="s" flush="left" data-test-subj="host-uploadRetry" onClick={onRetry}>
        {i18n.translate('recentlyCompiled.host.uploads.retry', { defaultMessage: 'Try again' })}
      </EuiButtonEmpty>
    </>
  );
}
