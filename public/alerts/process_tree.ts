// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent, smallNumberAt, textAt, textsAt } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';

/** A process that the events tell of, itself or as an ancestor. */
export interface ProcessNode {
  readonly entityId: string;
  /** How many processes it stands for: more than one where nothing is known of several, one below the other. */
  readonly count: number;
  /** What it was called, in the order of the events: a process has a new name with every program it runs. */
  readonly names: readonly string[];
  readonly pid: number | undefined;
  readonly commandLine: string | undefined;
  /** Which of the events are its own, counted from 0. */
  readonly events: readonly number[];
  readonly children: readonly ProcessNode[];
}

interface Known {
  names: string[];
  pid: number | undefined;
  commandLine: string | undefined;
  events: number[];
  children: string[];
  parent: string | undefined;
}

/** More ancestors than this are not looked at; Elastic Defend records no more than 20. */
const MOST_ANCESTORS = 20;

const RELATIVES = [
  'process.parent',
  'process.group_leader',
  'process.session_leader',
  'process.entry_leader',
];

/**
 * The processes of the events under their ancestors, from `process.parent` and the ids of
 * `process.Ext.ancestry`, which are the nearest first.
 * @param told of ancestors by events of their own
 * @returns the processes without a known parent
 */
export function processTree(
  events: readonly EventSource[],
  told: readonly EventSource[] = [],
): ProcessNode[] {
  const known = new Map<string, Known>();
  const at = (id: string): Known => {
    const found = known.get(id);
    if (found) {
      return found;
    }
    const added: Known = {
      names: [],
      pid: undefined,
      commandLine: undefined,
      events: [],
      children: [],
      parent: undefined,
    };
    known.set(id, added);
    return added;
  };
  events.forEach((event, i) => {
    const { entityId: ownId, parentEntityId, pid } = readDefendEvent(event);
    // Other sensors than Elastic Defend may tell only the pid, which will do within a minute.
    const entityId = ownId ?? (pid === undefined ? undefined : `pid:${pid}`);
    if (entityId === undefined) {
      return;
    }
    note(at(entityId), event, 'process');
    at(entityId).events.push(i);
    for (const relative of RELATIVES) {
      const id = textAt(event, `${relative}.entity_id`);
      if (id !== undefined && id !== entityId) {
        note(at(id), event, relative);
      }
    }
    const ancestry = textsAt(event, 'process.Ext.ancestry').slice(0, MOST_ANCESTORS);
    const chain = [
      entityId,
      ...(parentEntityId === undefined || ancestry[0] === parentEntityId ? [] : [parentEntityId]),
      ...ancestry,
    ];
    chain.slice(1).forEach((parent, k) => adopt(chain[k] ?? '', parent));
  });

  for (const event of told) {
    const { entityId } = readDefendEvent(event);
    const ancestor = entityId === undefined ? undefined : known.get(entityId);
    if (ancestor?.names.length === 0) {
      note(ancestor, event, 'process');
    }
  }

  function adopt(childId: string, parentId: string): void {
    const child = at(childId);
    if (child.parent === undefined && !isBelow(parentId, childId)) {
      child.parent = parentId;
      at(parentId).children.push(childId);
    }
  }

  /** Ids that name each other as parents must not make a ring. */
  function isBelow(id: string | undefined, ancestor: string): boolean {
    for (let each = id; each !== undefined; each = known.get(each)?.parent) {
      if (each === ancestor) {
        return true;
      }
    }
    return false;
  }

  const nodeOf = (entityId: string): ProcessNode => {
    const { names, pid, commandLine, events: own, children } = at(entityId);
    return inOneLine({
      entityId,
      count: 1,
      names,
      pid,
      commandLine,
      events: own,
      children: children.map(nodeOf),
    });
  };
  const tells = (id: string): boolean => at(id).parent !== undefined || at(id).children.length > 0;
  return [...known.entries()]
    .filter(
      ([id, { parent, events: own }]) => parent === undefined && (own.length > 0 || tells(id)),
    )
    .map(([id]) => nodeOf(id));
}

/** A process of which nothing is known, with one below it of which nothing is known either, is told with that. */
function inOneLine(node: ProcessNode): ProcessNode {
  const [child, ...others] = node.children;
  return child && others.length === 0 && isUnknown(node) && isUnknown(child)
    ? { ...node, count: child.count + 1, children: child.children }
    : node;
}

const isUnknown = ({ names, pid, commandLine, events }: ProcessNode): boolean =>
  names.length === 0 && pid === undefined && commandLine === undefined && events.length === 0;

/** Adds what an event tells of a process under a name of its fields. */
function note(process: Known, event: EventSource, prefix: string): void {
  const name = textAt(event, `${prefix}.name`);
  if (name !== undefined && !process.names.includes(name)) {
    process.names.push(name);
  }
  process.pid ??= smallNumberAt(event, `${prefix}.pid`);
  process.commandLine ??= textAt(event, `${prefix}.command_line`);
}
