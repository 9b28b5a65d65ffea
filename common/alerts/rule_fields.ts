// SPDX-License-Identifier: Apache-2.0
import type { AlertContext } from './alert_context';
import type { SecurityRule, SecurityRuleParams } from './security_rule';

type Fields = Readonly<Record<string, unknown>>;

/** Alerts show in Security whatever rule type writes them, as long as they say this (8.12 and 9.x). */
const SECURITY_EQL_RULE = {
  'kibana.alert.rule.category': 'Event Correlation Rule',
  'kibana.alert.rule.consumer': 'siem',
  'kibana.alert.rule.producer': 'siem',
  'kibana.alert.rule.rule_type_id': 'siem.eqlRule',
} as const;

/** Parameters that Security copies into fields of their own where the rule has them. */
const OPTIONAL = {
  license: 'license',
  namespace: 'namespace',
  note: 'note',
  ruleNameOverride: 'rule_name_override',
  timelineId: 'timeline_id',
  timelineTitle: 'timeline_title',
  timestampOverride: 'timestamp_override',
} as const;

/** Where Security keeps the output index is its own affair; alerts do not carry it. */
const NOT_IN_ALERTS = new Set(['outputIndex']);

/** The `kibana.alert.rule.*` fields of every alert of a rule. */
export const ruleFields = (rule: SecurityRule, { executionId }: AlertContext): Fields => {
  const { params } = rule;
  return {
    ...SECURITY_EQL_RULE,
    'kibana.alert.rule.actions': rule.actions,
    'kibana.alert.rule.author': params.author,
    'kibana.alert.rule.created_at': rule.createdAt,
    'kibana.alert.rule.created_by': rule.createdBy,
    'kibana.alert.rule.description': params.description,
    'kibana.alert.rule.enabled': rule.enabled,
    'kibana.alert.rule.exceptions_list': params.exceptionsList,
    'kibana.alert.rule.execution.uuid': executionId,
    'kibana.alert.rule.false_positives': params.falsePositives,
    'kibana.alert.rule.from': params.from,
    'kibana.alert.rule.immutable': params.immutable,
    'kibana.alert.rule.indices': params.index ?? [],
    'kibana.alert.rule.interval': rule.interval,
    'kibana.alert.rule.max_signals': params.maxSignals,
    'kibana.alert.rule.name': rule.name,
    'kibana.alert.rule.parameters': parameters(params),
    'kibana.alert.rule.references': params.references,
    'kibana.alert.rule.revision': rule.revision,
    'kibana.alert.rule.risk_score': params.riskScore,
    'kibana.alert.rule.risk_score_mapping': params.riskScoreMapping,
    'kibana.alert.rule.rule_id': params.ruleId,
    'kibana.alert.rule.severity': params.severity,
    'kibana.alert.rule.severity_mapping': params.severityMapping,
    'kibana.alert.rule.tags': rule.tags,
    'kibana.alert.rule.threat': params.threat,
    'kibana.alert.rule.to': params.to,
    'kibana.alert.rule.type': params.type,
    'kibana.alert.rule.updated_at': rule.updatedAt,
    'kibana.alert.rule.updated_by': rule.updatedBy,
    'kibana.alert.rule.uuid': rule.uuid,
    'kibana.alert.rule.version': params.version,
    ...optionalFields(params),
  };
};

const optionalFields = (params: SecurityRuleParams): Fields =>
  Object.fromEntries(
    Object.entries(OPTIONAL).flatMap(([param, field]) =>
      params[param] === undefined ? [] : [[`kibana.alert.rule.${field}`, params[param]]],
    ),
  );

/** The parameters by the names that Security's API gives them. */
const parameters = (params: SecurityRuleParams): Fields =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([name, value]) => value !== undefined && !NOT_IN_ALERTS.has(name))
      .map(([name, value]) => [snakeCase(name), value]),
  );

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
