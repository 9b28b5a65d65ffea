// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { readDefendEvent } from '../../common/ecs';
import type { EventDocument } from '../../common/search';
import { openRecordings } from '../captures/recordings';
import { missedBars } from './bars';
import { findLineage, measureQuality, MODES, type FlowQuality } from './measure';
import { recordingFolders } from './places';
import { qualityTable } from './quality_table';

const { bundled, all, own } = recordingFolders(__dirname, 2);

describe('the bars for lineage', () => {
  it('are met on the recordings in this repository', () => {
    const flows = measureQuality(bundled);
    expect(flows).toHaveLength(16);
    expect(missedBars(flows)).toEqual([]);
    // A bar that nothing could miss would say nothing.
    expect(flows.filter(({ isAttack }) => isAttack).length).toBeGreaterThan(10);
    expect(flows.filter(({ isAttack }) => !isAttack)).toHaveLength(4);
  });

  it('are met on the recordings made here', () => {
    const flows = measureQuality(own);
    expect(missedBars(flows)).toEqual([]);
    expect(flows.filter(({ isAttack, shouldDetect }) => isAttack && shouldDetect)).toHaveLength(19);
    expect(flows.filter(({ isAttack }) => !isAttack)).toHaveLength(7);
    // Compiled in memory: no file, so nothing to follow.
    expect(flows.filter(({ isAttack, shouldDetect }) => isAttack && !shouldDetect)).toMatchObject([
      { flow: '123-tcc-run-in-memory', alerts: { lineage: { invoked: 0, resolved: 0 } } },
    ]);
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

describe('a chain that lineage finds in a recording made here', () => {
  const recordings = openRecordings(own);
  const attacks = recordings.labels.filter(
    ({ label, should_detect: shouldDetect }) => label === 'attack' && shouldDetect,
  );

  it.each(attacks)('is one, from a compiler to the connection that was made: $flow', ({ flow }) => {
    for (const mode of MODES) {
      const events = recordings.events(flow, mode);
      const connections = events.filter(({ _source }) => _source.destination !== undefined);
      const chains = findLineage(events);
      expect(chains.map((chain) => chain.events[3])).toEqual(connections);
      expect(chains[0]?.events).not.toContain(null);
    }
  });

  const steps = (flow: string) =>
    findLineage(recordings.events(flow, 'resolved'))[0]?.story.map(({ step, path }) => [
      ...[step, path.slice(path.lastIndexOf('/') + 1)],
    ]);

  it('tells what became of the file, as the scripts say', () => {
    expect(steps('103-objcopy')).toEqual([['copy', 'worker103']]);
    expect(steps('117-chroot-built-outside')).toEqual([['copy', 'implant117']]);
    expect(steps('125-hard-link')).toEqual([['link', '.agent125']]);
    expect(steps('126-busybox-shell')).toEqual([
      ['copy', 'copy126'],
      // `busybox mv` into another file system, /tmp, copies and removes.
      ['copy', 'agent126'],
    ]);
  });

  it('begins with the tenth of ten programs of one name, which alone connects', () => {
    const events = recordings.events('120-rebuilt-ten-times', 'invoked');
    const linked = events
      .filter(({ _source }) => readDefendEvent(_source).actions.includes('creation'))
      .filter(({ _source }) => readDefendEvent(_source).filePath?.endsWith('/agent120') === true);
    expect(linked).toHaveLength(10);
    expect(findLineage(events)[0]?.events[1]).toBe(linked[9]);
  });
});
