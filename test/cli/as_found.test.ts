// SPDX-License-Identifier: Apache-2.0
import { attackEvents, idleEvent, toNdjson } from '../../standalone/attack_test_helpers';
import { bundleCli, startCli } from './run_cli';

const ATTACK = toNdjson(attackEvents());

beforeAll(bundleCli);

describe('an alert', () => {
  it.each(['table', 'ndjson', 'json'])(
    'is printed while there is more to come: %s',
    async (format) => {
      const { child, ended } = startCli(['scan', '-', '--format', format]);
      const printed = new Promise((resolve) => child.stdout.once('data', resolve));
      // So much later that nothing that is in order can come before the attack any more.
      child.stdin.write(
        ATTACK + toNdjson([attackEvents({ begin: '2026-03-01T11:00:00Z' })[0] ?? {}]),
      );
      child.stdin.write(toNdjson([idleEvent('2026-03-01T11:00:01Z', 'idle')]));
      await printed;
      expect(child.exitCode).toBeNull();
      child.stdin.end();
      expect((await ended).stderr).toContain(': 1 alert.');
    },
  );
});
