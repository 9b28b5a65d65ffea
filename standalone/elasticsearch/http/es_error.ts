// SPDX-License-Identifier: Apache-2.0

export interface ErrorCause {
  readonly type: string;
  readonly reason: string;
  readonly [member: string]: unknown;
}

/** An answer that Elasticsearch gives instead of a result. */
export class EsError extends Error {
  constructor(
    readonly status: number,
    override readonly cause: ErrorCause,
    readonly rootCause: readonly ErrorCause[] = [cause],
  ) {
    super(cause.reason);
  }

  /** In the shape of every Elasticsearch error: `{error: {root_cause, type, reason}, status}`. */
  get body(): unknown {
    return { error: { root_cause: this.rootCause, ...this.cause }, status: this.status };
  }
}

export const illegalArgument = (reason: string): EsError =>
  new EsError(400, { type: 'illegal_argument_exception', reason });

/** As Elasticsearch answers for a name that is neither an index nor a data stream nor an alias. */
export const indexNotFound = (name: string): EsError => new EsError(404, indexNotFoundCause(name));

export const indexNotFoundCause = (name: string): ErrorCause => ({
  type: 'index_not_found_exception',
  reason: `no such index [${name}]`,
  'resource.type': 'index_or_alias',
  'resource.id': name,
  index_uuid: '_na_',
  index: name,
});

/** A request that is not known here fails loudly instead of looking like an empty answer. */
export const notInMemory = (what: string): EsError =>
  new EsError(501, {
    type: 'not_in_memory_exception',
    reason: `The Elasticsearch in memory has no ${what}; add it under standalone/elasticsearch`,
  });
