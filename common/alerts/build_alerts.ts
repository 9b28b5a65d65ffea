// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA, readDefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import type { AlertContext } from './alert_context';
import { buildingBlockIds, shellId, type Ancestor } from './alert_ids';
import { chainReason } from './chain_reason';
import { drillDownUrl, securityAlertUrl } from './alert_links';
import { eventFields } from './event_fields';
import { finderFields } from './finder_fields';
import { indexableSource } from './indexable_source';
import { intersection } from './intersection';
import { blockReason } from './reason';
import { ruleFields } from './rule_fields';
import type { SecurityRule } from './security_rule';
import { shellFields } from './shell_fields';

type Fields = Readonly<Record<string, unknown>>;

/** An event of a sequence, with where it stands; both decide the alert's id. */
export interface SourceEvent {
  readonly _id: string;
  /** The concrete backing index. */
  readonly _index: string;
  readonly _source: EventSource;
}

export interface AlertDocument {
  readonly _id: string;
  readonly _source: Fields;
}

/** The alert that people see, and one hidden alert per event that Timeline needs. */
export interface SequenceAlert {
  /** In the order of the events. */
  readonly blocks: readonly AlertDocument[];
  readonly shell: AlertDocument;
}

/**
 * The documents of one sequence, with the fields and ids of Security's own, so that its alerts page,
 * flyout and Timeline take them for theirs, and a sequence that Security found as well is the same alert.
 * The shell says more than Security's: see `shell_fields.ts`.
 */
export const buildAlerts = (
  events: readonly SourceEvent[],
  rule: SecurityRule,
  context: AlertContext,
): SequenceAlert => {
  const sources = events.map(({ _source }) => indexableSource(_source, EVENT_SCHEMA));
  const parents = events.map(toAncestor);
  const ids = buildingBlockIds(parents, rule.uuid);
  const ancestors = parents.flatMap((parent, i) => [parent, blockAncestor(ids[i] ?? '', rule)]);
  const groupId = shellId(ancestors, rule.uuid);
  const common = commonFields(rule, context);
  const blocks = sources.map((source, i) => ({
    _id: ids[i] ?? '',
    _source: {
      ...eventFields(source),
      ...common,
      'kibana.alert.ancestors': parents.slice(i, i + 1),
      'kibana.alert.building_block_type': 'default',
      'kibana.alert.depth': 1,
      'kibana.alert.group.id': groupId,
      'kibana.alert.group.index': i,
      'kibana.alert.original_time': timeOf(source),
      'kibana.alert.reason': blockReason(source, rule),
      ...identity(ids[i] ?? '', context),
    },
  }));
  const shell = {
    _id: groupId,
    _source: {
      ...shellFields(intersection(blocks.map(({ _source }) => sharedPart(_source))), sources),
      ...common,
      ...finderFields(context),
      'event.url': drillDownUrl(context.address, context.spaceId, groupId),
      'kibana.alert.ancestors': ancestors,
      'kibana.alert.depth': 2,
      'kibana.alert.group.id': groupId,
      'kibana.alert.original_time': timeOf(sources[0] ?? {}),
      'kibana.alert.reason': chainReason(sources),
      ...identity(groupId, context),
    },
  };
  return { blocks, shell };
};

const toAncestor = ({ _id, _index }: SourceEvent): Ancestor => ({
  id: _id,
  type: 'event',
  index: _index,
  depth: 0,
});

const blockAncestor = (id: string, { uuid }: SecurityRule): Ancestor => ({
  id,
  type: 'signal',
  index: '',
  depth: 1,
  rule: uuid,
});

const identity = (id: string, { address, spaceId, now }: AlertContext): Fields => {
  const url = securityAlertUrl(address, spaceId, { id, timestamp: new Date(now).toISOString() });
  return { 'kibana.alert.uuid': id, ...(url === undefined ? {} : { 'kibana.alert.url': url }) };
};

const commonFields = (rule: SecurityRule, context: AlertContext): Fields => {
  const written = new Date(context.now).toISOString();
  return {
    '@timestamp': written,
    'kibana.alert.start': written,
    'kibana.alert.last_detected': written,
    'kibana.alert.status': 'active',
    'kibana.alert.workflow_status': 'open',
    'kibana.alert.workflow_tags': [],
    'kibana.alert.workflow_assignee_ids': [],
    'kibana.alert.severity': rule.params.severity,
    'kibana.alert.risk_score': rule.params.riskScore,
    'kibana.space_ids': [context.spaceId],
    'kibana.version': context.kibanaVersion,
    ...ruleFields(rule, context),
  };
};

/** What the shell takes from its blocks: all but what belongs to a block itself. */
const sharedPart = (block: Fields): Fields =>
  Object.fromEntries(
    Object.entries(block).filter(
      ([name]) =>
        name === 'event.kind' ||
        name.startsWith('kibana.alert.original_event.') ||
        !(name.startsWith('kibana.') || name === '@timestamp'),
    ),
  );

const timeOf = (source: EventSource): string | null => {
  const { timestamp } = readDefendEvent(source);
  return timestamp === undefined ? null : new Date(timestamp).toISOString();
};
