// SPDX-License-Identifier: Apache-2.0
import type { MappingProperty } from '../../common/eql/types/mapping';
import { EVENT_MAPPING } from './event_mapping';
import type { IndexSettings } from './store/store';

const of = (type: string, ...names: readonly string[]): Record<string, MappingProperty> =>
  Object.fromEntries(names.map((name) => [name, { type }]));

/** Security's own fields, with the types of its index in 8.12.2. */
const ALERT_FIELDS: Readonly<Record<string, MappingProperty>> = {
  ...of('date', 'start', 'end', 'last_detected', 'original_time', 'workflow_status_updated_at'),
  ...of('keyword', 'status', 'workflow_status', 'workflow_reason', 'workflow_user', 'uuid'),
  ...of('keyword', 'workflow_tags', 'workflow_assignee_ids', 'reason', 'severity'),
  ...of(
    'keyword',
    'building_block_type',
    'action_group',
    'maintenance_window_ids',
    'system_status',
  ),
  ...of('long', 'depth'),
  ...of('float', 'risk_score'),
  url: { type: 'keyword', index: false },
  ancestors: {
    properties: { ...of('keyword', 'id', 'index', 'rule', 'type'), ...of('long', 'depth') },
  },
  group: { properties: { ...of('keyword', 'id'), ...of('integer', 'index') } },
  instance: { properties: of('keyword', 'id') },
  original_event: {
    properties: {
      ...of('keyword', 'action', 'agent_id_status', 'category', 'code', 'dataset', 'hash', 'id'),
      ...of('keyword', 'kind', 'module', 'original', 'outcome', 'provider', 'reason'),
      ...of('keyword', 'reference', 'timezone', 'type', 'url'),
      ...of('date', 'created', 'end', 'ingested', 'start'),
      ...of('long', 'duration', 'sequence', 'severity'),
      ...of('float', 'risk_score', 'risk_score_norm'),
    },
  },
  rule: {
    properties: {
      ...of('keyword', 'author', 'building_block_type', 'category', 'consumer', 'created_by'),
      ...of('keyword', 'description', 'enabled', 'false_positives', 'from', 'immutable'),
      ...of('keyword', 'indices', 'interval', 'license', 'max_signals', 'name', 'namespace'),
      ...of('keyword', 'note', 'producer', 'references', 'rule_id', 'rule_name_override'),
      ...of('keyword', 'rule_type_id', 'severity', 'tags', 'throttle', 'timeline_id'),
      ...of('keyword', 'timeline_title', 'timestamp_override', 'to', 'type', 'updated_by'),
      ...of('keyword', 'uuid', 'version'),
      ...of('date', 'created_at', 'updated_at'),
      ...of('long', 'revision'),
      ...of('float', 'risk_score'),
      parameters: { type: 'flattened', ignore_above: 4096 },
      exceptions_list: { type: 'object' },
      actions: { type: 'object' },
      risk_score_mapping: { type: 'object' },
      severity_mapping: { type: 'object' },
      threat: {
        properties: {
          framework: { type: 'keyword' },
          tactic: { properties: of('keyword', 'id', 'name', 'reference') },
          technique: {
            properties: {
              ...of('keyword', 'id', 'name', 'reference'),
              subtechnique: { properties: of('keyword', 'id', 'name', 'reference') },
            },
          },
        },
      },
      execution: { properties: { ...of('keyword', 'uuid'), ...of('date', 'timestamp') } },
    },
  },
};

export const alertAlias = (spaceId: string): string => `.alerts-security.alerts-${spaceId}`;

export const alertIndexName = (spaceId: string): string =>
  `.internal.alerts-security.alerts-${spaceId}-000001`;

/** The index that Security makes for the alerts of a space, with its alias to write to. */
export const securityAlertIndex = (spaceId: string): IndexSettings => ({
  aliases: {
    [alertAlias(spaceId)]: { is_write_index: true },
    [`.siem-signals-${spaceId}`]: { is_write_index: false },
  },
  mappings: {
    dynamic: false,
    properties: {
      ...EVENT_MAPPING.properties,
      kibana: {
        properties: {
          alert: { properties: ALERT_FIELDS },
          space_ids: { type: 'keyword' },
          version: { type: 'version' },
        },
      },
    },
  },
});
