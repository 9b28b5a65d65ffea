// SPDX-License-Identifier: Apache-2.0
import { DeferredBlocks } from './deferred_blocks';
import type { LineBlock } from './line_blocks';

interface Item {
  readonly block: LineBlock;
  readonly name: string;
}

const SLACK = 1000;

/** A block of one line, in bytes that the caller may overwrite. */
const item = (name: string, padding = 0): Item => {
  const line = `{"name":"${name}","padding":"${'x'.repeat(padding)}"}`;
  const bytes = Buffer.from(`${line}\n`);
  return { name, block: { bytes, ends: [line.length], firstLine: 1, before: Buffer.alloc(0) } };
};

const names = (items: readonly Item[]): string[] => items.map(({ name }) => name);

const textOf = ({ block }: Item): string => block.bytes.toString('utf8');

describe('DeferredBlocks', () => {
  it('gives back what was put aside, in order and once', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    expect([...deferred.add(item('a'), 1000), ...deferred.add(item('b'), 1000)]).toEqual([]);
    expect(names(deferred.takeAll())).toEqual(['a', 'b']);
    expect(deferred.takeAll()).toEqual([]);
  });

  it('keeps its own copy of the bytes', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    const first = item('a');
    const text = textOf(first);
    deferred.add(first, 1000);
    first.block.bytes.fill(0);
    deferred.add(item('b'), 1000);
    expect(deferred.takeAll().map(textOf)[0]).toBe(text);
  });

  it('does not mix up blocks when it uses the memory of forgotten ones again', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    for (let second = 1; second <= 20; second += 1) {
      deferred.add(item(`at ${second}`, second % 3 === 0 ? 600_000 : 10), second * 1000);
    }
    const kept = deferred.takeAll();
    expect(names(kept)).toEqual(['at 18', 'at 19', 'at 20']);
    kept.forEach((one) => expect(textOf(one)).toContain(`"name":"${one.name}"`));
  });

  it('forgets a block only when twice the slack is over', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    deferred.add(item('a'), 1000);
    deferred.add(item('b'), 3000);
    expect(names(deferred.takeAll())).toEqual(['a', 'b']);
    deferred.add(item('c'), 3000);
    deferred.add(item('d'), 6000);
    expect(names(deferred.takeAll())).toEqual(['d']);
  });

  it('says from which time on events are still in time', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    deferred.add(item('a'), 5000);
    deferred.add(item('b'), 2000);
    expect(deferred.horizon).toBe(4000);
  });

  it('gives everything back rather than forget a block whose time it can not tell', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    deferred.add(item('a'), 1000);
    expect(names(deferred.add(item('untimed'), undefined))).toEqual(['a', 'untimed']);
  });

  it('gives everything back when it would hold too much', () => {
    const deferred = new DeferredBlocks<Item>(SLACK);
    const returned = Array.from({ length: 49 }, (_, i) =>
      deferred.add(item(`${i}`, 1024 * 1024), 1000),
    );
    expect(returned.flat()).not.toEqual([]);
    expect(names([...returned.flat(), ...deferred.takeAll()])).toEqual(
      Array.from({ length: 49 }, (_, i) => `${i}`),
    );
  });
});
