// SPDX-License-Identifier: Apache-2.0
import type { Pipe } from '../eql/ast';
import { limitResults, wantedEnd } from './pipes';

const RESULTS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const readPipes = (text: string): Pipe[] =>
  [...text.matchAll(/(head|tail) (\d+)/g)].map(([, kind, count]) => ({
    kind: kind as Pipe['kind'],
    count: Number(count),
  }));

describe('pipes, size and result position', () => {
  it.each<[string, number, 'head' | 'tail', number[]]>([
    ['', 100, 'head', RESULTS],
    ['', 100, 'tail', RESULTS],
    ['', 3, 'head', [1, 2, 3]],
    ['', 3, 'tail', [7, 8, 9]],
    ['', 0, 'head', []],
    ['', 0, 'tail', []],
    ['head 4', 100, 'tail', [1, 2, 3, 4]],
    ['head 4', 2, 'head', [1, 2]],
    ['head 4', 2, 'tail', [1, 2]],
    ['tail 4', 100, 'head', [6, 7, 8, 9]],
    ['tail 4', 2, 'head', [8, 9]],
    ['tail 4', 2, 'tail', [8, 9]],
    ['head 0', 100, 'head', []],
    ['tail 0', 100, 'tail', []],
    ['head 100', 3, 'tail', [1, 2, 3]],
    ['tail 100', 3, 'head', [7, 8, 9]],
    ['head 5 | tail 2', 100, 'tail', [4, 5]],
    ['head 5 | tail 2', 1, 'tail', [4]],
    ['tail 4 | head 2', 100, 'head', [6, 7]],
    ['tail 4 | head 2', 1, 'head', [7]],
    ['head 5 | head 2', 100, 'tail', [1, 2]],
    ['tail 5 | tail 2', 100, 'head', [8, 9]],
    ['head 5 | tail 3 | head 1', 100, 'tail', [3]],
  ])('"%s" with size %d from the %s', (text, size, resultPosition, left) => {
    expect(limitResults(RESULTS, readPipes(text), { size, resultPosition })).toEqual(left);
  });

  it.each<[string, 'head' | 'tail', 'head' | 'tail']>([
    ['', 'head', 'head'],
    ['', 'tail', 'tail'],
    ['head 1', 'tail', 'head'],
    ['tail 1', 'head', 'tail'],
    ['tail 2 | head 1', 'head', 'tail'],
  ])(
    'the first pipe, or the request, decides which end counts: "%s", %s',
    (text, position, end) => {
      expect(wantedEnd(readPipes(text), { resultPosition: position })).toBe(end);
    },
  );

  it('leaves the results that it was given alone', () => {
    const results = [1, 2, 3];
    limitResults(results, readPipes('head 1'), { size: 1, resultPosition: 'head' });
    expect(results).toEqual([1, 2, 3]);
  });
});
