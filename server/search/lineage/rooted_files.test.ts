// SPDX-License-Identifier: Apache-2.0
import { RootedFiles } from './rooted_files';

const told: string[] = [];
const files = (): RootedFiles => new RootedFiles((host, process) => told.push(host + process));
beforeEach(() => {
  told.length = 0;
});

test('tells of who sees a built file below another root, whichever is known first', () => {
  const rooted = files();
  rooted.root('h', '1', '/r');
  expect(told).toEqual([]);
  rooted.file('h', '/r/bin/x');
  rooted.root('h', '2', '/r');
  expect(told).toEqual(['h1', 'h2']);
});

test('neither of other folders nor of other hosts', () => {
  const rooted = files();
  rooted.file('h', '/root2/x');
  rooted.root('h', '1', '/root');
  rooted.file('g', '/root/x');
  expect(told).toEqual([]);
});

test('the root itself may be named', () => {
  const rooted = files();
  rooted.file('h', '/x');
  rooted.root('h', '1', '/');
  expect(told).toEqual(['h1']);
});
