// SPDX-License-Identifier: Apache-2.0
import { isBody, type EsAnswer } from '../../../../standalone/elasticsearch/http/endpoint';

const FAILURE = {
  shard: 0,
  index: null,
  reason: { type: 'circuit_breaking_exception', reason: 'Data too large' },
};

/** The same answer as if one of the shards had failed: every second hit is missing. */
export const partialAnswer = ({ status, body }: EsAnswer): EsAnswer => {
  if (!isBody(body)) {
    return { status, body };
  }
  return {
    status,
    body: {
      ...body,
      timed_out: true,
      ...('is_partial' in body && { is_partial: true }),
      ...('_shards' in body && {
        _shards: { total: 2, successful: 1, skipped: 0, failed: 1, failures: [FAILURE] },
      }),
      ...(isBody(body['hits']) && { hits: halfOf(body['hits']) }),
    },
  };
};

const halfOf = (hits: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(
    Object.entries(hits).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) ? value.filter((_, i) => i % 2 === 0) : value,
    ]),
  );
