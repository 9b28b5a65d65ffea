// SPDX-License-Identifier: Apache-2.0
import type { Rule, RunMetrics } from '../../common/api';

export interface LastRun {
  status: 'succeeded' | 'warning' | 'failed';
  /** ISO; null when Kibana does not tell. */
  at: string | null;
  /** Why it failed, or what it warns of. */
  remarks: string[];
}

/**
 * How the last run ended. A run that failed before its end leaves its reason with Kibana only; of all others
 * our own record tells the warnings one by one.
 */
export function lastRunOf({ outcome, lastRun }: Rule): LastRun | null {
  if (outcome === null) {
    return null;
  }
  const { status, messages, at } = outcome;
  if (status === 'succeeded') {
    return { status, at, remarks: [] };
  }
  const warnings = status === 'warning' ? (lastRun?.warnings ?? []) : [];
  return { status, at, remarks: warnings.length > 0 ? warnings : messages };
}

export interface Figure {
  title: string;
  description: string;
}

/** The counts of the newest run that came to its end, each with what it counts. */
export function runFigures(run: RunMetrics): Figure[] {
  return [
    { title: count(run.created), description: run.created === 1 ? 'new alert' : 'new alerts' },
    { title: count(run.alreadyThere), description: 'already there' },
    { title: count(run.excluded), description: 'excluded' },
    { title: count(run.waiting), description: 'left to the next run' },
    { title: count(run.events), description: 'events searched' },
    { title: seconds(run.durationMs), description: 'taken' },
  ];
}

const count = (value: number): string => value.toLocaleString('en');

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
