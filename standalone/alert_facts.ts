// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent } from '../common/ecs';
import type { EventDocument, Finding } from '../common/search';

/** What a person wants to know first about an alert of the rule; undefined where the events do not tell. */
export interface AlertFacts {
  /** Of the connection, in milliseconds. */
  readonly timestamp: number | undefined;
  readonly host: string | undefined;
  /** Who compiled. */
  readonly user: string | undefined;
  readonly compiler: string | undefined;
  readonly compileCommand: string | undefined;
  /** The path of the file that was linked. */
  readonly binary: string | undefined;
  /** From compiling to connecting, in milliseconds. */
  readonly delay: number | undefined;
  /** Address and port. */
  readonly destination: string | undefined;
}

/** Reads the four events of an alert: compile, link, execute, connect. */
export const alertFacts = ({ events }: Finding): AlertFacts => {
  const [compile, link, , connect] = events.map((event) => read(event));
  return {
    timestamp: connect?.timestamp,
    host: connect?.hostName ?? connect?.hostId,
    user: compile?.userName,
    compiler: compile?.processName,
    compileCommand: compile && (compile.commandLine ?? compile.args.join(' ')),
    binary: link?.filePath ?? link?.fileName,
    delay:
      connect?.timestamp === undefined || compile?.timestamp === undefined
        ? undefined
        : connect.timestamp - compile.timestamp,
    destination: destinationOf(connect?.destinationIp, connect?.destinationPort),
  };
};

const read = (event: EventDocument | null) => (event ? readDefendEvent(event._source) : undefined);

const destinationOf = (ip: string | undefined, port: number | undefined): string | undefined => {
  if (ip === undefined || port === undefined) {
    return ip;
  }
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
};
