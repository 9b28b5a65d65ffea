// SPDX-License-Identifier: Apache-2.0
import { parseExactJson } from '../../../common/json/parse_exact_json';
import { ACTIONS, unauthorized, type User } from '../access/users';
import { flag, isBody, ok, type Body, type Endpoint } from '../http/endpoint';
import { EsError, illegalArgument, indexNotFoundCause, type ErrorCause } from '../http/es_error';
import type { Store, StoredDocument, StoredIndex } from '../store/store';
import { writeDocument } from '../store/write_document';
import { writesAreVisible } from './refresh';

type Operation = 'create' | 'index' | 'update' | 'delete';

interface Item {
  readonly operation: Operation;
  readonly target: string;
  readonly id: string | undefined;
  readonly requireAlias: boolean;
  readonly source: Body;
}

export const bulk: Endpoint = {
  name: 'bulk',
  methods: ['POST', 'PUT'],
  paths: ['/_bulk', '/{index}/_bulk'],
  parameters: [
    'refresh',
    'require_alias',
    'pipeline',
    'routing',
    'timeout',
    'wait_for_active_shards',
    '_source',
    '_source_includes',
    '_source_excludes',
  ],
  handle: ({ parts, query, text, user }, { store }, limits) => {
    const requireAlias = flag(query, 'require_alias') ?? false;
    const items = readItems(text, parts['index'], requireAlias).slice(0, limits.items);
    const touched = new Set<StoredIndex>();
    const visible = writesAreVisible(store, query);
    const answers = items.map((item) => {
      const result =
        limits.refuse === true ? REFUSED : carryOut(item, user, store, visible, touched);
      return { [item.operation]: result };
    });
    if (visible) {
      touched.forEach((index) => index.refresh());
    }
    const errors = answers.some((answer) =>
      Object.values(answer).some((result) => 'error' in result),
    );
    return ok({ took: 1, errors, items: answers });
  },
};

const REFUSED: Body = {
  status: 429,
  error: {
    type: 'es_rejected_execution_exception',
    reason: 'rejected execution of primary operation',
  },
};

const readItems = (text: string, index: string | undefined, requireAlias: boolean): Item[] => {
  if (!text.endsWith('\n')) {
    throw illegalArgument('The bulk request must be terminated by a newline [\\n]');
  }
  const lines = text.split('\n').filter((line) => line !== '');
  const items: Item[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [entry] = Object.entries(parseExactJson(lines[at] ?? '') as Body);
    const [operation, options] = entry ?? ['', {}];
    if (!isOperation(operation) || !isBody(options)) {
      throw illegalArgument(
        `Malformed action/metadata line [${at + 1}], expected field [create], [delete], [index] or [update] but found [${operation}]`,
      );
    }
    at += operation === 'delete' ? 0 : 1;
    const source = operation === 'delete' ? {} : parseExactJson(lines[at] ?? '{}');
    items.push({
      operation,
      target: textOf(options['_index']) ?? index ?? '',
      id: textOf(options['_id']),
      requireAlias: Boolean(options['require_alias'] ?? requireAlias),
      source: isBody(source) ? source : {},
    });
  }
  return items;
};

const textOf = (given: unknown): string | undefined =>
  typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;

const isOperation = (name: string): name is Operation =>
  name === 'create' || name === 'index' || name === 'update' || name === 'delete';

const carryOut = (
  item: Item,
  user: User,
  store: Store,
  visible: boolean,
  touched: Set<StoredIndex>,
): Body => {
  const named = { _index: item.target, _id: item.id ?? null };
  try {
    const action = ACTIONS[item.operation];
    if (!user.may(action.grantedBy, [item.target])) {
      throw unauthorized(user, action, [item.target]);
    }
    const index = target(item, store);
    const { document, result, status } = OPERATIONS[item.operation](item, index, store, visible);
    touched.add(index);
    return {
      _index: index.name,
      _id: document.id,
      _version: document.version,
      result,
      _shards: { total: 1, successful: 1, failed: 0 },
      _seq_no: document.seqNo,
      _primary_term: 1,
      status,
    };
  } catch (error) {
    if (!(error instanceof EsError)) {
      throw error;
    }
    const index = store.writeIndex(item.target);
    return {
      ...named,
      ...(index && { _index: index.name }),
      status: error.status,
      error: error.cause,
    };
  }
};

