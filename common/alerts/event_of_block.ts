// SPDX-License-Identifier: Apache-2.0
import { textAt } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';

const ORIGINAL = 'kibana.alert.original_event.';

/**
 * The event that a building block was made of: its own time and `event.*` fields again, and nothing of the
 * alert. It is close to the source event, not equal: what does not fit the alert index is missing.
 */
export const eventOfBlockSource = (block: EventSource): EventSource => {
  const own = Object.entries(block).filter(
    ([name]) => !name.startsWith('kibana.') && !name.startsWith('event.') && name !== 'rule',
  );
  const event = Object.entries(block)
    .filter(([name]) => name.startsWith(ORIGINAL))
    .map(([name, value]) => [`event.${name.slice(ORIGINAL.length)}`, value] as const);
  const time = textAt(block, 'kibana.alert.original_time');
  return Object.fromEntries([
    ...own,
    ...event,
    ...(time === undefined ? [] : [['@timestamp', time] as const]),
  ]);
};
