// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { dateAt, textAt } from '../../common/ecs';
import { durationWords } from './duration_words';
import type { FileStepEvent, SequenceEvent } from './sequence_events';
import { ShownValue } from './shown_value';
import { TimeText } from '../time_text';
import { timelineOf, type Timeline } from './timeline_scale';
import { lanesOf, type TimelineLane } from './timeline_lanes';
import { notRecorded } from './words';

const LANE_HEIGHT = 28;
const MIDDLE = LANE_HEIGHT / 2;
const DOT = 7;
/** What is left free on both sides, so that no dot is cut, in percent. */
const MARGIN = 2;
const x = (position: number): string => `${MARGIN + position * (100 - 2 * MARGIN)}%`;

const LANE: React.CSSProperties = { paddingBottom: 8 };
const NO_MARKER: React.CSSProperties = { listStyle: 'none', margin: 0, padding: 0 };

/**
 * The events of a sequence, each in a lane of its own over one time axis, with what became of the file in
 * between. All that the drawing tells is in the texts beside it as well.
 */
export function SequenceTimeline({
  events,
  steps,
}: {
  events: readonly SequenceEvent[];
  steps: readonly FileStepEvent[];
}) {
  const lanes = lanesOf(events, steps);
  const timeline = timelineOf(
    lanes.map(({ source }) => (source ? dateAt(source, '@timestamp') : undefined)),
  );
  return (
    <div data-test-subj="sequenceTimeline">
      <ol style={NO_MARKER}>
        {lanes.map((lane, i) => (
          <li key={lane.subject} style={LANE} data-test-subj={lane.subject}>
            <EuiFlexGroup gutterSize="m" alignItems="center">
              <EuiFlexItem grow={2}>
                <Caption lane={lane} gap={timeline.points[i]?.gap} />
              </EuiFlexItem>
              <EuiFlexItem grow={3}>
                <Lane timeline={timeline} index={i} />
              </EuiFlexItem>
            </EuiFlexGroup>
          </li>
        ))}
      </ol>
      <EuiFlexGroup gutterSize="m" responsive={false}>
        <EuiFlexItem grow={2} className="eui-hideFor--xs eui-hideFor--s">
          <EuiText size="xs" color="subdued">
            {i18n.translate('recentlyCompiled.alerts.timeline.span', {
              defaultMessage: 'From the first event to the last: {span}',
              values: { span: durationWords(timeline.span) },
            })}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={3}>
          <Axis timeline={timeline} />
        </EuiFlexItem>
      </EuiFlexGroup>
    </div>
  );
}

function Caption({
  lane: { title, detail, source },
  gap,
}: {
  lane: TimelineLane;
  gap: number | undefined;
}) {
  const time = source && textAt(source, '@timestamp');
  return (
    <EuiText size="s">
      <strong>{title}</strong> {detail !== undefined && <ShownValue value={detail} most={60} />}
      <br />
      {!source
        ? notRecorded()
        : time === undefined
          ? i18n.translate('recentlyCompiled.alerts.timeline.unknownTime', {
              defaultMessage: 'Time not known',
            })
          : dateAt(source, '@timestamp') !== undefined && <TimeText time={time} />}
      {gap !== undefined && (
        <span>
          {' '}
          {i18n.translate('recentlyCompiled.alerts.timeline.gap', {
            defaultMessage: '({gap} after the stage before)',
            values: { gap: durationWords(gap) },
          })}
        </span>
      )}
    </EuiText>
  );
}

function Lane({ timeline: { points, ticks }, index }: { timeline: Timeline; index: number }) {
  const { euiTheme } = useEuiTheme();
  const point = points[index];
  const before = points
    .slice(0, index)
    .filter((each) => each !== undefined)
    .at(-1);
  return (
    <svg width="100%" height={LANE_HEIGHT} aria-hidden focusable="false">
      {ticks.map(({ position, after }) => (
        <line
          key={after}
          x1={x(position)}
          x2={x(position)}
          y1={0}
          y2={LANE_HEIGHT}
          stroke={euiTheme.colors.lightShade}
        />
      ))}
      {point && before && (
        <line
          x1={x(before.position)}
          x2={x(point.position)}
          y1={MIDDLE}
          y2={MIDDLE}
          stroke={euiTheme.colors.primary}
          strokeWidth={3}
          strokeDasharray="4 3"
        />
      )}
      {point && (
        <circle cx={x(point.position)} cy={MIDDLE} r={DOT} fill={euiTheme.colors.primary} />
      )}
    </svg>
  );
}

function Axis({ timeline: { ticks } }: { timeline: Timeline }) {
  const { euiTheme } = useEuiTheme();
  const anchor = (position: number): 'start' | 'middle' | 'end' =>
    position < 0.05 ? 'start' : position > 0.95 ? 'end' : 'middle';
  return (
    <svg width="100%" height={20} aria-hidden focusable="false">
      {ticks.map(({ position, after }) => (
        <text
          key={after}
          x={x(position)}
          y={14}
          textAnchor={anchor(position)}
          fontSize={12}
          fill={euiTheme.colors.subduedText}
        >
          {after === 0 ? '0' : `+${durationWords(after)}`}
        </text>
      ))}
    </svg>
  );
}
