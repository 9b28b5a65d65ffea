// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { SourceEvent } from '../../common/alerts';
import { EqlError } from '../../common/eql/errors';
import type { Schema } from '../../common/eql/types/schema';
import { Failure } from '../failure';
import { matchesPatterns } from './index_patterns';

/** Events that are searched in memory. */
export interface EmbeddedEvents {
  /** In the order in which they came. */
  list(): readonly SourceEvent[];
  readonly schema: Schema;
  /** What `now` means in queries, in milliseconds since 1970. */
  now(): number;
}

/** The indices that patterns name, in the order of their names. */
export const indicesOf = (events: EmbeddedEvents, patterns: readonly string[]): string[] => {
  const all = new Set(events.list().map(({ _index }) => _index));
  return [...all].filter(matchesPatterns(patterns)).sort();
};

/**
 * The events of indices, index by index, as a search over several of them comes by those that nothing else puts
 * in order.
 */
export const eventsIn = (events: EmbeddedEvents, indices: readonly string[]): SourceEvent[] => {
  const byIndex = new Map(indices.map((index): [string, SourceEvent[]] => [index, []]));
  for (const event of events.list()) {
    byIndex.get(event._index)?.push(event);
  }
  return [...byIndex.values()].flat();
};

/** What Elasticsearch would make of an error of the engine. Anything else is a bug and stays what it is. */
export const embeddedFailure = (error: unknown, task: string, schema: Schema): unknown => {
  if (!(error instanceof EqlError)) {
    return error;
  }
  const isConflict = error.problems.some(
    ({ text }) => text !== undefined && schema.field(text)?.conflicting,
  );
  const problems = error.problems.map(({ message, at }) =>
    at ? `line ${at.line}:${at.column}: ${message}` : message,
  );
  return new Failure(
    isConflict ? 'mapping_conflict' : 'query_rejected',
    {
      message: i18n.translate('recentlyCompiled.failure.taskFailed', {
        defaultMessage: '{task} failed: {why}',
        values: { task, why: problems.join('; ') },
      }),
      remedy:
        error.problems[0]?.remedy ??
        i18n.translate('recentlyCompiled.search.mendQuery', {
          defaultMessage: 'Mend the query, the exclusions or the fields they name',
        }),
    },
    error,
  );
};
