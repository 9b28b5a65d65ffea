// SPDX-License-Identifier: Apache-2.0
import type { LineageFinding } from '../../common/lineage';
import type { Detector, EventDocument, Finding } from '../../common/search';
import { BothDetections } from './both_detections';

const chain = (ids: string): Finding => ({
  joinKeys: ['h'],
  events: [...ids].map((id) => (id === '-' ? null : { _id: id, _source: {} })),
});

const STORY: LineageFinding['story'] = [
  { step: 'copy', path: '/x', event: { _id: 's', _source: {} } },
];

/** Finds the same whatever comes, and the rest at the end. */
const finder = <T extends Finding>(found: readonly T[], last: readonly T[] = []) => {
  const read: (EventDocument | undefined)[] = [];
  const detector = {
    isDone: false,
    isIdle: found.length === 0,
    stats: { matched: [found.length], late: 0 },
    canBegin: () => found.length > 0,
    push: (event: Parameters<Detector['push']>[0]) => {
      read.push(event.read());
      return found;
    },
    finish: () => last,
  };
  return { detector, read };
};

const told = (
  byNames: readonly Finding[],
  byFile: readonly Finding[],
  last?: readonly Finding[],
) => {
  const stories = (findings: readonly Finding[]): LineageFinding[] =>
    findings.map((finding) => ({ ...finding, story: STORY }));
  const both = new BothDetections(
    finder(byNames).detector,
    finder(stories(byFile), stories(last ?? [])).detector,
  );
  const event = { timestamp: 0, mayBegin: true, read: () => undefined };
  return [...both.push(event), ...both.push(event), ...both.finish()].map(
    ({ events, foundBy, story }) => [
      events.map((found) => found?._id ?? '-').join(''),
      foundBy,
      story?.length,
    ],
  );
};

describe('BothDetections', () => {
  it('tells once of a chain that both find, with its story', () => {
    expect(told([chain('abcd')], [chain('abcd')])).toEqual([['abcd', ['published', 'lineage'], 1]]);
  });

  it('takes chains for one by execution and connection', () => {
    expect(told([chain('abcd')], [chain('-xcd')])).toEqual([['abcd', ['published', 'lineage'], 1]]);
  });

  it('tells which detection found what', () => {
    expect(told([chain('abcd')], [chain('abce')])).toEqual([
      ['abcd', ['published'], undefined],
      ['abce', ['lineage'], 1],
    ]);
  });

  it('does not tell again of what the other one finds later', () => {
    expect(told([chain('abcd')], [], [chain('abcd'), chain('abxy')])).toEqual([
      ['abcd', ['published'], undefined],
      ['abxy', ['lineage'], 1],
    ]);
  });

  it('reads an event once, is idle when both are, and begins when one does', () => {
    const [published, lineage] = [
      finder<Finding>([]),
      finder<LineageFinding>([{ ...chain('abcd'), story: [] }]),
    ];
    const both = new BothDetections(published.detector, lineage.detector);
    let count = 0;
    const read = (): EventDocument => ({ _id: `${(count += 1)}`, _source: {} });
    both.push({ timestamp: 0, mayBegin: true, read });
    expect(count).toBe(1);
    expect(published.read).toEqual(lineage.read);
    expect(both.isIdle).toBe(false);
    expect(both.canBegin({ _id: 'x', _source: {} })).toBe(true);
  });
});
