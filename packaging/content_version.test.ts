// SPDX-License-Identifier: Apache-2.0
import { contentVersion } from './content_version';

const bytes = (text: string) => new TextEncoder().encode(text);

test('is the version and a hash, in a form that semver takes for a prerelease', () => {
  expect(contentVersion('1.2.3', new Map([['a', bytes('1')]]))).toMatch(/^1\.2\.3-b[0-9a-f]{12}$/);
});

test('depends on no order', () => {
  const forward = new Map([
    ['a', bytes('1')],
    ['b', bytes('2')],
  ]);
  const backward = new Map([...forward].reverse());
  expect(contentVersion('1.0.0', backward)).toBe(contentVersion('1.0.0', forward));
});

test.each([
  ['another content', new Map([['a', bytes('2')]])],
  ['another name', new Map([['b', bytes('1')]])],
  [
    'another cut between files',
    new Map([
      ['a', bytes('')],
      ['1', bytes('')],
    ]),
  ],
])('differs for %s', (_, files) => {
  const first = contentVersion('1.0.0', new Map([['a', bytes('1')]]));
  expect(contentVersion('1.0.0', files)).not.toBe(first);
});
