// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent, type DefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import { connectedWords, madeWords, programWords, reasonOf } from './reason_parts';
import type { FileStep } from './lineage_record';

/**
 * The whole chain in one sentence, for events by stage and the story of the file: "svc (/usr/bin/svc, built as
 * /tmp/a.out), compiled by dev with gcc 70 s earlier, connected through bash from lab1 to 203.0.113.7:4444".
 * Events that are missing, and what the others lack, is left out.
 */
export const lineageReason = (
  events: readonly (EventSource | null)[],
  story: readonly Pick<FileStep, 'path'>[],
): string => {
  const [compile, link, execute, connect] = events.map((source) =>
    source ? readDefendEvent(source) : undefined,
  );
  const built = link?.filePath;
  const path = story.at(-1)?.path ?? built;
  const name = path?.split('/').at(-1) ?? connect?.processName;
  return reasonOf(
    programWords(name, path, built),
    madeWords(compile ?? link, compile !== undefined, connect?.timestamp),
    connectedWords(connect, isOther(execute, connect)),
  );
};

/** Whether another process connects than the one that was executed: a child of it. */
const isOther = (execute: DefendEvent | undefined, connect: DefendEvent | undefined): boolean => {
  const [first, second] = [execute, connect].map((event) => event?.entityId ?? event?.pid);
  return first !== undefined && second !== undefined && first !== second;
};
