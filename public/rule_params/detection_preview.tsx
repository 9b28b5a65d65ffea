// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiBasicTable,
  EuiButton,
  EuiCallOut,
  EuiLoadingSpinner,
  EuiSpacer,
  EuiText,
  EuiTitle,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { addressText } from '../../common/ecs';
import { useQuery } from '@tanstack/react-query';
import type { FoundByDetection, PreviewExample, RulePreviewResponse } from '../../common/api';
import { shownInCell } from '../alerts/shown_value';
import { TimeText } from '../time_text';
import { FailureCallout } from '../exclusions/failure_callout';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';

const DAYS = 7;

/**
 * What each detection would have found in the last days. Asks only on demand, since it searches a week of events;
 * what was asked for is shown until the parameters change.
 */
export function DetectionPreview({
  api,
  params,
  isDisabled,
}: {
  api: Pick<ServerApi, 'previewRule'>;
  params: Readonly<Record<string, unknown>> | undefined;
  isDisabled: boolean;
}) {
  const [asked, setAsked] = useState<string>();
  const subject = JSON.stringify(params ?? null);
  const isAsked = asked === subject;
  const preview = useQuery(
    ['rule', 'preview', subject],
    () => api.previewRule(params === undefined ? {} : { params }),
    {
      enabled: isAsked,
      staleTime: Infinity,
      cacheTime: 0,
      refetchOnWindowFocus: false,
      retry: false,
    },
  );
  return (
    <section data-test-subj="detectionPreview" aria-live="polite">
      <EuiButton
        data-test-subj="askDetectionPreview"
        size="s"
        iconType="eye"
        isDisabled={isDisabled}
        onClick={() => (isAsked ? void preview.refetch() : setAsked(subject))}
      >
        {i18n.translate('recentlyCompiled.detection.preview.ask', {
          defaultMessage: 'Preview the last {days} days',
          values: { days: DAYS },
        })}
      </EuiButton>
      <EuiSpacer size="s" />
      {isAsked && preview.isFetching && (
        <EuiText size="s" data-test-subj="detectionPreviewing">
          <p>
            <EuiLoadingSpinner />{' '}
            {i18n.translate('recentlyCompiled.detection.preview.searching', {
              defaultMessage: 'Searching the events of {days} days by both detections',
              values: { days: DAYS },
            })}
          </p>
        </EuiText>
      )}
      {isAsked && preview.isError && !preview.isFetching && (
        <FailureCallout error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {isAsked && preview.data && !preview.isFetching && <Result answer={preview.data} />}
    </section>
  );
}

interface Row {
  readonly detection: 'published' | 'lineage';
  readonly found: FoundByDetection;
  /** What only this detection has found. */
  readonly alone: number;
}

/** What came of a preview. */
export function Result({ answer }: { answer: RulePreviewResponse }) {
  const rows: Row[] = (['published', 'lineage'] as const).map((detection) => ({
    detection,
    found: answer[detection],
    alone: answer[detection].sequences - answer.both,
  }));
  return (
    <div data-test-subj="detectionPreviewResult">
      <EuiBasicTable
        tableCaption={i18n.translate('recentlyCompiled.detection.preview.caption', {
          defaultMessage: 'What each detection would have found in the last {days} days',
          values: { days: DAYS },
        })}
        items={rows}
        itemId="detection"
        columns={countColumns()}
        rowProps={({ detection }: Row) => ({ 'data-test-subj': `previewed-${detection}` })}
      />
      {rows.map(
        ({ detection, found: { problem } }) =>
          problem && (
            <React.Fragment key={detection}>
              <EuiSpacer size="s" />
              <EuiCallOut
                size="s"
                color="warning"
                iconType="warning"
                title={i18n.translate('recentlyCompiled.detection.preview.problem', {
                  defaultMessage: '{detection}: {problem}',
                  values: { detection: shortWord(detection), problem: sentence(problem.message) },
                })}
              >
                <p>{sentence(problem.remedy)}</p>
              </EuiCallOut>
            </React.Fragment>
          ),
      )}
      {answer.warnings.map(({ message, remedy }) => (
        <EuiCallOut key={message} size="s" color="warning" title={sentence(message)}>
          <p>{sentence(remedy)}</p>
        </EuiCallOut>
      ))}
      <EuiSpacer size="m" />
      <Examples examples={answer.examples} />
    </div>
  );
}

function Examples({ examples }: { examples: readonly PreviewExample[] }) {
  if (examples.length === 0) {
    return (
      <EuiText size="s" color="subdued" data-test-subj="noExamples">
        <p>
          {i18n.translate('recentlyCompiled.detection.preview.nothing', {
            defaultMessage: 'Neither would have found anything.',
          })}
        </p>
      </EuiText>
    );
  }
  return (
    <>
      <EuiTitle size="xxs">
        <h3>
          {i18n.translate('recentlyCompiled.detection.preview.examples', {
            defaultMessage: 'The newest of each kind',
          })}
        </h3>
      </EuiTitle>
      <EuiBasicTable
        tableCaption={i18n.translate('recentlyCompiled.detection.preview.examplesCaption', {
          defaultMessage: 'Examples of what would have been found',
        })}
        items={[...examples]}
        columns={exampleColumns()}
        rowProps={({ foundBy }: PreviewExample) => ({
          'data-test-subj': `previewExample-${foundBy}`,
        })}
      />
    </>
  );
}

const shortWord = (foundBy: PreviewExample['foundBy']): string => {
  switch (foundBy) {
    case 'published':
      return i18n.translate('recentlyCompiled.detection.short.published', {
        defaultMessage: 'By name',
      });
    case 'lineage':
      return i18n.translate('recentlyCompiled.detection.short.lineage', {
        defaultMessage: 'By lineage',
      });
    case 'both':
      return i18n.translate('recentlyCompiled.detection.short.both', { defaultMessage: 'By both' });
  }
};

const countWord = (count: number): string =>
  i18n.translate('recentlyCompiled.detection.count', {
    defaultMessage: '{count, number}',
    values: { count },
  });

const countColumns = (): EuiBasicTableColumn<Row>[] => [
  {
    name: i18n.translate('recentlyCompiled.detection.column.detection', {
      defaultMessage: 'Detection',
    }),
    render: ({ detection }: Row) => shortWord(detection),
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.sequences', {
      defaultMessage: 'Sequences',
    }),
    render: ({ found: { sequences, isCut } }: Row) =>
      isCut
        ? i18n.translate('recentlyCompiled.detection.atLeast', {
            defaultMessage: '{count, number} or more',
            values: { count: sequences },
          })
        : countWord(sequences),
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.alone', {
      defaultMessage: 'Only by this one',
    }),
    render: ({ alone }: Row) => countWord(alone),
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.hosts', { defaultMessage: 'Hosts' }),
    render: ({ found: { hosts } }: Row) => countWord(hosts),
  },
];

const exampleColumns = (): EuiBasicTableColumn<PreviewExample>[] => [
  {
    name: i18n.translate('recentlyCompiled.detection.column.time', {
      defaultMessage: 'Connected',
    }),
    render: ({ connectedAt }: PreviewExample) =>
      connectedAt === null ? '—' : <TimeText time={connectedAt} />,
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.host', { defaultMessage: 'Host' }),
    render: ({ hostName, hostId }: PreviewExample) => shownInCell(hostName ?? hostId),
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.path', { defaultMessage: 'Program' }),
    render: ({ path }: PreviewExample) => shownInCell(path),
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.destination', {
      defaultMessage: 'Destination',
    }),
    render: ({ destinationIp, destinationPort }: PreviewExample) =>
      shownInCell(addressText(destinationIp ?? undefined, destinationPort ?? undefined) ?? null),
  },
  {
    name: i18n.translate('recentlyCompiled.detection.column.foundBy', {
      defaultMessage: 'Found',
    }),
    render: ({ foundBy }: PreviewExample) => shortWord(foundBy),
  },
];
