// SPDX-License-Identifier: Apache-2.0
import type { Query } from '../../common/eql/ast';
import { bindQuery } from '../../common/eql/verify/bind_query';
import { buildersOf, LineageStream, lineageTexts, type LineageParams } from '../../common/lineage';
import { createDetector, type StreamOptions } from '../../common/search';
import type { StageText } from '../input/line_filter';
import { BothDetections, LineageDetection, type ScanDetector } from './both_detections';
import { stageTexts } from './stage_texts';

/** What to look for; at least one of the two. */
export interface WhatToDetect {
  readonly query?: Query | undefined;
  /** To follow built files. */
  readonly lineage?: LineageParams | undefined;
}

/** A detector, and what the text of a line must hold to matter to it. */
export interface PlannedDetector {
  readonly detector: ScanDetector;
  readonly texts: readonly StageText[];
}

/** Throws an `EqlError` for a query that the fields refuse. */
export const createScanDetector = (
  { query, lineage }: WhatToDetect,
  stream: StreamOptions,
): PlannedDetector => {
  const bound = query && bindQuery(query, stream.schema);
  const published = bound && createDetector(bound, stream);
  const { tiebreaker, slack } = stream;
  const follower = lineage && new LineageStream({ params: lineage, tiebreaker, slack });
  const texts = [...(bound ? stageTexts(bound, stream) : []), ...(lineage ? textsOf(lineage) : [])];
  if (published && follower) {
    return { detector: new BothDetections(published, follower), texts };
  }
  const detector = published ?? (follower && new LineageDetection(follower));
  if (!detector) {
    throw new Error('A scan needs a query or lineage');
  }
  return { detector, texts };
};

const textsOf = (params: LineageParams): StageText[] => {
  const { beginning, following } = lineageTexts(buildersOf(params));
  return [
    { begins: true, strings: beginning.actions, values: beginning.names },
    ...following.map((groups) => ({
      begins: false,
      required: groups.map((values) => values.map((value) => `${value}"`)),
    })),
  ];
};
