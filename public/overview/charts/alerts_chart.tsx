// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { Axis, BarSeries, Chart, Position, ScaleType, Settings } from '@elastic/charts';
import { euiPaletteColorBlind, useEuiTheme, useIsWithinBreakpoints } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertsOverTimeResponse } from '../../../common/api';
import { alertPoints, OTHERS, seriesOf } from '../alert_series';
import type { Split } from '../overview_state';
import { seriesName } from '../series_name';
import { viewerZone } from '../../time_in_words';
import { useChartTheme } from './use_chart_theme';

const HEIGHT = 240;

/** How many alerts there were, stacked by severity or host. Loaded when it is shown; nothing else needs the charts. */
export function AlertsChart({ answer, by }: { answer: AlertsOverTimeResponse; by: Split }) {
  const { theme, baseTheme } = useChartTheme();
  const isNarrow = useIsWithinBreakpoints(['xs', 's']);
  const colorOf = useSeriesColors(answer, by);
  return (
    <Chart size={{ height: HEIGHT }} id="alertsOverTime">
      <Settings
        theme={theme}
        baseTheme={baseTheme}
        showLegend
        legendPosition={Position.Bottom}
        xDomain={{
          min: Date.parse(answer.columns[0] ?? answer.from),
          max: Date.parse(answer.columns.at(-1) ?? answer.to),
          minInterval: answer.columnMs,
        }}
        ariaLabel={i18n.translate('recentlyCompiled.overview.alerts.chart', {
          defaultMessage: '{count, plural, one {# alert} other {# alerts}} over time',
          values: { count: answer.total },
        })}
        ariaUseDefaultSummary={false}
      />
      <Axis
        id="time"
        position={Position.Bottom}
        ticks={isNarrow ? 3 : 8}
        tickFormat={(time: number) => timeOnAxis(time, answer.columnMs)}
      />
      <Axis
        id="count"
        position={Position.Left}
        ticks={4}
        integersOnly
        gridLine={{ visible: true }}
      />
      <BarSeries
        id="alerts"
        data={alertPoints(answer, by)}
        xScaleType={ScaleType.Time}
        yScaleType={ScaleType.Linear}
        xAccessor="time"
        yAccessors={['count']}
        splitSeriesAccessors={['name']}
        stackAccessors={['time']}
        timeZone={viewerZone()}
        name={({ splitAccessors }) => seriesName(String(splitAccessors.get('name') ?? ''), by)}
        color={({ splitAccessors }) => colorOf(String(splitAccessors.get('name') ?? ''))}
      />
    </Chart>
  );
}

const DAY = 86_400_000;

function timeOnAxis(time: number, columnMs: number): string {
  return new Date(time).toLocaleString(undefined, {
    timeZone: viewerZone(),
    month: 'short',
    day: 'numeric',
    ...(columnMs < DAY / 4 && { hour: '2-digit', minute: '2-digit' }),
  });
}

/** Kibana's colours for severities; for hosts those that people tell apart however they see colours. */
function useSeriesColors(answer: AlertsOverTimeResponse, by: Split): (name: string) => string {
  const { colors } = useEuiTheme().euiTheme;
  const palette = euiPaletteColorBlind();
  if (by === 'severity') {
    const known: Readonly<Record<string, string>> = {
      low: '#54b399',
      medium: '#d6bf57',
      high: '#da8b45',
      critical: '#e7664c',
    };
    return (name) => (Object.hasOwn(known, name) ? known[name] : undefined) ?? colors.mediumShade;
  }
  const names = seriesOf(answer, by).map(({ name }) => name);
  return (name) =>
    name === OTHERS
      ? colors.mediumShade
      : (palette[names.indexOf(name) % palette.length] ?? colors.primary);
}
