// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import type { JoinKey, Ordinal, StageHits } from '../sequence';
import type { EventDocument } from './event_document';
import type { StagePlan } from './stage_plan';

/** The stages that an event matches; undefined for an event that none wants. */
export const hitsOf = (
  event: EventDocument,
  ordinal: Ordinal,
  plans: readonly StagePlan[],
  until: StagePlan | undefined,
): StageHits<EventDocument> | undefined => {
  const stages = new Map<number, readonly JoinKey[]>();
  for (const [stage, plan] of plans.entries()) {
    const keys = keysOf(plan, event);
    if (keys.length > 0) {
      stages.set(stage, keys);
    }
  }
  const ends = until ? keysOf(until, event) : [];
  if (stages.size === 0 && ends.length === 0) {
    return undefined;
  }
  return { event, ordinal, stages, ...(ends.length > 0 && { until: ends }) };
};

const keysOf = ({ matches, keys }: StagePlan, event: EventDocument): readonly JoinKey[] =>
  testEvent(matches, event) ? keys(event._source) : [];

/** Runs a test on an event. A function that fails on it throws an `EqlError` that names the event. */
export const testEvent = (
  test: (event: EventDocument['_source']) => boolean,
  { _id, _source }: EventDocument,
): boolean => {
  try {
    return test(_source);
  } catch (error) {
    if (!(error instanceof EqlError)) {
      throw error;
    }
    throw new EqlError(
      error.kind,
      error.problems.map((problem) => ({
        ...problem,
        message: `${problem.message} (event [${_id}])`,
      })),
    );
  }
};
