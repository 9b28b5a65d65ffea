// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DoubleDocument } from '../doubles/elasticsearch/elasticsearch_double';
import type { KibanaDouble } from '../doubles/kibana/kibana_double';
import type { StoredObject } from '../../standalone/kibana/saved_objects';
import { useScenario, type Scenario, type ScenarioOptions } from './scenario';

type Fields = Readonly<Record<string, unknown>>;

/** A Security rule as a real Kibana 8.12.2 stores it. */
const [RECORDED] = JSON.parse(
  readFileSync(path.join(__dirname, '../kibana/recorded/alert_saved_objects.json'), 'utf8'),
) as [StoredObject & { readonly attributes: { readonly params: Fields } }];

export const SECURITY_RULE_ID = RECORDED.id;

export interface RuleChanges {
  readonly attributes?: Fields;
  readonly params?: Fields;
}

/** Puts the recorded Security rule into Kibana, or changes it there. */
export const putSecurityRule = (
  kibana: KibanaDouble,
  { attributes = {}, params = {} }: RuleChanges = {},
): void =>
  kibana.savedObjects.put({
    ...RECORDED,
    attributes: {
      ...RECORDED.attributes,
      ...attributes,
      params: { ...RECORDED.attributes.params, ...params },
    },
  });

/** An event with the index that it really lies in. */
export interface PlacedEvent {
  readonly _id: string;
  readonly _index: string;
}

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('')).digest('hex');

/** The ids that Security gives to the alerts of a sequence (recomputed from alerts of a real Kibana 8.12.2). */
export const securityIds = (
  events: readonly PlacedEvent[],
): { readonly blocks: string[]; readonly shell: string } => {
  const places = events.map(({ _id, _index }) => _id + _index);
  const base = places.map((place) => place + SECURITY_RULE_ID);
  const blocks = places.map((_, i) => hash(...base, String(i)));
  const ancestors = places.flatMap((place, i) => [place, blocks[i] ?? '']);
  return { blocks, shell: hash(...ancestors, SECURITY_RULE_ID) };
};

/** The alerts of a sequence as Elastic's own executor leaves them, with the fields that tell whose they are. */
export const elasticsAlerts = (events: readonly PlacedEvent[]): DoubleDocument[] => {
  const { blocks, shell } = securityIds(events);
  const own = {
    'kibana.alert.rule.uuid': SECURITY_RULE_ID,
    'kibana.alert.rule.rule_type_id': 'siem.eqlRule',
    'kibana.alert.group.id': shell,
    'kibana.space_ids': ['default'],
  };
  const parent = ({ _id, _index }: PlacedEvent): Fields => ({
    id: _id,
    type: 'event',
    index: _index,
    depth: 0,
  });
  return [
    ...events.map((event, i) => ({
      _id: blocks[i] ?? '',
      _source: {
        ...own,
        'kibana.alert.uuid': blocks[i],
        'kibana.alert.building_block_type': 'default',
        'kibana.alert.group.index': i,
        'kibana.alert.ancestors': [parent(event)],
      },
    })),
    {
      _id: shell,
      _source: {
        ...own,
        'kibana.alert.uuid': shell,
        'kibana.alert.ancestors': events.flatMap((event, i) => [
          parent(event),
          { id: blocks[i], type: 'signal', index: '', depth: 1, rule: SECURITY_RULE_ID },
        ]),
      },
    },
  ];
};

/** Starts scenarios of our rule with a link, and with the Security rule that it leads to. */
export const useLinkedScenario = (
  defaults: ScenarioOptions = {},
): ((changes?: RuleChanges) => Promise<Scenario>) => {
  const start = useScenario(defaults);
  return async (changes = {}) => {
    const scenario = await start({ params: { securityRuleId: SECURITY_RULE_ID } });
    putSecurityRule(scenario.kibana, changes);
    return scenario;
  };
};
