// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import { connectedWords, madeWords, programWords, reasonOf } from './reason_parts';

/**
 * One sentence that says the whole chain, for its four events: "revsh (/home/dev/revsh), compiled by dev
 * with gcc 4 s earlier, connected from lab1 to 203.0.113.7:4444". What events lack is left out.
 */
export const chainReason = (events: readonly EventSource[]): string => {
  const [compile, link, , connect] = events.map(readDefendEvent);
  const name = connect?.processName ?? link?.fileName;
  const path = link?.filePath ?? connect?.executable;
  return reasonOf(
    programWords(name, path, undefined),
    madeWords(compile, true, connect?.timestamp),
    connectedWords(connect, false),
  );
};
