// SPDX-License-Identifier: Apache-2.0
import { kibanaVersionArgument } from './build_arguments';

test('takes the version of Kibana', () => {
  expect(kibanaVersionArgument(['--kibana-version', '8.12.2'])).toBe('8.12.2');
});

test.each([
  [[], 'say which'],
  [['--kibana-version'], 'argument missing'],
  [['--version', '8.12.2'], "Unknown option '--version'"],
  [['8.12.2'], 'Unexpected argument'],
])('refuses %j with the usage', (args, reason) => {
  expect(() => kibanaVersionArgument(args)).toThrow(reason);
  expect(() => kibanaVersionArgument(args)).toThrow('npm run build -- --kibana-version 8.12.2');
});
