// SPDX-License-Identifier: Apache-2.0
import type { LineageAnswer } from '../../server/search/lineage_search';

/** Of each chain the ids of compile, link, execute and connect, and of the steps of its story. */
export const lineageIds = ({ chains }: LineageAnswer): (string | null)[][] =>
  chains.map(({ compile, link, execute, connect, story }) =>
    [compile, link, execute, connect, ...story.map(({ event }) => event)].map(
      (event) => event && event._id,
    ),
  );
