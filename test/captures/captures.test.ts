// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import path from 'node:path';
import { EVENT_SCHEMA } from '../../common/ecs';
import { printQuery } from '../../common/eql/printer';
import { DEFAULT_RULE_PARAMS, buildNewestRuleQuery, buildRuleQuery } from '../../common/rule';
import { searchEvents, type EventDocument } from '../../common/search';
import {
  openRecordings,
  type NameMode,
  type Ordering,
  type RecordedSequence,
  type RuleForm,
} from './recordings';

const MODES: readonly NameMode[] = ['invoked', 'resolved'];
const ORDERINGS: readonly Ordering[] = ['plain', 'tiebreaker'];
const QUERIES: Readonly<Record<RuleForm, string>> = {
  v6: printQuery(buildRuleQuery(DEFAULT_RULE_PARAMS)),
  newest: printQuery(buildNewestRuleQuery()),
};
const FORMS: readonly RuleForm[] = ['v6', 'newest'];

/**
 * As a search over several data streams goes: what timestamp and tiebreaker leave tied is in the order of
 * the streams' names, then in the order in which it was indexed.
 */
const byDataStream = (events: readonly EventDocument[]): EventDocument[] =>
  [...events].sort(({ _index: a = '' }, { _index: b = '' }) => (a < b ? -1 : a > b ? 1 : 0));

/** No query here asks for the time. */
const NOW = 0;

const find = (
  events: readonly EventDocument[],
  form: RuleForm,
  ordering: Ordering,
): RecordedSequence[] => {
  const result = searchEvents(
    {
      query: QUERIES[form],
      size: 1000,
      ...(ordering === 'tiebreaker' && { tiebreaker_field: 'event.sequence' }),
    },
    events,
    { schema: EVENT_SCHEMA, now: NOW },
  );
  return result.kind === 'events'
    ? []
    : result.sequences.map(({ joinKeys, events: found }) => ({
        join_keys: (joinKeys ?? []).map(String),
        event_ids: found.map((event) => event?._id ?? ''),
      }));
};

const describeFlows = (folder: string): void => {
  const recordings = openRecordings(folder);
  describe.each(recordings.labels)('$flow ($label: $technique)', ({ flow }) => {
    it.each(MODES)('gives the recorded answers, processes named as %s', (mode) => {
      const events = byDataStream(recordings.events(flow, mode));
      for (const form of FORMS) {
        for (const ordering of ORDERINGS) {
          expect({ form, ordering, sequences: find(events, form, ordering) }).toEqual({
            form,
            ordering,
            sequences: recordings.answer(flow, mode, form, ordering),
          });
        }
      }
    });
  });
};

const OWN_RECORDINGS = path.join(__dirname, 'data');
const EVERY_RECORDING = path.resolve(__dirname, '../../../shared/captures');

describe('the recordings in this repository', () => {
  describeFlows(OWN_RECORDINGS);

  it('hold flows whose answers depend on the tiebreaker', () => {
    const recordings = openRecordings(OWN_RECORDINGS);
    const count = (ordering: Ordering): number =>
      recordings.labels.flatMap(({ flow }) => recordings.answer(flow, 'invoked', 'v6', ordering))
        .length;
    expect(count('plain')).toBeGreaterThan(0);
    expect(count('tiebreaker')).toBeGreaterThan(count('plain'));
  });
});

describe('all recordings', () => {
  if (existsSync(EVERY_RECORDING)) {
    describeFlows(EVERY_RECORDING);
  } else {
    it.todo(`gives the recorded answers: ${EVERY_RECORDING} is not there`);
  }
});
