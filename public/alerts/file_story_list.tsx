// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { FileEvents } from '../../common/api';
import { TimeText } from '../time_text';
import { fileStory, type FileMoment } from './file_story';
import type { FileStepEvent, SequenceEvent } from './sequence_events';
import { Problems } from './problems';
import { ShownValue } from './shown_value';
import { stepWord } from './words';

/** The story of the file from its writing on, one moment a line. */
export function FileStory({
  events,
  steps,
  told,
}: {
  events: readonly SequenceEvent[];
  steps: readonly FileStepEvent[];
  told: FileEvents | null;
}) {
  const moments = fileStory(events, steps, told?.events ?? []);
  return (
    <EuiText size="s">
      {moments.length === 0 && (
        <p>
          {i18n.translate('recentlyCompiled.alerts.file.nothing', {
            defaultMessage: 'No event tells of the file.',
          })}
        </p>
      )}
      <ol>
        {moments.map((moment, i) => (
          <li key={i} data-test-subj={`fileStory-${i}`}>
            <Moment moment={moment} />
          </li>
        ))}
      </ol>
      {told !== null && <Limits told={told} />}
    </EuiText>
  );
}

/** How far the search for what the sensor tells went, and what kept it. */
function Limits({ told: { to, isCut, problems } }: { told: FileEvents }) {
  return (
    <>
      {problems.length === 0 && (
        <p>
          {isCut
            ? i18n.translate('recentlyCompiled.alerts.file.cut', {
                defaultMessage:
                  'More happened to files of these names; these are the first events.',
              })
            : i18n.translate('recentlyCompiled.alerts.file.until', {
                defaultMessage: 'Events of the file were searched until:',
              })}{' '}
          {!isCut && <TimeText time={to} />}
        </p>
      )}
      <Problems problems={problems} />
    </>
  );
}

function Moment({ moment: { what, path, from, by, at } }: { moment: FileMoment }) {
  return (
    <>
      <strong>{momentWord(what)}</strong> <ShownValue value={path} most={200} />
      {from !== undefined && (
        <>
          {' '}
          <ShownValue
            value={i18n.translate('recentlyCompiled.alerts.file.from', {
              defaultMessage: 'from {path}',
              values: { path: from },
            })}
            most={200}
          />
        </>
      )}
      {by !== undefined && (
        <>
          {' '}
          <em>
            <ShownValue
              value={i18n.translate('recentlyCompiled.alerts.story.byProcess', {
                defaultMessage: 'by {process}',
                values: { process: by },
              })}
              most={80}
            />
          </em>
        </>
      )}{' '}
      {at !== undefined && <TimeText time={at} />}
    </>
  );
}

const momentWord = (what: FileMoment['what']): string => {
  switch (what) {
    case 'written':
      return i18n.translate('recentlyCompiled.alerts.story.written', { defaultMessage: 'Written' });
    case 'run':
      return i18n.translate('recentlyCompiled.alerts.story.ran', { defaultMessage: 'Run' });
    case 'deleted':
      return i18n.translate('recentlyCompiled.alerts.file.deleted', { defaultMessage: 'Deleted' });
    case 'other':
      return i18n.translate('recentlyCompiled.alerts.file.changed', { defaultMessage: 'Changed' });
    default:
      return stepWord(what);
  }
};
