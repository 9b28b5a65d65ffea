// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { KibanaAddress, OwnRule } from '../../common/alerts';
import { durationMs } from '../../common/rule';
import { Failure } from '../failure';
import type { RuleExecutorOptions } from '../kibana_contracts';
import { inWords, type Notice } from '../notice';
import type { Clock } from '../retry';
import { reachOf } from '../search/find_sequences';
import { FIRST_STATE, parseRunState } from './executor/run_state';
import type { RunInput, RunPorts } from './executor/run_ports';
import { runRule } from './executor/run_rule';
import { report } from './report';
import { parseRuleTypeParams, type RuleTypeParams } from './rule_type_params';
import { runTime, type RunTime } from './run_time';

export interface ExecutorDependencies {
  readonly kibanaVersion: string;
  readonly address: KibanaAddress;
  readonly clock: Clock;
  readonly portsFor: (options: RuleExecutorOptions, time: RunTime) => Promise<RunPorts>;
}

export interface ExecuteOptions extends ExecutorDependencies {
  /** How long the run may take before Kibana gives it up, in milliseconds. */
  readonly timeout: number;
}

/** Runs our rule for the alerting framework. What it throws, people read as the reason of the failure. */
export const execute = async (
  options: RuleExecutorOptions,
  { kibanaVersion, address, clock, portsFor, timeout }: ExecuteOptions,
): Promise<{ state: Record<string, unknown> }> => {
  const params = paramsOf(options);
  const state = parseRunState(options.state);
  const time = runTime(() => options.services.shouldStopExecution(), clock, timeout);
  const input: RunInput = {
    rule: ownRule(options),
    params,
    spans: {
      from: durationMs(params.from) ?? 0,
      reach: reachOf(params),
      maxLateness: durationMs(params.maxLateness) ?? 0,
    },
    state: state ?? FIRST_STATE,
    startedAt: options.startedAt.getTime(),
    executionId: options.executionId,
    spaceId: options.spaceId,
    kibanaVersion,
    address,
    signal: time.signal,
    shouldEnd: time.shouldEnd,
  };
  try {
    const result = await runRule(input, await portsFor(options, time));
    const warnings = [...(state ? [] : [unreadableState()]), ...result.warnings];
    report({ ...result, warnings }, options.services);
    return { state: result.state };
  } catch (error) {
    throw error instanceof Failure ? new Error(inWords(error), { cause: error }) : error;
  } finally {
    time.release();
  }
};

const unreadableState = (): Notice => ({
  message: i18n.translate('recentlyCompiled.run.unreadableState', {
    defaultMessage:
      'What the last run left behind can not be read, so this run searched all the time since the rule was last saved',
  }),
  remedy: i18n.translate('recentlyCompiled.run.unreadableStateRemedy', {
    defaultMessage: 'Nothing is to be done, what has an alert already gets no second one',
  }),
});

const paramsOf = ({ params }: RuleExecutorOptions): RuleTypeParams => {
  const parsed = parseRuleTypeParams(params);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(inWords).join(' '));
  }
  return parsed.params;
};

const ownRule = ({ rule }: RuleExecutorOptions): OwnRule => ({
  uuid: rule.id,
  name: rule.name,
  tags: rule.tags,
  enabled: rule.enabled,
  interval: rule.schedule.interval,
  actions: rule.actions,
  createdAt: new Date(rule.createdAt).toISOString(),
  createdBy: rule.createdBy,
  updatedAt: new Date(rule.updatedAt).toISOString(),
  updatedBy: rule.updatedBy,
  revision: rule.revision ?? 0,
});
