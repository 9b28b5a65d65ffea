// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA } from '../../common/ecs';
import { relevantEvents, type RuleParams } from '../../common/rule';
import type { EventIndex } from '../search/event_index';

/** How far back it looks, in milliseconds. */
const LOOK_BACK = 7 * 86_400_000;

/** As many as people look through. */
const MOST_VALUES = 50;

/** Values that a field has in the events that the rule looks at; none for a field that conditions can not use. */
export const usualValues = async (
  name: string,
  {
    params,
    eventIndex,
    now,
    signal,
  }: {
    readonly params: RuleParams;
    readonly eventIndex: EventIndex;
    readonly now: number;
    readonly signal: AbortSignal;
  },
): Promise<readonly string[]> => {
  const field = EVENT_SCHEMA.field(name);
  return field && field.unusable === undefined
    ? eventIndex.topValues({
        indexPatterns: params.indexPatterns,
        field: name,
        range: { from: now - LOOK_BACK, to: now },
        filter: relevantEvents(params),
        size: MOST_VALUES,
        signal,
      })
    : [];
};
