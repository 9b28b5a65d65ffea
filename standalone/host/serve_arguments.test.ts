// SPDX-License-Identifier: Apache-2.0
import { parseServeArguments } from './serve_arguments';

it('takes the way to a cluster from the words, and secrets from the environment', () => {
  expect(
    parseServeArguments(['--elasticsearch', 'https://es:9200', '--ca', 'ca.pem'], {
      RECENTLY_COMPILED_API_KEY: 'key',
      RECENTLY_COMPILED_CA: 'other.pem',
    }),
  ).toMatchObject({
    inputs: [],
    cluster: { url: 'https://es:9200', apiKey: 'key', caFile: 'ca.pem', user: undefined },
  });
});

it.each([
  [['--port', '70000'], /--port is a whole number/],
  [['--watch'], /follows one file/],
  [['--watch', 'a', 'b'], /follows one file/],
  [['a', '--elasticsearch', 'http://es'], /name no files/],
  [['--elasticsearch', 'es:9200'], /is an address such as/],
  [['--prot', '1'], /Unknown option '--prot'/],
])('refuses %j', (words, reason) => {
  expect(() => parseServeArguments(words, {})).toThrow(reason);
});
