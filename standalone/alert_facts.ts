// SPDX-License-Identifier: Apache-2.0
import { addressText, readDefendEvent } from '../common/ecs';
import type { EventDocument, Finding } from '../common/search';

/** What a person wants to know first about an alert of the rule; undefined where the events do not tell. */
export interface AlertFacts {
  /** Of the connection, in milliseconds. */
  readonly timestamp: number | undefined;
  readonly host: string | undefined;
  /** Who compiled, or where no compiler was seen, ran the program. */
  readonly user: string | undefined;
  readonly compiler: string | undefined;
  readonly compileCommand: string | undefined;
  /** The compiler's command line, or where none was seen the linker's name. */
  readonly buildCommand: string | undefined;
  /** The path of the file that was linked. */
  readonly binary: string | undefined;
  /** From compiling, or where that was not seen linking, to connecting, in milliseconds. */
  readonly delay: number | undefined;
  /** Address and port. */
  readonly destination: string | undefined;
}

/** Reads the four events of an alert: compile, link, execute, connect. */
export const alertFacts = ({ events }: Finding): AlertFacts => {
  const [compile, link, execute, connect] = events.map((event) => read(event));
  const begin = compile?.timestamp ?? link?.timestamp;
  const compileCommand = compile && (compile.commandLine ?? compile.args.join(' '));
  return {
    timestamp: connect?.timestamp,
    host: connect?.hostName ?? connect?.hostId,
    user: compile?.userName ?? execute?.userName ?? link?.userName,
    compiler: compile?.processName,
    compileCommand,
    buildCommand: compileCommand ?? link?.commandLine ?? link?.processName,
    binary: link?.filePath ?? link?.fileName,
    delay:
      connect?.timestamp === undefined || begin === undefined
        ? undefined
        : connect.timestamp - begin,
    destination: addressText(connect?.destinationIp, connect?.destinationPort),
  };
};

const read = (event: EventDocument | null) => (event ? readDefendEvent(event._source) : undefined);
