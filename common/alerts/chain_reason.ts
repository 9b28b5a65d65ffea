// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';

/**
 * One sentence that says the whole chain, for its four events: "revsh (/home/dev/revsh), compiled by dev
 * with gcc 4 s earlier, connected from lab1 to 203.0.113.7:4444". What events lack is left out.
 */
export const chainReason = (events: readonly EventSource[]): string => {
  const [compile, link, , connect] = events.map(readDefendEvent);
  const name = connect?.processName ?? link?.fileName ?? 'A program';
  const path = link?.filePath ?? connect?.executable;
  const compiled = [
    'compiled',
    ...(compile?.userName === undefined ? [] : [`by ${compile.userName}`]),
    ...(compile?.processName === undefined ? [] : [`with ${compile.processName}`]),
    ...earlier(compile?.timestamp, connect?.timestamp),
  ].join(' ');
  const from = connect?.hostName === undefined ? '' : ` from ${connect.hostName}`;
  const to = destination(connect?.destinationIp, connect?.destinationPort);
  return `${name}${path === undefined ? '' : ` (${path})`}, ${compiled}, connected${from}${to}`;
};

/** How long before the connection something happened, as one part of a sentence, or none. */
export const earlier = (compiled: number | undefined, connected: number | undefined): string[] => {
  if (compiled === undefined || connected === undefined || connected < compiled) {
    return [];
  }
  const seconds = (connected - compiled) / 1000;
  return [`${seconds < 1 ? 'less than 1' : Math.round(seconds)} s earlier`];
};

/** Where a connection goes, as the end of a sentence. */
export const destination = (ip: string | undefined, port: number | undefined): string => {
  if (ip === undefined) {
    return '';
  }
  const host = ip.includes(':') && port !== undefined ? `[${ip}]` : ip;
  return ` to ${host}${port === undefined ? '' : `:${port}`}`;
};
