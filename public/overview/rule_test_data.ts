// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../../common/api';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';

/** A rule as the server tells it, just installed. */
export const NEW_RULE: Rule = {
  id: 'c0ffee',
  name: 'Recently Compiled',
  enabled: true,
  revision: 0,
  params: DEFAULT_RULE_PARAMS,
  paramProblems: [],
  link: null,
  createdBy: 'manager',
  createdAt: '2026-11-24T11:30:00.000Z',
  updatedBy: null,
  updatedAt: '2026-11-24T11:35:00.000Z',
  running: false,
  nextRun: '2026-11-24T11:46:15.000Z',
  outcome: null,
  runs: [],
  lastRun: null,
  checkpoint: null,
};

export const RUN_METRICS: NonNullable<Rule['lastRun']> = {
  startedAt: '2026-11-24T11:41:15.000Z',
  durationMs: 1234,
  events: 12345,
  sequences: 4,
  created: 1,
  alreadyThere: 2,
  excluded: 1,
  waiting: 50,
  lateRanges: 0,
  gapMs: 0,
  summary: 'Searched 12345 events',
  warnings: ['50 more wait for the next run. None is lost.', 'No file events. Turn them on.'],
};
