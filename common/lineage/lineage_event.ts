// SPDX-License-Identifier: Apache-2.0
import { dateAt, readDefendEvent, smallNumberAt, textAt, textsAt, type DefendEvent } from '../ecs';
import type { EventDocument } from '../search';
import { normalPath } from './paths';

/** What may have happened, by the words of `event.action`; one document may tell of several. */
export const ACTIONS = {
  fork: 'fork',
  exec: 'exec',
  create: 'creation',
  rename: 'rename',
  delete: 'deletion',
  connect: 'connection_attempted',
  end: 'end',
} as const;

/** An event as lineage sees it. */
export interface LineageEvent extends DefendEvent {
  readonly document: EventDocument;
  readonly time: number;
  readonly host: string;
  /** The process, by its entity id or, without one, its pid; undefined where the event names none. */
  readonly process: string | undefined;
  readonly parent: string | undefined;
  /** Parents, parents' parents ..., the nearest first. */
  readonly ancestors: readonly string[];
  readonly forks: boolean;
  readonly execs: boolean;
  readonly creates: boolean;
  readonly renames: boolean;
  readonly deletes: boolean;
  readonly connects: boolean;
  /** The process ended and says that it failed. */
  readonly fails: boolean;
  readonly path: string | undefined;
  /** What a renamed file was called before. */
  readonly pathBefore: string | undefined;
  /** When the process began; undefined where the event does not tell. */
  readonly began: number | undefined;
  /** `NAME=value` of the process, as far as the sensor was told to record them. */
  readonly environment: readonly string[];
}

/**
 * Reads an event that happened at `time`; undefined where it names no host. Hosts are told apart by
 * `host.id`, or where that is missing by `agent.id`, or by the host's name.
 */
export const readLineageEvent = (
  document: EventDocument,
  time: number,
): LineageEvent | undefined => {
  const { _source: source } = document;
  const facts = readDefendEvent(source);
  const host = hostOf(facts);
  if (host === undefined) {
    return undefined;
  }
  const { actions, categories } = facts;
  const happened = (category: string, action: string): boolean =>
    categories.includes(category) && actions.includes(action);
  const parent = processOf(facts.parentEntityId, facts.parentPid);
  const ancestry = textsAt(source, 'process.Ext.ancestry').map((id) => `id:${id}`);
  // Spreading some thirty facts into a literal takes V8 longer than everything else here.
  return Object.assign(facts, {
    document,
    time,
    host,
    process: processOf(facts.entityId, facts.pid),
    parent,
    ancestors: parent === undefined || ancestry.includes(parent) ? ancestry : [parent, ...ancestry],
    forks: happened('process', ACTIONS.fork),
    execs: happened('process', ACTIONS.exec),
    creates: happened('file', ACTIONS.create),
    renames: happened('file', ACTIONS.rename),
    deletes: happened('file', ACTIONS.delete),
    connects: happened('network', ACTIONS.connect),
    fails:
      happened('process', ACTIONS.end) && (smallNumberAt(source, 'process.exit_code') ?? 0) !== 0,
    path: absolute(facts.filePath),
    pathBefore: absolute(textAt(source, 'file.Ext.original.path')),
    began: dateAt(source, 'process.start'),
    environment: textsAt(source, 'process.env_vars'),
  });
};

const hostOf = ({ hostId, agentId, hostName }: DefendEvent): string | undefined => {
  if (hostId !== undefined) {
    return `id:${hostId}`;
  }
  return agentId !== undefined
    ? `agent:${agentId}`
    : hostName === undefined
      ? undefined
      : `name:${hostName}`;
};

const processOf = (entityId: string | undefined, pid: number | undefined): string | undefined =>
  entityId !== undefined ? `id:${entityId}` : pid === undefined ? undefined : `pid:${pid}`;

const absolute = (path: string | undefined): string | undefined =>
  path?.startsWith('/') ? normalPath(path) : undefined;
