// SPDX-License-Identifier: Apache-2.0
import type { PreviewExample } from '../../common/api';
import { readDefendEvent } from '../../common/ecs';
import type { FoundSequence } from '../search/all_sequences';
import type { Compared } from './compare';

/** Of each kind, so that what one detection has found does not crowd out what the other has. */
const MOST_OF_A_KIND = 5;

const KINDS = ['published', 'lineage', 'both'] as const;

/** The newest few sequences of each kind, newest first. */
export const examplesOf = (compared: Compared): PreviewExample[] =>
  KINDS.flatMap((foundBy) =>
    newestFirst(compared[foundBy])
      .slice(0, MOST_OF_A_KIND)
      .map((sequence) => ({ sequence, foundBy })),
  )
    .sort((a, b) => b.sequence.endsAt - a.sequence.endsAt)
    .map(({ sequence, foundBy }) => ({ ...factsOf(sequence), foundBy }));

const newestFirst = (sequences: readonly FoundSequence[]): FoundSequence[] =>
  [...sequences].sort((a, b) => b.endsAt - a.endsAt);

const factsOf = ({ events, lineage }: FoundSequence): Omit<PreviewExample, 'foundBy'> => {
  const [, link, , connect] = events.map((event) => event && readDefendEvent(event._source));
  return {
    connectedAt:
      connect?.timestamp === undefined ? null : new Date(connect.timestamp).toISOString(),
    hostId: connect?.hostId ?? null,
    hostName: connect?.hostName ?? null,
    path: lineage?.story.at(-1)?.path ?? link?.filePath ?? connect?.executable ?? null,
    destinationIp: connect?.destinationIp ?? null,
    destinationPort: connect?.destinationPort ?? null,
  };
};
