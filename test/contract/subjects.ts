// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import { schemaFromFieldCaps } from '../../common/eql/types/field_caps';
import { schemaFromMapping, type MappingProperty } from '../../common/eql/types/mapping';
import type { Schema } from '../../common/eql/types/schema';
import { ElasticsearchEventIndex } from '../../server/search/elasticsearch_event_index';
import { ElasticsearchLineageSearch } from '../../server/search/elasticsearch_lineage_search';
import { ElasticsearchSequenceSearch } from '../../server/search/elasticsearch_sequence_search';
import { EmbeddedEventIndex } from '../../server/search/embedded_event_index';
import { EmbeddedLineageSearch } from '../../server/search/embedded_lineage_search';
import { EmbeddedSequenceSearch } from '../../server/search/embedded_sequence_search';
import type { EventIndex } from '../../server/search/event_index';
import { LINEAGE_CAPS } from '../../server/search/lineage/caps';
import type { LineageSearch } from '../../server/search/lineage_search';
import type { SequenceSearch } from '../../server/search/sequence_search';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import { withElasticsearch } from '../doubles/elasticsearch/target';

export type Properties = Readonly<Record<string, MappingProperty>>;

/** An index with its events; `name` is without what makes it unique. */
export interface WorldIndex {
  readonly name: string;
  readonly properties?: Properties;
  readonly events: readonly Pick<SourceEvent, '_id' | '_source'>[];
}

/** The adapters under test, over the same events. */
export interface Subject {
  readonly search: SequenceSearch;
  readonly lineage: LineageSearch;
  readonly events: EventIndex;
  /** The name that an index really has. */
  indexName(name: string): string;
  close(): Promise<void>;
}

export type OpenSubject = (world: readonly WorldIndex[]) => Promise<Subject>;

const LIMITS = { requestTimeout: 30_000 };

const openElasticsearch: OpenSubject = async (world) => {
  const target = await withElasticsearch();
  const names = new Map(world.map(({ name }) => [name, target.unique(name)]));
  for (const { name, properties = EVENT_MAPPING.properties, events } of world) {
    const index = names.get(name) ?? name;
    await target.createIndex(index, { mappings: { dynamic: false, properties } });
    await target.index(index, events);
  }
  return {
    search: new ElasticsearchSequenceSearch(target.client, LIMITS),
    lineage: new ElasticsearchLineageSearch(target.client, LIMITS, { ...LINEAGE_CAPS, page: 50 }),
    events: new ElasticsearchEventIndex(target.client, LIMITS),
    indexName: (name) => names.get(name) ?? target.unique(name),
    close: () => target.deleteAll(),
  };
};

const openEmbedded: OpenSubject = async (world) => {
  const list = world.flatMap(({ name, events }) =>
    events.map((event) => ({ ...event, _index: name })),
  );
  const events = { list: () => list, schema: schemaOf(world), now: () => 0 };
  return {
    search: new EmbeddedSequenceSearch(events),
    lineage: new EmbeddedLineageSearch(events),
    events: new EmbeddedEventIndex(events),
    indexName: (name) => name,
    close: async () => {},
  };
};

/** One mapping for all, but for the fields whose top-level types differ between the indices. */
const schemaOf = (world: readonly WorldIndex[]): Schema => {
  const properties = world.map(({ properties: own = EVENT_MAPPING.properties }) => own);
  const merged = schemaFromMapping({ properties: Object.assign({}, ...properties) });
  const conflicts = schemaFromFieldCaps({ fields: conflictsOf(world) });
  return {
    names: () => merged.names(),
    field: (name) => conflicts.field(name) ?? merged.field(name),
  };
};

const conflictsOf = (world: readonly WorldIndex[]) => {
  const fields: Record<string, Record<string, { indices: string[] }>> = {};
  for (const { name, properties = {} } of world) {
    for (const [field, { type }] of Object.entries(properties)) {
      if (type !== undefined) {
        ((fields[field] ??= {})[type] ??= { indices: [] }).indices.push(name);
      }
    }
  }
  return Object.fromEntries(Object.entries(fields).filter(([, t]) => Object.keys(t).length > 1));
};

export const SUBJECTS: readonly (readonly [name: string, open: OpenSubject])[] = [
  ['the engine in memory', openEmbedded],
  ['Elasticsearch', openElasticsearch],
];
