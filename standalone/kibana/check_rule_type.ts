// SPDX-License-Identifier: Apache-2.0
import type { RuleType } from '../../server/kibana_contracts';
import { textOf } from './text_of';

const LICENSES = new Set(['basic', 'standard', 'gold', 'platinum', 'enterprise', 'trial']);

const REQUIRED = [
  ...['id', 'name', 'category', 'producer', 'actionGroups', 'defaultActionGroupId'],
  ...['minimumLicenseRequired', 'isExportable', 'executor', 'validate'],
] as const;

const INTERVAL = /^[1-9]\d*[smhd]$/;

/** Throws where Kibana's registry would refuse the rule type, or could not work with it. */
export const checkRuleType = (ruleType: RuleType, isVersion9: boolean): void => {
  const given = ruleType as unknown as Readonly<Record<string, unknown>>;
  const missing = [...REQUIRED, ...(isVersion9 ? ['solution'] : [])].filter(
    (name) => given[name] === undefined,
  );
  const { id } = ruleType;
  if (missing.length > 0) {
    throw new Error(`Rule type "${id}" lacks ${missing.join(', ')}`);
  }
  if (!/^[a-zA-Z0-9_.-]*$/.test(id)) {
    throw new Error(`expected RuleType Id not to include invalid character: "${id}"`);
  }
  if (!LICENSES.has(ruleType.minimumLicenseRequired)) {
    throw new Error(`"${String(ruleType.minimumLicenseRequired)}" is not a valid license type`);
  }
  const groups = ruleType.actionGroups.map((group) => group.id);
  if (groups.includes('recovered')) {
    throw new Error(
      `Rule type [id="${id}"] cannot be registered. Action groups [recovered] are reserved by the framework.`,
    );
  }
  if (!groups.includes(ruleType.defaultActionGroupId)) {
    throw new Error(`Rule type "${id}" has no action group "${ruleType.defaultActionGroupId}"`);
  }
  checkTimes(given, id);
  checkAlerts(given['alerts'], id);
  if (
    isVersion9 &&
    given['cancelAlertsOnRuleTimeout'] === false &&
    given['autoRecoverAlerts'] !== false
  ) {
    throw new Error(
      `Rule type "${id}" cannot have both cancelAlertsOnRuleTimeout set to false and autoRecoverAlerts set to true.`,
    );
  }
};

const checkTimes = (given: Readonly<Record<string, unknown>>, id: string): void => {
  for (const name of ['ruleTaskTimeout', 'defaultScheduleInterval']) {
    const time = given[name];
    if (time !== undefined && !(typeof time === 'string' && INTERVAL.test(time))) {
      throw new Error(
        `Rule type "${id}" has invalid ${name === 'ruleTaskTimeout' ? 'timeout' : 'default interval'}: ` +
          `string is not a valid duration: ${textOf(time)}.`,
      );
    }
  }
};

/** Security has registered its own alerts under its context. */
const checkAlerts = (alerts: unknown, id: string): void => {
  const context = (alerts as { readonly context?: string } | undefined)?.context;
  if (context === 'security') {
    throw new Error(`security has already been registered with different options`);
  }
  if (alerts !== undefined && context === undefined) {
    throw new Error(`Rule type "${id}" registers alerts without a context`);
  }
};
