// SPDX-License-Identifier: Apache-2.0
import { dateAt, readDefendEvent } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { FileStepEvent } from './sequence_events';

/** What happened to the file at one time. */
export interface FileMoment {
  readonly what: 'written' | FileStepEvent['step'] | 'run';
  /** Where it was then. */
  readonly path: string;
  /** The process that did it. */
  readonly by: string | undefined;
  /** ISO text. */
  readonly at: string | undefined;
}

/**
 * The story of the file from the linker to its execution.
 * @param sources by stage; empty for one that was not recorded
 */
export const fileStory = (
  [, link = {}, execute = {}]: readonly EventSource[],
  steps: readonly FileStepEvent[],
): FileMoment[] => {
  const linked = readDefendEvent(link);
  const executed = readDefendEvent(execute);
  const path = steps.at(-1)?.path ?? linked.filePath;
  return [
    ...(linked.filePath === undefined
      ? []
      : [moment('written', linked.filePath, linked.processName, link)]),
    ...steps.map((step) =>
      moment(step.step, step.path, readDefendEvent(step.source).processName, step.source),
    ),
    ...(path === undefined || dateAt(execute, '@timestamp') === undefined
      ? []
      : [moment('run', path, executed.parentName, execute)]),
  ];
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
