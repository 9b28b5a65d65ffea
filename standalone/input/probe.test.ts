// SPDX-License-Identifier: Apache-2.0
import { attackEvents, idleEvent, toBulk, toHits, toNdjson } from '../attack_test_helpers';
import { lineStart } from './line_blocks';
import { probe } from './probe';
import { inputErrorOf, memorySource } from './source_test_helpers';

const EVENTS = attackEvents();
const NDJSON = toNdjson(EVENTS);
const HITS = toHits(EVENTS, (i) => `hit-${i}`);

describe('probe', () => {
  it.each<[string, string, string, string[]]>([
    ['events', NDJSON, 'ndjson', ['implant-0', 'implant-1', 'implant-2', 'implant-3']],
    [
      'events behind a byte order mark',
      `\ufeff${NDJSON}`,
      'ndjson',
      ['implant-0', 'implant-1', 'implant-2', 'implant-3'],
    ],
    [
      'events behind blank lines',
      `\r\n\n${NDJSON}`,
      'ndjson',
      ['implant-0', 'implant-1', 'implant-2', 'implant-3'],
    ],
    [
      'events behind a broken line',
      `{"a":\n${NDJSON}`,
      'ndjson',
      ['implant-0', 'implant-1', 'implant-2', 'implant-3'],
    ],
    ['hits', toNdjson(HITS), 'ndjson', ['hit-0', 'hit-1', 'hit-2', 'hit-3']],
    [
      'a bulk body',
      toBulk(EVENTS, (i) => `bulk-${i}`),
      'bulk',
      ['bulk-0', 'bulk-1', 'bulk-2', 'bulk-3'],
    ],
    [
      'a bulk body without ids',
      EVENTS.map((event) => `{"index":{}}\n${JSON.stringify(event)}\n`).join(''),
      'bulk',
      ['implant-0', 'implant-1', 'implant-2', 'implant-3'],
    ],
    ['a response', JSON.stringify({ hits: { hits: HITS } }), 'json', []],
    ['a response on many lines', JSON.stringify({ hits: { hits: HITS } }, null, 2), 'json', []],
    [
      'a response on many lines, one of which is an object',
      '{\n"hits": {"hits": [\n{}\n]}\n}',
      'json',
      [],
    ],
    ['a list of events', JSON.stringify(EVENTS), 'json', []],
    [
      'a list of events, one a line',
      `[\n${EVENTS.map((event) => JSON.stringify(event)).join(',\n')}\n]`,
      'json',
      [],
    ],
  ])('recognises %s', async (_, text, format, ids) => {
    const found = await probe(memorySource(text));
    expect(found.format).toBe(format);
    expect(found.sample.map(({ _id }) => _id)).toEqual(ids);
  });

  it.each([
    ['nothing', '', /It is empty/],
    ['blank lines', '\n \r\n\t\n', /It holds blank lines only/],
    [
      'text',
      'Mar 1 10:00:00 web-1 sshd[7]: hello\n',
      /begins with \[Mar 1 10:00:00 .*\], which is no JSON/,
    ],
    ['a table', 'time,host\n1,web-1\n', /begins with \[time,host\], which is no JSON/],
    ['numbers', '1\n2\n', /begins with \[1\], which is no event/],
    ['bytes', '\u0001\u0002\u0003\n', /which is no JSON/],
  ])('refuses %s, and says what it expects', async (_, text, reason) => {
    expect(await inputErrorOf(probe(memorySource(text, { name: 'x.log' })))).toMatchObject({
      input: 'x.log',
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(/NDJSON.*_bulk.*search response.*gzipped/),
    });
  });

  it.each([
    ['with its mark', Buffer.from(`\ufeff${NDJSON}`, 'utf16le')],
    ['without it', Buffer.from(NDJSON, 'utf16le')],
    ['big-endian, with its mark', Buffer.from(`\ufeff${NDJSON}`, 'utf16le').swap16()],
    ['big-endian, without it', Buffer.from(NDJSON, 'utf16le').swap16()],
  ])('names UTF-16 %s, and how to convert it', async (_, bytes) => {
    expect(await inputErrorOf(probe(memorySource(bytes)))).toMatchObject({
      reason: 'It is in UTF-16',
      remedy: expect.stringContaining('iconv'),
    });
  });

  it('shows no more of a line than tells what it is', async () => {
    const { message } = await inputErrorOf(probe(memorySource('x'.repeat(5000))));
    expect(message.length).toBeLessThan(400);
  });

  it.each([true, false])(
    'gives all lines, whether the source can be repeated: %s',
    async (repeatable) => {
      const text = toNdjson(
        Array.from({ length: 300 }, (_, i) => idleEvent('2026-03-01T10:00:00Z', `idle-${i}`)),
      );
      const found = await probe(memorySource(text, { repeatable, chunkSize: 1000 }));
      const lines: string[] = [];
      for await (const block of found.blocks()) {
        block.ends.forEach((end, i) => {
          lines.push(`${block.bytes.toString('utf8', lineStart(block, i), end)}\n`);
        });
      }
      expect(lines.join('')).toBe(text);
    },
  );
});
