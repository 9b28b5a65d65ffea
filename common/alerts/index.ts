// SPDX-License-Identifier: Apache-2.0
export type { AlertContext, KibanaAddress } from './alert_context';
export { identifyAlert, type AlertIdentity, type EventPlace } from './alert_identity';
export { bareDocument } from './bare_document';
export { buildingBlockIds, shellId, type Ancestor } from './alert_ids';
export { alertsAlias, drillDownUrl } from './alert_links';
export {
  buildAlerts,
  type AlertDocument,
  type LineageFacts,
  type SequenceAlert,
  type SourceEvent,
} from './build_alerts';
export { chainReason } from './chain_reason';
export { lineageReason } from './lineage_reason';
export { eventOfBlockSource } from './event_of_block';
export { asSecurityRule, type OwnRule } from './own_rule';
export { detectionOf, RULESET } from './finder_fields';
export {
  LINEAGE_RECORD,
  readLineageRecord,
  STORY_STEPS,
  type FileStep,
  type LineageRecord,
  type RecordedStep,
} from './lineage_record';
export { STAGES, type Stage } from './stages';
export type { SecurityRule, SecurityRuleParams } from './security_rule';
