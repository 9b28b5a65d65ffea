// SPDX-License-Identifier: Apache-2.0
import type { WorldIndex } from './subjects';

export const START = Date.parse('2026-11-24T12:00:00.000Z');

export interface EventOptions {
  readonly name: string;
  readonly category?: string;
  readonly host?: string;
  readonly sequence?: number;
  /** Milliseconds after the event. */
  readonly ingestedAfter?: number;
}

/** An event that happened so many milliseconds after `START`. */
export const eventAt = (
  offset: number,
  { name, category = 'process', host = 'h1', sequence = 0, ingestedAfter = 0 }: EventOptions,
): WorldIndex['events'][number] => ({
  _id: `${host}-${name}-${offset}-${sequence}`,
  _source: {
    '@timestamp': new Date(START + offset).toISOString(),
    event: {
      category: [category],
      sequence,
      ingested: new Date(START + offset + ingestedAfter).toISOString(),
    },
    host: { id: host },
    process: { name },
  },
});
