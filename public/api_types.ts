// SPDX-License-Identifier: Apache-2.0

/** `GET /internal/recently_compiled/rule`. Times are ISO 8601 in UTC. */
export interface RuleState {
  installed: boolean;
  enabled: boolean;
  /** The Security rule that controls ours. */
  linked: { id: string; name: string } | null;
  lastRun: {
    at: string;
    outcome: 'succeeded' | 'warning' | 'failed';
    message: string | null;
  } | null;
  nextRun: string | null;
}

export type RuleAction = 'install' | 'enable' | 'disable' | 'run';

/** One readiness check, `GET /internal/recently_compiled/readiness`. */
export interface Check {
  id: string;
  title: string;
  status: 'ok' | 'warning' | 'error' | 'unknown';
  message: string;
  remedy?: string;
}

export interface Readiness {
  checks: Check[];
}
