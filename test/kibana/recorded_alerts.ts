// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type {
  AlertContext,
  SecurityRule,
  SecurityRuleParams,
  SourceEvent,
} from '../../common/alerts';

export type Fields = Readonly<Record<string, unknown>>;

interface RecordedHit {
  readonly _id: string;
  readonly _source: Fields;
}

interface RecordedRule {
  readonly id: string;
  readonly attributes: Fields & {
    readonly params: SecurityRuleParams;
    readonly schedule: { readonly interval: string };
  };
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(__dirname, 'recorded', name), 'utf8'));

const GROUP_INDEX = 'kibana.alert.group.index';
const ORIGINAL_EVENT = 'kibana.alert.original_event.';

const hits = (read('security_alerts_sequence.json') as { hits: { hits: readonly RecordedHit[] } })
  .hits.hits;

/** The alerts that a real Kibana 8.12.2 wrote for one sequence. */
export const recordedBlocks: readonly RecordedHit[] = hits
  .filter(({ _source }) => GROUP_INDEX in _source)
  .sort((a, b) => Number(a._source[GROUP_INDEX]) - Number(b._source[GROUP_INDEX]));

export const recordedShell = hits.find(({ _source }) => !(GROUP_INDEX in _source)) as RecordedHit;

/** The event that a recorded building block was made from. */
export const sourceEventOf = ({ _source }: RecordedHit): SourceEvent => {
  const [ancestor] = _source['kibana.alert.ancestors'] as [{ id: string; index: string }];
  const entries = Object.entries(_source);
  const event = entries
    .filter(([name]) => name.startsWith(ORIGINAL_EVENT))
    .map(([name, value]) => [name.slice(ORIGINAL_EVENT.length), value]);
  const others = entries.filter(([name]) => !/^(?:kibana|event)\./.test(name));
  return {
    _id: ancestor.id,
    _index: ancestor.index,
    _source: {
      ...Object.fromEntries(others),
      '@timestamp': _source['kibana.alert.original_time'],
      event: Object.fromEntries(event) as Fields,
    },
  };
};

/** The rule as it was when the alerts were written: its exception list was attached later. */
export const recordedRule = (): SecurityRule => {
  const [{ id, attributes }] = read('alert_saved_objects.json') as [RecordedRule];
  return {
    uuid: id,
    name: attributes['name'] as string,
    tags: attributes['tags'] as string[],
    enabled: attributes['enabled'] as boolean,
    interval: attributes.schedule.interval,
    actions: attributes['actions'] as unknown[],
    createdAt: attributes['createdAt'] as string,
    createdBy: attributes['createdBy'] as string,
    updatedAt: recordedShell._source['kibana.alert.rule.updated_at'] as string,
    updatedBy: attributes['updatedBy'] as string,
    revision: recordedShell._source['kibana.alert.rule.revision'] as number,
    params: { ...attributes.params, exceptionsList: [] },
  };
};

export const recordedContext: AlertContext = {
  now: Date.parse(recordedShell._source['@timestamp'] as string),
  spaceId: 'default',
  kibanaVersion: '8.12.2',
  executionId: recordedShell._source['kibana.alert.rule.execution.uuid'] as string,
  address: { basePath: '', publicBaseUrl: undefined },
};
