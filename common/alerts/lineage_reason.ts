// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { readDefendEvent, type DefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import { aProgram, destination, earlier, isThere } from './chain_reason';
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
  const maker = compile ?? link;
  const to = destination(connect?.destinationIp, connect?.destinationPort);
  return i18n.translate('recentlyCompiled.reason.lineage', {
    defaultMessage:
      '{name}{places, select, one { ({path})} two { ({path}, built as {built})} other {}}, {made, select, compiled {compiled} other {linked}}{hasUser, select, yes { by {user}} other {}}{hasMaker, select, yes { with {maker}} other {}}{earlier, select, under { less than 1 s earlier} some { {seconds} s earlier} other {}}, connected{through, select, child { through a child} named { through {child}} other {}}{hasHost, select, yes { from {host}} other {}}{hasTo, select, yes { to {to}} other {}}',
    values: {
      name: path?.split('/').at(-1) ?? connect?.processName ?? aProgram(),
      places: path === undefined ? 'none' : built === undefined || path === built ? 'one' : 'two',
      path: path ?? '',
      built: built ?? '',
      made: compile ? 'compiled' : 'linked',
      hasUser: isThere(maker?.userName),
      user: maker?.userName ?? '',
      hasMaker: isThere(maker?.processName),
      maker: maker?.processName ?? '',
      ...earlier(maker?.timestamp, connect?.timestamp),
      through: isOther(execute, connect)
        ? connect?.processName === undefined
          ? 'child'
          : 'named'
        : 'itself',
      child: connect?.processName ?? '',
      hasHost: isThere(connect?.hostName),
      host: connect?.hostName ?? '',
      hasTo: isThere(to),
      to: to ?? '',
    },
  });
};

/** Whether another process connects than the one that was executed: a child of it. */
const isOther = (execute: DefendEvent | undefined, connect: DefendEvent | undefined): boolean => {
  const [first, second] = [execute, connect].map((event) => event?.entityId ?? event?.pid);
  return first !== undefined && second !== undefined && first !== second;
};
