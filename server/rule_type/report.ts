// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { RuleExecutorServices } from '../kibana_contracts';
import { inWords, type Notice } from '../notice';
import { actionContext } from './action_context';
import type { RunResult } from './executor/run_ports';

/** The only action group. */
export const ACTION_GROUP_ID = 'default';

/** Tells the alerting framework what a run has found, and starts the rule's actions. */
export const report = (result: RunResult, services: RuleExecutorServices): void => {
  const warnings = [...result.warnings, ...startActions(result, services)];
  measure(result, services);
  const { ruleResultService: outcome } = services;
  for (const warning of warnings) {
    outcome?.addLastRunWarning(inWords(warning));
  }
  if (result.failure) {
    outcome?.addLastRunError(inWords(result.failure));
  }
  outcome?.setLastRunOutcomeMessage(
    [
      ...(result.failure ? [inWords(result.failure)] : []),
      ...warnings.map(inWords),
      ...(warnings.some(({ message }) => message === result.summary) ? [] : [`${result.summary}.`]),
    ].join(' '),
  );
};

const startActions = (
  { created }: RunResult,
  { alertFactory }: RuleExecutorServices,
): readonly Notice[] => {
  const limit = alertFactory.alertLimit.getValue();
  for (const alert of created.slice(0, limit)) {
    alertFactory.create(alert.shell._id).scheduleActions(ACTION_GROUP_ID, actionContext(alert));
  }
  const without = created.length - limit;
  alertFactory.alertLimit.setLimitReached(without > 0);
  return without > 0
    ? [
        {
          message: i18n.translate('recentlyCompiled.run.actions', {
            defaultMessage:
              'Kibana starts the actions of at most {limit} alerts in one run; {without, plural, one {{without} alert was} other {{without} alerts were}} written without any',
            values: { limit, without },
          }),
          remedy: i18n.translate('recentlyCompiled.run.actionsRemedy', {
            defaultMessage:
              'Lower the most alerts of a run, or raise xpack.alerting.rules.run.alerts.max',
          }),
        },
      ]
    : [];
};

const measure = (
  { metrics }: RunResult,
  { ruleMonitoringService: monitoring }: RuleExecutorServices,
): void => {
  monitoring?.setLastRunMetricsTotalSearchDurationMs(metrics.searching);
  monitoring?.setLastRunMetricsTotalIndexingDurationMs(metrics.writing);
  monitoring?.setLastRunMetricsTotalAlertsDetected(metrics.detected);
  monitoring?.setLastRunMetricsTotalAlertsCreated(metrics.created);
  if (metrics.gap > 0) {
    monitoring?.setLastRunMetricsGapDurationS(Math.ceil(metrics.gap / 1000));
  }
};
