// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { BarSeries, Chart, ScaleType, Settings, Tooltip, type TooltipInfo } from '@elastic/charts';
import {
  EuiFlexGrid,
  EuiFlexItem,
  EuiPanel,
  EuiStat,
  EuiText,
  useEuiTheme,
  useIsWithinBreakpoints,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Run } from '../../../common/api';
import { timeInWords } from '../../time_in_words';
import { newestOf, pointsOf, RUN_FIGURES, type RunFigure, type RunPoint } from '../run_series';
import { figureWords, OUTCOME_COLORS, outcomeWords, valueWords } from '../words';
import { useChartTheme } from './use_chart_theme';

const HEIGHT = 72;
/** Of few runs the columns are as narrow as of many, with the newest at the right. */
const FEWEST_PLACES = 20;

/** A small chart for each figure of the runs. Loaded when it is shown; nothing else needs the charts. */
export function RunsCharts({ runs }: { runs: readonly Run[] }) {
  const isNarrow = useIsWithinBreakpoints(['xs', 's']);
  return (
    <EuiFlexGrid columns={isNarrow ? 1 : 3} gutterSize="m" responsive={false}>
      {RUN_FIGURES.map((figure) => (
        <EuiFlexItem key={figure}>
          <FigureChart runs={runs} figure={figure} />
        </EuiFlexItem>
      ))}
    </EuiFlexGrid>
  );
}

function FigureChart({ runs, figure }: { runs: readonly Run[]; figure: RunFigure }) {
  const { theme, baseTheme } = useChartTheme();
  const { colors } = useEuiTheme().euiTheme;
  const points = pointsOf(runs, figure);
  const name = figureWords()[figure];
  return (
    <EuiPanel hasShadow={false} color="subdued" paddingSize="s">
      <EuiStat
        data-test-subj={`runFigure-${figure}`}
        titleSize="xs"
        title={valueWords(figure, newestOf(runs, figure))}
        description={name}
        reverse
      />
      <Chart size={{ height: HEIGHT }} id={`runs-${figure}`}>
        <Settings
          theme={[BARE, theme]}
          baseTheme={baseTheme}
          showLegend={false}
          xDomain={{ min: Math.min(0, runs.length - FEWEST_PLACES), max: runs.length - 1 }}
          ariaLabel={i18n.translate('recentlyCompiled.overview.runs.chartOf', {
            defaultMessage: '{figure} of the last {count, plural, one {run} other {# runs}}',
            values: { figure: name, count: runs.length },
          })}
          ariaUseDefaultSummary={false}
        />
        <Tooltip customTooltip={TooltipOfRun} />
        <BarSeries
          id={figure}
          name={name}
          data={points}
          xScaleType={ScaleType.Linear}
          yScaleType={ScaleType.Linear}
          xAccessor="place"
          yAccessors={['value']}
          minBarHeight={2}
          color={colors.primary}
          styleAccessor={({ datum }) => {
            const { outcome } = (datum as RunPoint).run;
            return outcome === 'succeeded' ? null : colors[OUTCOME_COLORS[outcome]];
          }}
        />
      </Chart>
    </EuiPanel>
  );
}

/** The small charts stand on the panel as they are. */
const BARE = {
  background: { color: 'transparent' },
  chartMargins: { left: 0, right: 0, top: 4, bottom: 0 },
  chartPaddings: { left: 0, right: 0, top: 0, bottom: 0 },
} as const;

/** When the run was, how it ended and what it did. */
function TooltipOfRun({ values }: TooltipInfo) {
  const [hovered] = values;
  const point = hovered?.datum as RunPoint | undefined;
  const figure = hovered?.seriesIdentifier.specId as RunFigure | undefined;
  if (!point || !figure) {
    return null;
  }
  return (
    <EuiPanel hasBorder paddingSize="s">
      <EuiText size="xs">
        <strong>{timeInWords(point.run.startedAt)}</strong>
        <br />
        {outcomeWords(point.run.outcome)}
        <br />
        {i18n.translate('recentlyCompiled.overview.runs.figureIs', {
          defaultMessage: '{figure}: {value}',
          values: { figure: figureWords()[figure], value: valueWords(figure, point.value) },
        })}
      </EuiText>
    </EuiPanel>
  );
}
