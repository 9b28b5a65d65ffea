// SPDX-License-Identifier: Apache-2.0
import type { EventSource } from '../eql/types/field_reader';
import { dateAt, smallNumberAt, textAt, textsAt, wholeNumberAt } from './event_values';

/**
 * What people want to know of an event. A value that the event lacks, or has with another type, is
 * undefined; of several values it is the first, except where all are listed.
 */
export interface DefendEvent {
  /** When it happened, in milliseconds since 1970. */
  readonly timestamp: number | undefined;
  /** When it was indexed, in milliseconds since 1970. */
  readonly ingestedAt: number | undefined;
  readonly eventId: string | undefined;
  /** Rises with every event of one agent; a bigint where a double can not hold it. */
  readonly sequence: number | bigint | undefined;
  /** All of them: `process`, `file`, `network` … */
  readonly categories: readonly string[];
  /** All of them: `exec`, `creation`, `connection_attempted` … */
  readonly actions: readonly string[];
  readonly agentId: string | undefined;
  readonly hostId: string | undefined;
  readonly hostName: string | undefined;
  readonly userId: string | undefined;
  readonly userName: string | undefined;
  readonly processName: string | undefined;
  readonly executable: string | undefined;
  /** The command line in its parts, the program first; empty where the event has none. */
  readonly args: readonly string[];
  readonly commandLine: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly pid: number | undefined;
  /** The process, unlike its pid never used twice. */
  readonly entityId: string | undefined;
  readonly parentName: string | undefined;
  readonly parentExecutable: string | undefined;
  readonly parentPid: number | undefined;
  readonly parentEntityId: string | undefined;
  readonly fileName: string | undefined;
  readonly filePath: string | undefined;
  readonly sourceIp: string | undefined;
  readonly destinationIp: string | undefined;
  readonly destinationPort: number | undefined;
  /** `tcp`, `udp` … */
  readonly transport: string | undefined;
}

/**
 * Reads an event of Elastic Defend, or any event in the Elastic Common Schema.
 * @see https://www.elastic.co/guide/en/ecs/8.11/ecs-field-reference.html
 */
export const readDefendEvent = (event: EventSource): DefendEvent => ({
  timestamp: dateAt(event, '@timestamp'),
  ingestedAt: dateAt(event, 'event.ingested'),
  eventId: textAt(event, 'event.id'),
  sequence: wholeNumberAt(event, 'event.sequence'),
  categories: textsAt(event, 'event.category'),
  actions: textsAt(event, 'event.action'),
  agentId: textAt(event, 'agent.id'),
  hostId: textAt(event, 'host.id'),
  hostName: textAt(event, 'host.name', 'host.hostname'),
  userId: textAt(event, 'user.id', 'process.user.id'),
  userName: textAt(event, 'user.name', 'process.user.name'),
  processName: textAt(event, 'process.name'),
  executable: textAt(event, 'process.executable'),
  args: textsAt(event, 'process.args'),
  commandLine: textAt(event, 'process.command_line'),
  workingDirectory: textAt(event, 'process.working_directory'),
  pid: smallNumberAt(event, 'process.pid'),
  entityId: textAt(event, 'process.entity_id'),
  parentName: textAt(event, 'process.parent.name'),
  parentExecutable: textAt(event, 'process.parent.executable'),
  parentPid: smallNumberAt(event, 'process.parent.pid'),
  parentEntityId: textAt(event, 'process.parent.entity_id'),
  fileName: textAt(event, 'file.name'),
  filePath: textAt(event, 'file.path'),
  sourceIp: textAt(event, 'source.ip'),
  destinationIp: textAt(event, 'destination.ip'),
  destinationPort: smallNumberAt(event, 'destination.port'),
  transport: textAt(event, 'network.transport'),
});
