// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA } from '../../common/ecs';
import {
  eventFilter,
  scopeOf,
  sequencePredicate,
  type Exclusion,
  type ValueLists,
} from '../../common/exclusions';
import { compileQueryDsl, type EventDocument } from '../../common/search';

/** Whether an exclusion hides the sequence of these events. */
export type ExclusionTest = (events: readonly EventDocument[]) => boolean;

export interface ExclusionTestOptions {
  readonly now: number;
  readonly lists: ValueLists;
}

/**
 * What an exclusion does to a sequence that is there: one whose entries lie on several events is tried on the
 * sequence, any other hides it with a single event.
 */
export const exclusionTest = (
  exclusion: Exclusion,
  { now, lists }: ExclusionTestOptions,
): ExclusionTest => {
  if (scopeOf(exclusion) === 'sequence') {
    return sequencePredicate(exclusion, { schema: EVENT_SCHEMA, now, lists });
  }
  const { filter } = eventFilter([exclusion], lists);
  if (!filter) {
    return () => false;
  }
  const isKept = compileQueryDsl(filter, { schema: EVENT_SCHEMA, now });
  return (events) => !events.every(isKept);
};