/** Where the document goes; a missing index is made, unless it must be an alias. */
const target = ({ requireAlias, target: name, operation }: Item, store: Store): StoredIndex => {
  if (requireAlias && !store.isAlias(name)) {
    const cause: ErrorCause = {
      ...indexNotFoundCause(name),
      reason: `no such index [${name}] and [require_alias] request flag is [true] and [${name}] is not an alias`,
    };
    throw new EsError(404, cause);
  }
  const index = store.writeIndex(name);
  if (index?.dataStream !== undefined && operation === 'index' && index.name !== name) {
    throw illegalArgument('only write ops with an op_type of create are allowed in data streams');
  }
  if (!index && (store.isAlias(name) || operation === 'delete' || operation === 'update')) {
    return store.needWriteIndex(name);
  }
  return index ?? store.create(name, {});
};

interface Done {
  readonly document: StoredDocument;
  readonly result: 'created' | 'updated' | 'deleted' | 'noop';
  readonly status: number;
}

type Carry = (item: Item, index: StoredIndex, store: Store, visible: boolean) => Done;

const conflict = (id: string, index: StoredIndex, why: string): EsError =>
  new EsError(409, {
    type: 'version_conflict_engine_exception',
    reason: `[${id}]: version conflict, ${why}`,
    index_uuid: index.uuid,
    shard: '0',
    index: index.name,
  });

const create: Carry = ({ id: given, source }, index, store, visible) => {
  const id = given ?? store.newId();
  const existing = index.documents.get(id);
  if (existing) {
    throw conflict(id, index, `document already exists (current version [${existing.version}])`);
  }
  return {
    document: writeDocument(index, id, source, visible),
    result: 'created',
    status: 201,
  };
};

const put: Carry = (item, index, store, visible) => {
  const id = item.id ?? store.newId();
  const existed = index.documents.has(id);
  return {
    document: writeDocument(index, id, item.source, visible),
    result: existed ? 'updated' : 'created',
    status: existed ? 200 : 201,
  };
};

const missing = (id: string, index: StoredIndex): EsError =>
  new EsError(404, {
    type: 'document_missing_exception',
    reason: `[${id}]: document missing`,
    index_uuid: index.uuid,
    shard: '0',
    index: index.name,
  });

const update: Carry = ({ id = '', source }, index, _, visible) => {
  const before = index.documents.get(id);
  if (!before && !isBody(source['upsert']) && source['doc_as_upsert'] !== true) {
    throw missing(id, index);
  }
  const changes = isBody(source['doc']) ? source['doc'] : {};
  const merged = before
    ? merge(before.source, changes)
    : isBody(source['upsert'])
      ? source['upsert']
      : changes;
  return {
    document: writeDocument(index, id, merged, visible),
    result: before ? 'updated' : 'created',
    status: before ? 200 : 201,
  };
};

/** Objects are merged, everything else is replaced. */
const merge = (before: Body, changes: Body): Body => {
  const merged = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    const old = merged[name];
    merged[name] = isBody(old) && isBody(value) ? merge(old, value) : value;
  }
  return merged;
};

const remove: Carry = ({ id = '' }, index) => {
  const document = index.documents.get(id);
  if (!document) {
    throw missing(id, index);
  }
  index.delete(id);
  return { document, result: 'deleted', status: 200 };
};

const OPERATIONS: Readonly<Record<Operation, Carry>> = {
  create,
  index: put,
  update,
  delete: remove,
};
