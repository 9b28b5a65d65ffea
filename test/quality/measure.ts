// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA } from '../../common/ecs';
import { printQuery } from '../../common/eql/printer';
import { LineageStream, type LineageFinding } from '../../common/lineage';
import { buildNewestRuleQuery, buildRuleQuery, DEFAULT_RULE_PARAMS } from '../../common/rule';
import { searchEvents, timestampReader, type EventDocument } from '../../common/search';
import { openRecordings, type NameMode } from '../captures/recordings';

export type Rule = 'published v6' | 'newest' | 'lineage';

export const RULES: readonly Rule[] = ['published v6', 'newest', 'lineage'];
export const MODES: readonly NameMode[] = ['invoked', 'resolved'];

/** Whether rules found something in one flow, by how the sensor names processes. */
export interface FlowQuality {
  readonly flow: string;
  readonly technique: string;
  readonly isAttack: boolean;
  readonly shouldDetect: boolean;
  readonly alerts: Readonly<Record<Rule, Readonly<Record<NameMode, number>>>>;
}

/** Runs all rules over a folder of recordings; the published ones with the tiebreaker. */
export const measureQuality = (folder: string): FlowQuality[] => {
  const recordings = openRecordings(folder);
  return recordings.labels.map(({ flow, technique, label, should_detect: shouldDetect }) => {
    const count = (find: (events: readonly EventDocument[]) => number) => ({
      invoked: find(recordings.events(flow, 'invoked')),
      resolved: find(recordings.events(flow, 'resolved')),
    });
    return {
      flow,
      technique,
      isAttack: label === 'attack',
      shouldDetect,
      alerts: {
        'published v6': count((events) => sequences(V6, events)),
        newest: count((events) => sequences(NEWEST, events)),
        lineage: count((events) => findLineage(events).length),
      },
    };
  });
};

const V6 = printQuery(buildRuleQuery(DEFAULT_RULE_PARAMS));
const NEWEST = printQuery(buildNewestRuleQuery());

const sequences = (query: string, events: readonly EventDocument[]): number => {
  const result = searchEvents({ query, size: 1000, tiebreaker_field: 'event.sequence' }, events, {
    schema: EVENT_SCHEMA,
    now: 0,
  });
  return result.kind === 'events' ? 0 : result.sequences.length;
};

const timestampOf = timestampReader({
  name: '@timestamp',
  path: '@timestamp',
  mappedType: 'date',
});

/** What lineage finds in events, with the default parameters. */
export const findLineage = (
  events: readonly EventDocument[],
  params = DEFAULT_RULE_PARAMS,
): LineageFinding[] => {
  const stream = new LineageStream({
    params,
    tiebreaker: EVENT_SCHEMA.field('event.sequence'),
    slack: 10_000,
  });
  const found = events.flatMap((document) => {
    const timestamp = timestampOf(document);
    return timestamp === undefined
      ? []
      : stream.push({
          timestamp,
          mayBegin: stream.canBegin(document),
          read: () => document,
        });
  });
  return [...found, ...stream.finish()];
};
