// SPDX-License-Identifier: Apache-2.0
import type { EventSource } from '../eql/types/field_reader';
import { lineageReason } from './lineage_reason';

const at = (seconds: number): string =>
  new Date(Date.UTC(2026, 10, 24) + seconds * 1000).toISOString();

const COMPILE: EventSource = {
  '@timestamp': at(0),
  process: { name: 'gcc' },
  user: { name: 'dev' },
};
const LINK: EventSource = {
  '@timestamp': at(1),
  process: { name: 'ld' },
  file: { path: '/tmp/a.out', name: 'a.out' },
};
const EXECUTE: EventSource = { '@timestamp': at(60), process: { name: 'svc', entity_id: 'p1' } };
const CONNECT: EventSource = {
  '@timestamp': at(70),
  process: { name: 'svc', entity_id: 'p1' },
  host: { name: 'lab1' },
  destination: { ip: 'fd00::9', port: 4444 },
};
const CHILD: EventSource = { ...CONNECT, process: { name: 'bash', entity_id: 'p2' } };
const MOVED = [{ path: '/usr/bin/svc' }];

it.each([
  [
    'a file that was moved, and a child that connects',
    [COMPILE, LINK, EXECUTE, CHILD],
    MOVED,
    'svc (/usr/bin/svc, built as /tmp/a.out), compiled by dev with gcc 70 s earlier, connected through bash from lab1 to [fd00::9]:4444',
  ],
  [
    'a file that stayed where it was',
    [COMPILE, LINK, EXECUTE, CONNECT],
    [],
    'a.out (/tmp/a.out), compiled by dev with gcc 70 s earlier, connected from lab1 to [fd00::9]:4444',
  ],
  [
    'no compiler',
    [null, LINK, EXECUTE, CONNECT],
    [],
    'a.out (/tmp/a.out), linked with ld 69 s earlier, connected from lab1 to [fd00::9]:4444',
  ],
  [
    'a child without a name',
    [null, LINK, EXECUTE, { process: { entity_id: 'p2' } }],
    MOVED,
    'svc (/usr/bin/svc, built as /tmp/a.out), linked with ld, connected through a child',
  ],
  ['nothing', [null, null, null, {}], [], 'A program, linked, connected'],
])('tells of %s', (_, events, story, sentence) => {
  expect(lineageReason(events, story)).toBe(sentence);
});

it('keeps what looks like a message within names', () => {
  const odd = { ...LINK, file: { path: "/tmp/{name}'{x}' <b>" } };
  expect(lineageReason([null, odd, null, {}], [])).toBe(
    "{name}'{x}' <b> (/tmp/{name}'{x}' <b>), linked with ld, connected",
  );
});
