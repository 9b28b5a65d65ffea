// SPDX-License-Identifier: Apache-2.0
import { eventOfBlockSource } from '../../common/alerts/event_of_block';
import type { AlertResponse, AlertSourceEvent } from '../../common/api';
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
