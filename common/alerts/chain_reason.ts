// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { readDefendEvent } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';

/**
 * One sentence that says the whole chain, for its four events: "revsh (/home/dev/revsh), compiled by dev
 * with gcc 4 s earlier, connected from lab1 to 203.0.113.7:4444". What events lack is left out.
 */
export const chainReason = (events: readonly EventSource[]): string => {
  const [compile, link, , connect] = events.map(readDefendEvent);
  const path = link?.filePath ?? connect?.executable;
  const to = destination(connect?.destinationIp, connect?.destinationPort);
  return i18n.translate('recentlyCompiled.reason.chain', {
    defaultMessage:
      '{name}{hasPath, select, yes { ({path})} other {}}, compiled{hasUser, select, yes { by {user}} other {}}{hasCompiler, select, yes { with {compiler}} other {}}{earlier, select, under { less than 1 s earlier} some { {seconds} s earlier} other {}}, connected{hasHost, select, yes { from {host}} other {}}{hasTo, select, yes { to {to}} other {}}',
    values: {
      name: connect?.processName ?? link?.fileName ?? aProgram(),
      hasPath: isThere(path),
      path: path ?? '',
      hasUser: isThere(compile?.userName),
      user: compile?.userName ?? '',
      hasCompiler: isThere(compile?.processName),
      compiler: compile?.processName ?? '',
      ...earlier(compile?.timestamp, connect?.timestamp),
      hasHost: isThere(connect?.hostName),
      host: connect?.hostName ?? '',
      hasTo: isThere(to),
      to: to ?? '',
    },
  });
};

/** What connects where nothing tells a name. */
export const aProgram = (): string =>
  i18n.translate('recentlyCompiled.reason.aProgram', { defaultMessage: 'A program' });

/** For messages that choose by it. */
export const isThere = (value: unknown): 'yes' | 'no' => (value === undefined ? 'no' : 'yes');

/** How long before the connection something happened, for messages; in milliseconds since 1970. */
export const earlier = (
  compiled: number | undefined,
  connected: number | undefined,
): { readonly earlier: 'under' | 'some' | 'unknown'; readonly seconds: string } => {
  if (compiled === undefined || connected === undefined || connected < compiled) {
    return { earlier: 'unknown', seconds: '' };
  }
  const seconds = (connected - compiled) / 1000;
  return { earlier: seconds < 1 ? 'under' : 'some', seconds: String(Math.round(seconds)) };
};

/** Where a connection goes; undefined where nothing tells. */
export const destination = (
  ip: string | undefined,
  port: number | undefined,
): string | undefined => {
  if (ip === undefined) {
    return undefined;
  }
  const host = ip.includes(':') && port !== undefined ? `[${ip}]` : ip;
  return port === undefined ? host : `${host}:${port}`;
};
