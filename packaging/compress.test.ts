// SPDX-License-Identifier: Apache-2.0
import { brotliDecompressSync } from 'node:zlib';
import { withCompressed } from './compress';

test('scripts and style sheets get a compressed form beside them, other files do not', () => {
  const text = new TextEncoder().encode('same '.repeat(100));
  const files = withCompressed(
    new Map([
      ['a.js', text],
      ['b.css', text],
      ['c.svg', text],
    ]),
  );
  expect([...files.keys()].sort()).toEqual(['a.js', 'a.js.br', 'b.css', 'b.css.br', 'c.svg']);
  const compressed = files.get('a.js.br') ?? new Uint8Array();
  expect(compressed.length).toBeLessThan(text.length);
  expect(brotliDecompressSync(compressed).toString()).toBe('same '.repeat(100));
});
