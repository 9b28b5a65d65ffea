// SPDX-License-Identifier: Apache-2.0
import {
  RuleRunner,
  type RunnerOptions,
  type RunOptions as RunnerRunOptions,
  type RunResult as RunnerResult,
} from '../../../standalone/kibana/rule_runner';
import { recordingLogger } from './logger';

export type HarnessOptions = Omit<RunnerOptions, 'logger'> & Partial<Pick<RunnerOptions, 'logger'>>;

export interface RunOptions extends Omit<RunnerRunOptions, 'abandon'> {
  /** When it is aborted this Kibana dies: nothing of the run is kept, and its clients are cut off. */
  readonly crash?: AbortSignal;
}

export interface RunResult extends Omit<RunnerResult, 'outcome'> {
  readonly outcome: Exclude<RunnerResult['outcome'], 'abandoned'> | 'crashed';
}

/** One Kibana's task runner, which tests can let crash in the middle of a run. */
export class ExecutorHarness {
  private readonly runner: RuleRunner;

  constructor(options: HarnessOptions) {
    this.runner = new RuleRunner({ logger: recordingLogger(), ...options });
  }

  async run(ruleId: string, { crash, ...run }: RunOptions): Promise<RunResult> {
    const result = await this.runner.run(ruleId, { ...run, ...(crash && { abandon: crash }) });
    return { ...result, outcome: result.outcome === 'abandoned' ? 'crashed' : result.outcome };
  }
}
