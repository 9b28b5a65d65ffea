// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { readDefendEvent } from '../../common/ecs';
import type { EventDocument } from '../../common/search';
import { openFlow, flowNames } from './record/flow';
import { openRecordings, type NameMode } from './recordings';

const recordings = openRecordings(path.join(__dirname, 'recorded'));
const scripts = path.join(__dirname, 'record', 'flows');
const MODES: readonly NameMode[] = ['invoked', 'resolved'];

/** Of an event what the naming of processes does not change. */
const happened = ({ _source }: EventDocument): unknown => {
  const { sequence, actions, pid, entityId, filePath } = readDefendEvent(_source);
  return { sequence, actions, pid, entityId, filePath };
};

describe('the recordings made here', () => {
  it('are those of the scripts, labelled as these say', () => {
    expect(
      recordings.labels.map(({ flow, label, technique, should_detect: shouldDetect }) => ({
        ...{ name: flow, label, technique, shouldDetect },
      })),
    ).toEqual(
      flowNames(scripts)
        .sort()
        .map((name) => {
          const { label, technique, shouldDetect } = openFlow(scripts, name);
          return { name, label, technique, shouldDetect };
        }),
    );
  });

  it.each(recordings.labels)('hold the same events in both namings: $flow', ({ flow }) => {
    const [invoked, resolved] = MODES.map((mode) => recordings.events(flow, mode));
    expect(resolved?.map(happened)).toEqual(invoked?.map(happened));
    const ids = [invoked, resolved].flatMap((events) => events?.map(({ _id }) => _id) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(recordings.labels)(
    'are in order of time, processes before what they do: $flow',
    ({ flow }) => {
      const events = recordings.events(flow, 'resolved').map(({ _source }) => _source);
      const times = events.map((source) => String(source['@timestamp']));
      expect(times).toEqual([...times].sort());
      const begun = new Set<string | undefined>();
      for (const source of events) {
        const { actions, entityId } = readDefendEvent(source);
        if (actions.includes('fork') || actions.includes('exec')) {
          begun.add(entityId);
        }
        expect(begun).toContain(entityId);
      }
    },
  );
});
