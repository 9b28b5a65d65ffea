// SPDX-License-Identifier: Apache-2.0
import { attackEvents, idleEvent, toNdjson } from '../../standalone/attack_test_helpers';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { bundleCli, scanCli } from './run_cli';

const folder = useTempFolder();
const [compile = {}, ...rest] = attackEvents();
/** The compilation comes last, 4.5 s late. */
const LATE = folder.write(
  'late.ndjson',
  toNdjson([...rest, compile, idleEvent('2026-03-01T11:00:00Z', 'end')]),
);

beforeAll(bundleCli);

describe('events out of order', () => {
  it.each([
    ['as much as usual', [], ': 1 alert.'],
    ['as much as told', ['--slack', '4500ms'], ': 1 alert.'],
    ['minutes', ['--slack', '5m'], ': 1 alert.'],
  ])('are put in order when the slack is %s', async (_, words, found) => {
    const { code, stderr } = await scanCli([LATE, ...words]);
    expect(stderr).toContain(found);
    expect(stderr).not.toContain('late');
    expect(code).toBe(0);
  });

  it('are counted beyond the slack, and the remedy is named', async () => {
    const { code, stderr } = await scanCli([LATE, '--slack', '1s']);
    expect(stderr).toContain(': 0 alerts.');
    expect(stderr).toContain(
      '1 event came more than 1.0 s late and could not be put in order; a larger --slack takes them in.',
    );
    expect(code).toBe(0);
  });
});

describe('events of one millisecond', () => {
  const [first = {}, ...others] = attackEvents().map((event) => ({
    ...event,
    '@timestamp': '2026-03-01T10:00:00.000Z',
  }));
  const together = folder.write('together.ndjson', toNdjson([...others, first]));

  it.each([
    ['event.sequence', [], ': 1 alert.'],
    ['a field that is named', ['--tiebreaker', 'event.id'], ': 1 alert.'],
    ['their order in the file', ['--tiebreaker', 'none'], ': 0 alerts.'],
  ])('are ordered by %s', async (_, words, found) => {
    const { code, stderr } = await scanCli([together, ...words]);
    expect(stderr).toContain(found);
    expect(code).toBe(0);
  });

  it('can not be ordered by what is no field', async () => {
    const { code, stderr } = await scanCli([together, '--tiebreaker', 'event.sequnce']);
    expect(stderr).toContain(
      'There is no field [event.sequnce], which the tiebreaker names. Did you mean [event.sequence]?',
    );
    expect(code).toBe(2);
  });
});
