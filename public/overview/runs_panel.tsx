// SPDX-License-Identifier: Apache-2.0
import React, { lazy } from 'react';
import { EuiBasicTable, EuiHealth, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Run } from '../../common/api';
import { TimeText } from '../time_text';
import { LazyChart } from './lazy_chart';
import { OverviewPanel } from './overview_panel';
import type { View } from './overview_state';
import { RUN_FIGURES } from './run_series';
import { ViewChoice } from './view_choice';
import { figureWords, OUTCOME_COLORS, outcomeWords, valueWords } from './words';

const RunsCharts = lazy(async () => {
  const { RunsCharts: component } = await import('./charts/runs_charts');
  return { default: component };
});

/** What the last runs did, as small charts or as a table. */
export function RunsPanel({
  runs,
  view,
  onView,
}: {
  runs: readonly Run[];
  view: View;
  onView: (view: View) => void;
}) {
  return (
    <OverviewPanel
      subject="runs"
      title={i18n.translate('recentlyCompiled.overview.runs.title', {
        defaultMessage: 'History of runs',
      })}
      choices={runs.length > 0 && <ViewChoice subject="runsView" view={view} onChange={onView} />}
    >
      {runs.length === 0 ? (
        <EuiText size="s">
          <p>
            {i18n.translate('recentlyCompiled.overview.runs.none', {
              defaultMessage: 'It has not run yet.',
            })}
          </p>
        </EuiText>
      ) : view === 'chart' ? (
        <LazyChart>
          <RunsCharts runs={runs} />
        </LazyChart>
      ) : (
        <RunsTable runs={runs} />
      )}
    </OverviewPanel>
  );
}

function RunsTable({ runs }: { runs: readonly Run[] }) {
  const words = figureWords();
  const columns: EuiBasicTableColumn<Run>[] = [
    {
      field: 'startedAt',
      name: i18n.translate('recentlyCompiled.overview.runs.started', {
        defaultMessage: 'Started',
      }),
      render: (time: string) => <TimeText time={time} />,
    },
    {
      field: 'outcome',
      name: i18n.translate('recentlyCompiled.overview.runs.outcome', {
        defaultMessage: 'Outcome',
      }),
      render: (outcome: Run['outcome']) => (
        <EuiHealth color={OUTCOME_COLORS[outcome]}>{outcomeWords(outcome)}</EuiHealth>
      ),
    },
    ...RUN_FIGURES.map((figure): EuiBasicTableColumn<Run> => ({
      field: figure,
      name: words[figure],
      align: 'right',
      render: (value: number | null) => valueWords(figure, value),
    })),
  ];
  return (
    <EuiBasicTable
      data-test-subj="runsTable"
      tableCaption={i18n.translate('recentlyCompiled.overview.runs.caption', {
        defaultMessage: 'The last runs, newest first',
      })}
      items={[...runs]}
      columns={columns}
      compressed
    />
  );
}
