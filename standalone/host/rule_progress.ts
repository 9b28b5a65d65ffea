// SPDX-License-Identifier: Apache-2.0
import {
  FIRST_STATE,
  parseRunState,
  type RunState,
} from '../../server/rule_type/executor/run_state';
import type { Alerting } from '../kibana/alerting';

interface TaskState {
  readonly alertTypeState?: Readonly<Record<string, unknown>>;
}

/**
 * Sets the checkpoint of a rule back to a time, so that its next run searches all events from there on;
 * alerts that are there already are not raised again. One that is further back stays.
 */
export const searchAgainFrom = (alerting: Alerting, ruleId: string, time: number): void => {
  const task = JSON.parse(alerting.tasks.get(ruleId)?.state ?? '{}') as TaskState;
  const state = parseRunState(task.alertTypeState ?? {}) ?? FIRST_STATE;
  const { checkpoint } = state;
  const from = Math.min(time, checkpoint ? Date.parse(checkpoint.searchedTo) : Infinity);
  const searchedTo = new Date(from).toISOString();
  const changed: RunState = {
    ...state,
    checkpoint: { ingestedTo: searchedTo, ...checkpoint, searchedTo },
  };
  alerting.tasks.set(ruleId, { state: JSON.stringify({ ...task, alertTypeState: changed }) });
};
