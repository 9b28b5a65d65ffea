// SPDX-License-Identifier: Apache-2.0
export type { AlertContext } from './alert_context';
export { buildingBlockIds, shellId, type Ancestor } from './alert_ids';
export {
  buildAlerts,
  type AlertDocument,
  type SequenceAlert,
  type SourceEvent,
} from './build_alerts';
export type { SecurityRule, SecurityRuleParams } from './security_rule';
