// SPDX-License-Identifier: Apache-2.0
import type { AlertDocument } from '../../common/alerts';

/** A document, and the JSON that is sent for it. */
export interface PreparedDocument {
  readonly id: string;
  readonly document: AlertDocument;
  readonly json: string;
}

export interface ChunkLimits {
  readonly documents: number;
  readonly bytes: number;
}

/** Few enough for one request, which takes Elasticsearch a second or two at most. */
export const CHUNK_LIMITS: ChunkLimits = { documents: 500, bytes: 5 * 1024 * 1024 };

export const prepare = (document: AlertDocument): PreparedDocument => ({
  id: document._id,
  document,
  json: JSON.stringify(document._source),
});

/** In order; a document that is too large by itself has a chunk to itself. */
export const chunksOf = (
  documents: readonly PreparedDocument[],
  limits: ChunkLimits,
): PreparedDocument[][] => {
  const chunks: PreparedDocument[][] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(document.json);
    const current = chunks.at(-1);
    if (!current || current.length >= limits.documents || bytes + size > limits.bytes) {
      chunks.push([document]);
      bytes = size;
    } else {
      current.push(document);
      bytes += size;
    }
  }
  return chunks;
};
