// SPDX-License-Identifier: Apache-2.0
import { eventOfBlockSource } from '../../common/alerts/event_of_block';
import { STAGES, type Stage } from '../../common/alerts/stages';
import type { AlertFileStep, AlertResponse, AlertSourceEvent } from '../../common/api';
import type { EventSource } from '../../common/eql/types/field_reader';

export interface SequenceEvent {
  readonly stage: AlertSourceEvent['stage'];
  readonly id: string;
  readonly index: string;
  /** As it is in its index, or as the alert keeps it where it can not be read any more. */
  readonly source: EventSource;
  readonly isCopy: boolean;
  readonly problem: AlertSourceEvent['problem'];
}

/** A step of the story of the file, with its event. */
export interface FileStepEvent extends Omit<SequenceEvent, 'stage'> {
  readonly step: AlertFileStep['step'];
  readonly path: string;
}

/** The events of an alert, in the order of the stages; one that is gone is taken from its building block. */
export const sequenceEvents = ({
  events,
  blocks,
}: Pick<AlertResponse, 'events' | 'blocks'>): SequenceEvent[] =>
  events.map(({ stage, id, index, source, problem }, i) => ({
    stage,
    id,
    index,
    source: source ?? eventOfBlockSource(blocks[i]?.source ?? {}),
    isCopy: source === null,
    problem,
  }));

/** What became of the file; of an event that is gone there is what the alert says of it. */
export const fileSteps = ({ fileStory }: Pick<AlertResponse, 'fileStory'>): FileStepEvent[] =>
  fileStory.map(({ step, path, at, id, index, source, problem }) => ({
    step,
    path,
    id,
    index,
    source: source ?? { ...(at !== null && { '@timestamp': at }), file: { path } },
    isCopy: source === null,
    problem,
  }));

/** Stages without an event, which lineage can do without; none where the alert does not tell its stages. */
export const missingStages = (events: readonly SequenceEvent[]): Stage[] =>
  events.length === 0 || events.some(({ stage }) => stage === null)
    ? []
    : STAGES.filter((stage) => events.every((event) => event.stage !== stage));

/** One source for each stage, empty for one without an event; those of another sequence as they come. */
export const sourcesByStage = (events: readonly SequenceEvent[]): EventSource[] =>
  events.some(({ stage }) => stage === null)
    ? events.map(({ source }) => source)
    : STAGES.map((stage) => events.find((event) => event.stage === stage)?.source ?? {});

/** Which number people see at an event: that of its stage, whether or not those before it have events. */
export const numberOf = ({ stage }: Pick<SequenceEvent, 'stage'>, index: number): number =>
  (stage === null ? index : STAGES.indexOf(stage)) + 1;
