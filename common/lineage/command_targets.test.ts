// SPDX-License-Identifier: Apache-2.0
import { commandTargets } from './command_targets';

describe('commandTargets', () => {
  it.each<[string, [step: string, source: string, path: string][]]>([
    [
      'ln a b',
      [
        ['link', '/w/a', '/w/b'],
        ['link', '/w/a', '/w/b/a'],
      ],
    ],
    [
      '/usr/bin/ln -s ../a d/b',
      [
        ['link', '/w/a', '/w/d/b'],
        ['link', '/w/d/a', '/w/d/b/a'],
      ],
    ],
    ['ln /x/a', [['link', '/x/a', '/w/a']]],
    [
      'cp -t /d a b',
      [
        ['copy', '/w/a', '/d/a'],
        ['copy', '/w/b', '/d/b'],
      ],
    ],
    ['cp --target-directory=/d a', [['copy', '/w/a', '/d/a']]],
    [
      'cp -- -a b',
      [
        ['copy', '/w/-a', '/w/b'],
        ['copy', '/w/-a', '/w/b/-a'],
      ],
    ],
    [
      'install -m 755 a /b',
      [
        ['copy', '/w/a', '/b'],
        ['copy', '/w/a', '/b/a'],
      ],
    ],
    [
      'toybox ln a b',
      [
        ['link', '/w/a', '/w/b'],
        ['link', '/w/a', '/w/b/a'],
      ],
    ],
    [
      'cp -s /w/a b',
      [
        ['link', '/w/a', '/w/b'],
        ['link', '/w/a', '/w/b/a'],
      ],
    ],
    ['rm a b', []],
    ['toString a b', []],
  ])('reads %s', (command, expected) => {
    expect(
      commandTargets(command.split(' '), '/w').map(({ step, source, path }) => [
        step,
        source,
        path,
      ]),
    ).toEqual(expected);
  });

  it('says nothing of relative paths without a folder to work in', () => {
    expect(commandTargets(['ln', 'a', 'b'], undefined)).toEqual([]);
  });
});
