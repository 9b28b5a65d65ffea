// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCheckableCard, EuiFormFieldset, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { DETECTIONS, type Detection } from '../../common/rule';
import type { ServerApi } from '../server_api';
import { DetectionPreview } from './detection_preview';

export interface DetectionChoiceProps {
  readonly value: Detection;
  readonly onChange: (detection: Detection) => void;
  /** Undefined where nobody can ask what they would have found. */
  readonly api: Pick<ServerApi, 'previewRule'> | undefined;
  /** Those that are being edited, as far as they are there; undefined for those of the rule. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly isDisabled?: boolean;
}

/** By which detection the rule finds sequences: what each does, and what each would have found lately. */
export function DetectionChoice({
  value,
  onChange,
  api,
  params,
  isDisabled = false,
}: DetectionChoiceProps) {
  return (
    <div data-test-subj="detectionChoice">
      <EuiFormFieldset
        legend={{
          children: i18n.translate('recentlyCompiled.detection.legend', {
            defaultMessage: 'How to find a recently compiled program',
          }),
        }}
      >
        {DETECTIONS.map((detection) => (
          <React.Fragment key={detection}>
            <EuiCheckableCard
              id={`detection-${detection}`}
              name="detection"
              data-test-subj={`detection-${detection}`}
              label={<strong>{detectionWord(detection)}</strong>}
              checked={value === detection}
              disabled={isDisabled}
              onChange={() => onChange(detection)}
            >
              <EuiText size="s">
                <p>{detectionExplained(detection)}</p>
              </EuiText>
            </EuiCheckableCard>
            <EuiSpacer size="s" />
          </React.Fragment>
        ))}
      </EuiFormFieldset>
      <EuiSpacer size="s" />
      {api && <DetectionPreview api={api} params={params} isDisabled={isDisabled} />}
    </div>
  );
}

/** What a detection is called. */
export const detectionWord = (detection: Detection): string =>
  detection === 'published'
    ? i18n.translate('recentlyCompiled.detection.published', {
        defaultMessage: 'By name, as the published rule does',
      })
    : i18n.translate('recentlyCompiled.detection.lineage', {
        defaultMessage: 'By lineage',
      });

/** What a detection does, and what it can not do, in two sentences. */
export const detectionExplained = (detection: Detection): string =>
  detection === 'published'
    ? i18n.translate('recentlyCompiled.detection.publishedExplained', {
        defaultMessage:
          'Joins events where an argument of the compiler, the name of the file and the name of the process are the same, all within a minute. A renamed file, a pause, a.out, another linker or a sensor that reports resolved names escapes it, and a new ./curl is taken for /usr/bin/curl.',
      })
    : i18n.translate('recentlyCompiled.detection.lineageExplained', {
        defaultMessage:
          'Follows the file itself from any linker through renames, copies and links to the process that runs it, and that process and its children to their connection, within 15 minutes unless set otherwise. A linked Security rule still runs the published query beside it, and what both find is alerted once.',
      });
