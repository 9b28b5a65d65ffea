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
 * From when on each rule has events that came since its last run began. Kept beside the rule's state, which a run
 * that is under way writes at its end. Lost with the process, as the events are.
 */
export class UnsearchedEvents {
  private readonly from = new Map<string, number>();

  /** There are events of this time, in milliseconds since 1970, which none of the rules has searched. */
  add(ruleIds: readonly string[], time: number): void {
    ruleIds.forEach((id) => this.from.set(id, Math.min(time, this.from.get(id) ?? time)));
  }

  /** Tells it once, to the run that is about to begin. */
  take(ruleId: string): number | undefined {
    const time = this.from.get(ruleId);
    this.from.delete(ruleId);
    return time;
  }
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
