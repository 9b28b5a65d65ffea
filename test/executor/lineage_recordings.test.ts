// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { openRecordings } from '../captures/recordings';
import { MINUTE, useScenario } from './scenario';

// The whole way from recorded events in Elasticsearch to alerts.

const start = useScenario({ detection: 'lineage' });
const recordings = openRecordings(path.join(__dirname, '../captures/data'));

const timeOf = (source: Readonly<Record<string, unknown>>): number =>
  Date.parse(source['@timestamp'] as string);

test.each(recordings.labels.map(({ flow, label, should_detect: should }) => [flow, label, should]))(
  '%s, %s',
  async (flow, label, shouldDetect) => {
    for (const mode of ['invoked', 'resolved'] as const) {
      const scenario = await start();
      const events = recordings.events(String(flow), mode);
      for (const { _id, _index, _source } of events) {
        scenario.es.index(String(_index), [{ ...(_id !== undefined && { _id }), _source }]);
      }
      const last = Math.max(...events.map(({ _source }) => timeOf(_source)));
      const { outcome, messages } = await scenario.runAsItIs(last + MINUTE);
      expect([mode, outcome === 'failed' ? messages : outcome]).toEqual([
        mode,
        expect.stringMatching(/succeeded|warning/),
      ]);
      const isFound = scenario.shells().length > 0;
      if (label === 'benign') {
        expect([mode, isFound]).toEqual([mode, shouldDetect]);
      } else if (shouldDetect) {
        expect([mode, isFound]).toEqual([mode, true]);
      }
      expect(scenario.incomplete()).toEqual([]);
      await scenario.stop();
    }
  },
);
