// SPDX-License-Identifier: Apache-2.0
import { MAX_RUNS, type Run } from '../../common/api';
import type { SanitizedRule } from '../kibana_contracts';
import type { PastRun } from '../rule_type/executor/run_state';

type Monitored = NonNullable<SanitizedRule['monitoring']>['run']['history'][number];

/**
 * The last runs, newest first. Runs that came to their end tell their figures in the state of the rule; those
 * that threw leave none there (the framework keeps the state from before), only a line in Kibana's monitoring.
 */
export const pastRuns = (
  history: readonly PastRun[],
  monitored: readonly Monitored[],
): readonly Run[] =>
  [...history, ...withoutRun(monitored, history).map(onlyMonitored)]
    // Where time stands still, as over a recording, those that came last are the newest.
    .reverse()
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
    .slice(0, MAX_RUNS);

/** Kibana notes a time shortly after it has started the run, so a line is of the run that was under way then. */
const withoutRun = (
  monitored: readonly Monitored[],
  history: readonly PastRun[],
): readonly Monitored[] => {
  const left = new Set(monitored);
  for (const { startedAt, durationMs, outcome } of history) {
    const start = Date.parse(startedAt);
    const lines = [...left].filter(
      ({ timestamp }) => timestamp >= start && timestamp <= start + durationMs,
    );
    const line = lines.find(({ success }) => success === (outcome !== 'failed')) ?? lines[0];
    if (line) {
      left.delete(line);
    }
  }
  return [...left];
};

const onlyMonitored = ({ timestamp, success, duration }: Monitored): Run => ({
  startedAt: new Date(timestamp).toISOString(),
  outcome: success ? 'succeeded' : 'failed',
  durationMs: duration ?? null,
  events: null,
  sequences: null,
  created: null,
  latenessMs: null,
  gapMs: null,
});
