// SPDX-License-Identifier: Apache-2.0
import { PendingSequences } from './pending_sequences';

const sequence = (timestamp: number) => ({ first: { timestamp, tiebreaker: null, position: 0 } });

describe('PendingSequences', () => {
  it('lets each go once its time is over', () => {
    const pending = new PendingSequences(10);
    const [a, b, c] = [sequence(0), sequence(5), sequence(1)];
    [a, b, c].forEach((one) => pending.add(one));
    expect(pending.size).toBe(3);
    expect(pending.dueBefore(10)).toEqual([]);
    expect(pending.dueBefore(11)).toEqual([a]);
    expect(pending.dueBefore(12)).toEqual([c]);
    expect(pending.size).toBe(1);
    expect(pending.dueBefore(Infinity)).toEqual([b]);
    expect([pending.size, pending.dueBefore(Infinity)]).toEqual([0, []]);
  });

  it('lets none go where nothing waits', () => {
    const pending = new PendingSequences(undefined);
    expect(pending.dueBefore(Infinity)).toEqual([]);
  });
});
