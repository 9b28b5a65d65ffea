// SPDX-License-Identifier: Apache-2.0
import { schemaFromMapping, type MappingProperty } from '../../../common/eql/types/mapping';
import type { Schema } from '../../../common/eql/types/schema';
import type { EventDocument } from '../../../common/search';
import { indexNotFound } from '../http/es_error';
import { withFlattened } from './flattened';

export type Source = Readonly<Record<string, unknown>>;

export interface StoredDocument {
  readonly id: string;
  readonly index: StoredIndex;
  readonly source: Source;
  readonly version: number;
  readonly seqNo: number;
  /** Searches see a document after a refresh only. */
  visible: boolean;
}

export interface IndexSettings {
  readonly mappings?: {
    readonly dynamic?: boolean | 'strict' | 'false' | 'true';
    readonly properties?: Readonly<Record<string, MappingProperty>>;
  };
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly aliases?: Readonly<Record<string, { readonly is_write_index?: boolean }>>;
  /** The documents go to a backing index of a data stream of this name. */
  readonly dataStream?: boolean;
}

/** The fields that a document has beside its source, as queries and sorts name them. */
const META: Readonly<Record<string, MappingProperty>> = {
  _id: { type: 'keyword' },
  _index: { type: 'keyword' },
};

/** A concrete index. */
export class StoredIndex {
  readonly documents = new Map<string, StoredDocument>();
  readonly aliases = new Map<string, { readonly is_write_index?: boolean }>();
  readonly uuid: string;
  properties: Readonly<Record<string, MappingProperty>>;
  private cached: { readonly schema: Schema; readonly full: Schema } | undefined;
  private nextSeqNo = 0;
  /** Told of every change; undefined where a document is gone. */
  onChange: (id: string, source: Source | undefined) => void = () => undefined;

  constructor(
    readonly name: string,
    readonly made: IndexSettings,
    readonly dataStream: string | undefined,
  ) {
    this.uuid = Buffer.from(name).toString('base64url').slice(0, 22);
    this.properties = made.mappings?.properties ?? {};
    for (const [alias, options] of Object.entries(made.aliases ?? {})) {
      this.aliases.set(alias, options);
    }
  }

  get dynamic(): 'true' | 'false' | 'strict' {
    const given = String(this.made.mappings?.dynamic ?? 'true');
    return given === 'false' || given === 'strict' ? given : 'true';
  }

  setProperties(properties: Readonly<Record<string, MappingProperty>>): void {
    this.properties = properties;
    this.cached = undefined;
  }

  /** The fields of the sources. */
  get schema(): Schema {
    return this.schemas().schema;
  }

  /** With `_id`, `_index` and the keys of flattened fields. */
  get searchSchema(): Schema {
    return this.schemas().full;
  }

  private schemas(): { readonly schema: Schema; readonly full: Schema } {
    const settings = (this.made.settings ?? {}) as object;
    this.cached ??= {
      schema: schemaFromMapping({ settings, mappings: { properties: this.properties } }),
      full: withFlattened(
        schemaFromMapping({ settings, mappings: { properties: { ...this.properties, ...META } } }),
      ),
    };
    return this.cached;
  }

  put(id: string, source: Source, visible: boolean): StoredDocument {
    const before = this.documents.get(id);
    const document: StoredDocument = {
      id,
      index: this,
      source,
      version: (before?.version ?? 0) + 1,
      seqNo: this.nextSeqNo,
      visible,
    };
    this.nextSeqNo += 1;
    this.documents.set(id, document);
    this.onChange(id, source);
    return document;
  }

  delete(id: string): void {
    this.documents.delete(id);
    this.onChange(id, undefined);
  }

  refresh(): void {
    for (const document of this.documents.values()) {
      document.visible = true;
    }
  }
}

/** What a search over documents works on. */
export const toEvent = ({ id, index, source }: StoredDocument): EventDocument => ({
  _id: id,
  _index: index.name,
  _source: source,
});

export interface PointInTime {
  readonly documents: readonly StoredDocument[];
  readonly indices: readonly StoredIndex[];
}

/** All indices, data streams and points in time of one double. */
export class Store {
  readonly indices = new Map<string, StoredIndex>();
  readonly dataStreams = new Map<string, StoredIndex[]>();
  readonly pits = new Map<string, PointInTime>();
  /** Whether documents are found before somebody asks for a refresh. */
  refreshAtOnce = true;
  private nextId = 0;

  create(name: string, settings: IndexSettings): StoredIndex {
    if (settings.dataStream !== true) {
      return this.add(new StoredIndex(name, settings, undefined));
    }
    const backing = this.dataStreams.get(name) ?? [];
    const generation = String(backing.length + 1).padStart(6, '0');
    const index = new StoredIndex(`.ds-${name}-2026.11.24-${generation}`, settings, name);
    this.dataStreams.set(name, [...backing, index]);
    return this.add(index);
  }

  private add(index: StoredIndex): StoredIndex {
    this.indices.set(index.name, index);
    return index;
  }

  /** Removes an index, or a data stream with all that backs it. */
  remove(name: string): void {
    const backing = this.dataStreams.get(name);
    this.dataStreams.delete(name);
    for (const index of backing ?? [this.indices.get(name)]) {
      this.indices.delete(index?.name ?? '');
    }
  }

  /** The indices that carry an alias, by name. */
  withAlias(alias: string): StoredIndex[] {
    return [...this.indices.values()].filter(({ aliases }) => aliases.has(alias));
  }

  isAlias(name: string): boolean {
    return this.withAlias(name).length > 0;
  }

  /** Where a document for this name is written. Undefined when nothing bears the name. */
  writeIndex(name: string): StoredIndex | undefined {
    const aliased = this.withAlias(name);
    return (
      this.indices.get(name) ??
      this.dataStreams.get(name)?.at(-1) ??
      aliased.find(({ aliases }) => aliases.get(name)?.is_write_index === true) ??
      (aliased.length === 1 ? aliased[0] : undefined)
    );
  }

  /** As `writeIndex`; throws Elasticsearch's error for an unknown name. */
  needWriteIndex(name: string): StoredIndex {
    const index = this.writeIndex(name);
    if (!index) {
      throw indexNotFound(name);
    }
    return index;
  }

  /** An id as Elasticsearch makes them up: 20 letters and digits. */
  newId(): string {
    this.nextId += 1;
    return Buffer.from(String(this.nextId).padStart(15, '0')).toString('base64url');
  }
}
