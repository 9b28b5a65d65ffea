// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { readDefendEvent } from '../../common/ecs';
import type { EventDocument } from '../../common/search';
import { openRecordings } from '../captures/recordings';
import { missedBars } from './bars';
import { findLineage, measureQuality, MODES, type FlowQuality } from './measure';
import { recordingFolders } from './places';
import { qualityTable } from './quality_table';

const { bundled, all } = recordingFolders(__dirname, 2);

describe('the bars for lineage', () => {
  it('are met on the recordings in this repository', () => {
    const flows = measureQuality(bundled);
    expect(flows).toHaveLength(16);
    expect(missedBars(flows)).toEqual([]);
    // A bar that nothing could miss would say nothing.
    expect(flows.filter(({ isAttack }) => isAttack).length).toBeGreaterThan(10);
    expect(flows.filter(({ isAttack }) => !isAttack)).toHaveLength(4);
  });

  (existsSync(all) ? it : it.skip)('are met on all recordings', () => {
    const flows = measureQuality(all);
    expect(flows).toHaveLength(58);
    expect(missedBars(flows)).toEqual([]);
  });

  it('tell of what is missed and what is false', () => {
    const none = { invoked: 0, resolved: 0 };
    const flow = (isAttack: boolean, shouldDetect: boolean, found: number): FlowQuality => ({
      ...{ flow: 'f', technique: 't', isAttack, shouldDetect },
      alerts: {
        'published v6': none,
        newest: none,
        lineage: { invoked: found, resolved: found },
      },
    });
    expect(missedBars([flow(true, true, 0)])[0]).toBe('f (t), names invoked: missed');
    expect(missedBars([flow(false, false, 2)])[1]).toBe('f (t), names resolved: false alert');
    expect(missedBars([flow(true, true, 1), flow(true, false, 0), flow(false, true, 1)])).toEqual(
      [],
    );
    expect(qualityTable([flow(true, true, 1), flow(false, false, 1)])).toContain(
      '| lineage | invoked | 1 of 1 | 0 of 0 | 0 of 0 | 1 of 1 |',
    );
  });
});

/** Both namings number the same events alike, though their ids differ. */
const numberOf = (event: EventDocument | null | undefined): unknown =>
  event && readDefendEvent(event._source).sequence;

describe('a chain that lineage finds in a recording', () => {
  const recordings = openRecordings(bundled);
  const flows = recordings.labels.filter(
    ({ flow }) => recordings.answer(flow, 'invoked', 'v6', 'tiebreaker').length === 1,
  );

  it.each(flows.filter(({ label }) => label === 'attack'))(
    'holds the events that Elasticsearch found, in both namings: $flow',
    ({ flow }) => {
      const [answer] = recordings.answer(flow, 'invoked', 'v6', 'tiebreaker');
      const named = recordings.events(flow, 'invoked');
      const expected = answer?.event_ids.map((id) => numberOf(named.find(({ _id }) => _id === id)));
      for (const mode of MODES) {
        const [chain, ...others] = findLineage(recordings.events(flow, mode));
        expect(others).toEqual([]);
        expect(chain?.events.map(numberOf)).toEqual(expected);
      }
    },
  );
});
