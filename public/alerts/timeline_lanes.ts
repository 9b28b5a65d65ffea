// SPDX-License-Identifier: Apache-2.0
import { STAGES } from '../../common/alerts/stages';
import { readDefendEvent } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import { missingStages, type FileStepEvent, type SequenceEvent } from './sequence_events';
import { numberedStage, stepWord } from './words';

export interface TimelineLane {
  /** Unique among the lanes, for tests. */
  readonly subject: string;
  readonly title: string;
  /** The process, or where the file went. */
  readonly detail: string | undefined;
  /** Undefined for a stage that was not recorded. */
  readonly source: EventSource | undefined;
}

/** What a timeline shows one below the other: the stages, and after the link what became of the file. */
export const lanesOf = (
  events: readonly SequenceEvent[],
  steps: readonly FileStepEvent[],
): TimelineLane[] => {
  const missing = missingStages(events);
  if (missing.length === 0 && steps.length === 0) {
    return events.map(laneOf);
  }
  return STAGES.flatMap((stage, i) => {
    const event = events.find((each) => each.stage === stage);
    return [
      event
        ? laneOf(event, i)
        : {
            subject: `timeline-${stage}`,
            title: numberedStage({ stage }, i),
            detail: undefined,
            source: undefined,
          },
      ...(stage === 'link' ? steps.map(laneOfStep) : []),
    ];
  });
};

const laneOf = (event: SequenceEvent, index: number): TimelineLane => ({
  subject: `timeline-${event.stage ?? index}`,
  title: numberedStage(event, index),
  detail: readDefendEvent(event.source).processName,
  source: event.source,
});

const laneOfStep = ({ step, path, source }: FileStepEvent, index: number): TimelineLane => ({
  subject: `timeline-step-${index}`,
  title: stepWord(step),
  detail: path,
  source,
});
