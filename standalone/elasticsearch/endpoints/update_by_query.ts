// SPDX-License-Identifier: Apache-2.0
import { ACTIONS } from '../access/users';
import { INDICES_PARAMETERS, isBody, ok, type Body, type Endpoint } from '../http/endpoint';
import { EsError, notInMemory } from '../http/es_error';
import { foundDocuments } from '../query/found_documents';
import { resolveIndices } from '../store/resolve_indices';
import type { Source } from '../store/store';
import { writeDocument } from '../store/write_document';
import { indicesOptions } from './index_options';
import { writesAreVisible } from './refresh';

export type KnownScript = (source: Source, params: Body) => Source;

/** Painless is not run: a request names one of these by its very text, white space aside. */
export class Scripts {
  private readonly known = new Map<string, KnownScript>();

  add(source: string, effect: KnownScript): void {
    this.known.set(normal(source), effect);
  }

  find(source: string): KnownScript {
    const script = this.known.get(normal(source)) ?? assignments(source);
    if (!script) {
      throw notInMemory(`script [${source}]`);
    }
    return script;
  }
}

const normal = (source: string): string => source.replace(/\s+/g, ' ').trim();

const ASSIGNMENT =
  /^ctx\._source\[(['"])([^'"]+)\1\]\s*=\s*(?:params\.(\w+)|params\[(['"])([^'"]+)\4\]|(['"])([^'"]*)\6)$/;

/** Reads a script that does nothing but set fields to parameters or texts, one a statement. */
const assignments = (source: string): KnownScript | undefined => {
  const statements = source
    .split(/[;\n]/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  const matches = statements.flatMap((statement) => ASSIGNMENT.exec(statement) ?? []);
  const read = statements.map((statement) => ASSIGNMENT.exec(statement));
  if (matches.length === 0 || read.includes(null)) {
    return undefined;
  }
  return (before, params) =>
    Object.fromEntries([
      ...Object.entries(before),
      ...read.map((match) => {
        const [, , field = '', dotted, , quoted, , text] = match ?? [];
        const parameter = dotted ?? quoted;
        return [field, parameter === undefined ? text : params[parameter]] as const;
      }),
    ]);
};

export const updateByQuery = (scripts: Scripts): Endpoint => ({
  name: 'update_by_query',
  methods: ['POST'],
  paths: ['/{index}/_update_by_query'],
  parameters: [
    ...INDICES_PARAMETERS,
    'refresh',
    'conflicts',
    'wait_for_completion',
    'slices',
    'scroll_size',
    'max_docs',
    'timeout',
    'requests_per_second',
  ],
  handle: ({ parts, query, body, user }, { store, now }) => {
    const indices = resolveIndices(
      store,
      parts['index'] ?? '',
      user,
      ACTIONS.updateByQuery,
      indicesOptions(query),
    );
    const script = isBody(body['script']) ? body['script'] : {};
    const params = isBody(script['params']) ? script['params'] : {};
    const source = script['source'];
    if (typeof source !== 'string') {
      throw new EsError(400, {
        type: 'illegal_argument_exception',
        reason: 'must specify either [source] for an inline script or [id] for a stored script',
      });
    }
    const effect = scripts.find(source);
    const found = foundDocuments(indices, body['query'], now());
    const visible = writesAreVisible(store, query);
    for (const { index, id, source: before } of found) {
      writeDocument(index, id, effect(before, params), visible);
    }
    return ok({
      took: 1,
      timed_out: false,
      total: found.length,
      updated: found.length,
      deleted: 0,
      batches: found.length > 0 ? 1 : 0,
      version_conflicts: 0,
      noops: 0,
      retries: { bulk: 0, search: 0 },
      throttled_millis: 0,
      requests_per_second: -1,
      throttled_until_millis: 0,
      failures: [],
    });
  },
});
