// SPDX-License-Identifier: Apache-2.0
import type { FileEvents } from '../../common/api';
import { dateAt, readDefendEvent } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { FileStepEvent, SequenceEvent } from './sequence_events';

/** What happened to the file at one time. */
export interface FileMoment {
  readonly what: 'written' | FileStepEvent['step'] | 'run' | 'deleted' | 'other';
  /** Where it was then, or what it was renamed to. */
  readonly path: string;
  /** Where it was before a rename, as far as the event tells. */
  readonly from?: string;
  /** The process that did it. */
  readonly by: string | undefined;
  /** ISO text. */
  readonly at: string | undefined;
}

const ACTIONS: Readonly<Record<string, FileMoment['what']>> = {
  creation: 'written',
  rename: 'rename',
  deletion: 'deleted',
};

/**
 * The story of the file, oldest first: written by the linker, followed to its execution by lineage, and what else the
 * sensor tells of it, before and after.
 * @param events of the alert
 * @param steps by which lineage followed it
 * @param told by the sensor; each event is told once, as the more telling of what it is for the alert
 */
export const fileStory = (
  events: readonly SequenceEvent[],
  steps: readonly FileStepEvent[],
  told: FileEvents['events'],
): FileMoment[] => {
  const link = events.find(({ stage }) => stage === 'link');
  const execute = events.find(({ stage }) => stage === 'execute');
  const linked = readDefendEvent(link?.source ?? {});
  const executed = readDefendEvent(execute?.source ?? {});
  const path = steps.at(-1)?.path ?? linked.filePath;
  const known = new Set([...events, ...steps].map(({ id }) => id));
  const moments: FileMoment[] = [
    ...(link === undefined || linked.filePath === undefined
      ? []
      : [moment('written', linked.filePath, linked.processName, link.source)]),
    ...steps.map(({ step, path: to, source }) =>
      moment(step, to, readDefendEvent(source).processName, source),
    ),
    ...(execute === undefined || path === undefined
      ? []
      : [moment('run', path, executed.parentName, execute.source)]),
    ...told.filter(({ id }) => !known.has(id)).map(toldMoment),
  ];
  return moments.sort((a, b) => timeOf(a) - timeOf(b));
};

const moment = (
  what: FileMoment['what'],
  path: string,
  by: string | undefined,
  source: EventSource,
): FileMoment => {
  const time = dateAt(source, '@timestamp');
  return { what, path, by, at: time === undefined ? undefined : new Date(time).toISOString() };
};

const toldMoment = ({
  action,
  path,
  renamedFrom,
  processName,
  at,
}: FileEvents['events'][number]): FileMoment => ({
  what: ACTIONS[action ?? ''] ?? 'other',
  path,
  ...(renamedFrom !== null && { from: renamedFrom }),
  by: processName ?? undefined,
  at,
});

/** What has no time stays where it stands: at the beginning. */
const timeOf = ({ at }: FileMoment): number => (at === undefined ? -Infinity : Date.parse(at));
