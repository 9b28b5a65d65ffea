// SPDX-License-Identifier: Apache-2.0
import { dateAt, EVENT_SCHEMA } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import type { AlertContext } from './alert_context';
import { ancestorOf } from './alert_ids';
import { alertIds } from './alert_identity';
import { chainReason } from './chain_reason';
import { drillDownUrl, securityAlertUrl } from './alert_links';
import { eventFields } from './event_fields';
import { finderFields } from './finder_fields';
import { indexableSource } from './indexable_source';
import { intersection } from './intersection';
import { lineageReason } from './lineage_reason';
import { lineageRecord, PARAMETERS, withRecord, type FileStep } from './lineage_record';
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
  /** In the order of the events; fewer than the stages where events were not recorded. */
  readonly blocks: readonly AlertDocument[];
  readonly shell: AlertDocument;
}

/** What lineage knows of a sequence beyond its events. */
export interface LineageFacts {
  readonly story: readonly FileStep[];
}

/**
 * The documents of one sequence, with the fields and ids of Security's own, so that its alerts page,
 * flyout and Timeline take them for theirs, and a sequence that Security found as well is the same alert.
 * The shell says more than Security's: see `shell_fields.ts`.
 *
 * @param events by stage; null for one that was not recorded, which gets no building block. The blocks of the
 *   others are numbered by stage all the same.
 * @param lineage of a sequence that lineage found; absent for one of the published query
 */
export const buildAlerts = (
  events: readonly (SourceEvent | null)[],
  rule: SecurityRule,
  context: AlertContext,
  lineage?: LineageFacts,
): SequenceAlert => {
  const sources = events.map((event) => event && indexableSource(event._source, EVENT_SCHEMA));
  const present = events.flatMap((event, stage) => {
    const source = sources[stage];
    return event && source ? [{ event, source, stage }] : [];
  });
  const {
    blocks: ids,
    shell: groupId,
    ancestors,
  } = alertIds(
    present.map(({ event }) => event),
    rule.uuid,
  );
  const common = commonFields(rule, context);
  const blocks = present.map(({ event, source, stage }, i) => ({
    _id: ids[i] ?? '',
    _source: {
      ...eventFields(source),
      ...common,
      'kibana.alert.ancestors': [ancestorOf(event)],
      'kibana.alert.building_block_type': 'default',
      'kibana.alert.depth': 1,
      'kibana.alert.group.id': groupId,
      'kibana.alert.group.index': stage,
      'kibana.alert.original_time': timeOf(source),
      'kibana.alert.reason': blockReason(source, rule),
      ...identity(ids[i] ?? '', context),
    },
  }));
  const byStage = sources.map((source) => source ?? {});
  const shell = {
    _id: groupId,
    _source: {
      ...shellFields(intersection(blocks.map(({ _source }) => sharedPart(_source))), byStage),
      ...common,
      ...(lineage && {
        [PARAMETERS]: withRecord(common[PARAMETERS], lineageRecord(events, lineage.story)),
      }),
      ...finderFields(context, lineage ? 'lineage' : 'published'),
      'event.url': drillDownUrl(context.address, context.spaceId, groupId),
      'kibana.alert.ancestors': ancestors,
      'kibana.alert.depth': 2,
      'kibana.alert.group.id': groupId,
      'kibana.alert.original_time': timeOf(present[0]?.source ?? {}),
      'kibana.alert.reason': lineage ? lineageReason(sources, lineage.story) : chainReason(byStage),
      ...identity(groupId, context),
    },
  };
  return { blocks, shell };
};

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
  const timestamp = dateAt(source, '@timestamp');
  return timestamp === undefined ? null : new Date(timestamp).toISOString();
};
