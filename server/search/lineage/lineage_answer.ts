// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../../common/alerts';
import { dateAt } from '../../../common/ecs';
import type { Chain } from '../../../common/lineage';
import type { EventDocument } from '../../../common/search';
import type { FoundChain } from '../lineage_search';

/** The chains as a search answers them; `whole` gives an event as it is stored. */
export const toFoundChains = (
  chains: readonly Chain[],
  whole: (event: EventDocument) => SourceEvent,
): FoundChain[] =>
  chains
    .map((chain) => ({ chain, connectedAt: dateAt(chain.connect._source, '@timestamp') ?? 0 }))
    .sort((a, b) => a.connectedAt - b.connectedAt)
    .map(({ chain: { compile, link, execute, connect, story } }) => ({
      compile: compile && whole(compile),
      link: whole(link),
      execute: execute && whole(execute),
      connect: whole(connect),
      story: story.map(({ step, path, event }) => ({ step, path, event: whole(event) })),
    }));

/** All events that chains name. */
export const eventsOf = (chains: readonly Chain[]): EventDocument[] =>
  chains.flatMap(({ compile, link, execute, connect, story }) =>
    [compile, link, execute, connect, ...story.map(({ event }) => event)].filter(
      (event) => event !== null,
    ),
  );

/** Tells events of several indices apart. */
export const eventKey = ({ _id, _index = '' }: EventDocument): string => `${_index} ${_id}`;

/** Events that were searched have an index. */
export const asSourceEvent = ({ _id, _index = '', _source }: EventDocument): SourceEvent => ({
  _id,
  _index,
  _source,
});
