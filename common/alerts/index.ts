// SPDX-License-Identifier: Apache-2.0
export type { AlertContext, KibanaAddress } from './alert_context';
export { bareDocument } from './bare_document';
export { buildingBlockIds, shellId, type Ancestor } from './alert_ids';
export { alertsAlias, drillDownUrl } from './alert_links';
export {
  buildAlerts,
  type AlertDocument,
  type SequenceAlert,
  type SourceEvent,
} from './build_alerts';
export { eventOfBlockSource } from './event_of_block';
export { asSecurityRule, type OwnRule } from './own_rule';
export { RULESET } from './finder_fields';
export type { SecurityRule, SecurityRuleParams } from './security_rule';
