// SPDX-License-Identifier: Apache-2.0
import { probe, type Probe } from '../input/probe';
import { ScanTally } from '../input/scan_tally';
import { memorySource } from '../input/source_test_helpers';
import { nothingUsable, unusableInputs } from './check_usable';

const EXPECTED = 'Expected ECS events, as Elastic Defend writes them';
const input = (name: string, text: string): Promise<Probe> => probe(memorySource(text, { name }));

const tallyOf = (events: number, time?: number): ScanTally => {
  const tally = new ScanTally(() => undefined);
  tally.events = events;
  if (time !== undefined) {
    tally.addTime(time);
  }
  return tally;
};

describe('nothingUsable', () => {
  it.each<[string, string[], ScanTally]>([
    ['a time was seen', ['{"a":1}'], tallyOf(1, 5)],
    ['the first events have times', ['{"@timestamp":"2026-03-01"}'], tallyOf(1)],
    ['one of the inputs has times', ['{"a":1}', '{"@timestamp":0}'], tallyOf(2)],
  ])('is satisfied when %s', async (_, texts, tally) => {
    const inputs = await Promise.all(texts.map((text, i) => input(`in${i}`, text)));
    expect(nothingUsable(inputs, tally)).toBeUndefined();
  });

  it.each([
    ['events without times', '{"a":1}\n{"b":2}', 2, 'None of the 2 events has a usable @timestamp'],
    [
      'times that are none',
      '{"@timestamp":"soon"}',
      1,
      'None of the 1 events has a usable @timestamp',
    ],
    ['actions without events', '{"delete":{"_id":"1"}}', 0, 'It holds no events'],
  ])('tells of %s', async (_, text, events, reason) => {
    expect(nothingUsable([await input('in', text)], tallyOf(events))).toMatchObject({
      input: 'in',
      reason,
      remedy: EXPECTED,
    });
  });
});

describe('unusableInputs', () => {
  it('names each input of which the first events have no times', async () => {
    const inputs = [
      await input('good', '{"@timestamp":"2026-03-01"}'),
      await input('bad', '{"time":"2026-03-01"}\n{}\n'),
      await input('list', '[{"time":1}]'),
    ];
    expect(unusableInputs(inputs).map(String)).toEqual([
      `InputError: bad: None of its first 2 events has a usable @timestamp. ${EXPECTED}.`,
    ]);
  });
});
