// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent, type DefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import { destination, earlier } from './chain_reason';
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
  const name = path?.split('/').at(-1) ?? connect?.processName ?? 'A program';
  const places = [
    ...(path === undefined ? [] : [path]),
    ...(path === built || built === undefined ? [] : [`built as ${built}`]),
  ];
  const where = places.length > 0 ? ` (${places.join(', ')})` : '';
  const through = isOther(execute, connect) ? ` through ${connect?.processName ?? 'a child'}` : '';
  const from = connect?.hostName === undefined ? '' : ` from ${connect.hostName}`;
  const to = destination(connect?.destinationIp, connect?.destinationPort);
  return `${name}${where}, ${madeBy(compile, link, connect)}, connected${through}${from}${to}`;
};

const madeBy = (
  compile: DefendEvent | undefined,
  link: DefendEvent | undefined,
  connect: DefendEvent | undefined,
): string => {
  const maker = compile ?? link;
  return [
    compile ? 'compiled' : 'linked',
    ...(maker?.userName === undefined ? [] : [`by ${maker.userName}`]),
    ...(maker?.processName === undefined ? [] : [`with ${maker.processName}`]),
    ...earlier(maker?.timestamp, connect?.timestamp),
  ].join(' ');
};

/** Whether another process connects than the one that was executed: a child of it. */
const isOther = (execute: DefendEvent | undefined, connect: DefendEvent | undefined): boolean => {
  const [first, second] = [execute, connect].map((event) => event?.entityId ?? event?.pid);
  return first !== undefined && second !== undefined && first !== second;
};
