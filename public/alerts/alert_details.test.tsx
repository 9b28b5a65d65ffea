// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router-dom';
import type { AlertResponse } from '../../common/api';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { AlertDetails } from './alert_details';
import { alertAbout, SEQUENCE } from './alert_test_data';
import { sequenceEvents } from './sequence_events';

/** Without the styles that come with it. */
const markup = (answer: AlertResponse): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <AlertDetails
        answer={answer}
        events={sequenceEvents(answer)}
        params={DEFAULT_RULE_PARAMS}
        actions={null}
      />
    </MemoryRouter>,
  ).replace(/<style.*?<\/style>/gs, '');

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

test('tells the sequence with its gaps, what happened and why it matched', () => {
  const html = markup(alertAbout(SEQUENCE));
  const text = textOf(html);
  expect(text).toMatch(/1\. Compile gcc .* 2\. Link ld .*\(1 s after the stage before\)/);
  expect(text).toMatch(/4\. Connect revsh .*\(2 s after the stage before\)/);
  expect(text).toContain('From the first event to the last: 4 s');
  expect(text).toContain('Compiled from x.c');
  expect(text).toContain('Destination 203.0.113.7:4444');
  expect(text).toMatch(/revsh \(pid 30\) 3\. Execute 4\. Connect/);
  expect(text).toContain('process.name in ("gcc", "g++", "cc") process.name: gcc');
  expect(text).toContain('All within 1 min 0 s: it took 4 s');
  expect(html).not.toContain('data-test-subj="notAllMet"');
});

test('what an attacker has written is text, in sight and of bounded length', () => {
  const hostile = (char: string) =>
    `<img src=x onerror=alert(1)>\u202egpj.exe\u0007${char.repeat(1_000_000)}`;
  const everywhere = SEQUENCE.map((event) => ({
    ...event,
    host: { id: hostile('h'), name: hostile('n'), os: { type: 'linux' } },
    user: { name: hostile('u'), id: hostile('i') },
    process: {
      name: hostile('p'),
      executable: hostile('e'),
      args: [hostile('a')],
      entity_id: hostile('y'),
      command_line: hostile('c'),
      parent: { entity_id: hostile('q'), name: hostile('r') },
      Ext: { ancestry: [hostile('q'), hostile('s')] },
    },
    file: { name: hostile('f'), path: hostile('g') },
    destination: { ip: hostile('d'), domain: hostile('o') },
  }));
  const text = hostile('x');
  const html = markup(alertAbout(everywhere, { reason: text, status: text, severity: text }));
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;⟨U+202E⟩gpj.exe\u2407');
  expect(html).not.toContain('\u202e');
  expect(html).not.toContain('\u0007');
  expect(html.length).toBeLessThan(300_000);
});

test('an alert with nothing in it is still a page', () => {
  const text = textOf(markup({ ...alertAbout([]), shell: {} }));
  expect(text).toContain('The events do not tell.');
  expect(text).toContain('there is no tree');
});

test('related things say whether they are new, and how much was seen', () => {
  const answer = alertAbout(SEQUENCE);
  const seen = (firstSeen: string): AlertResponse['related']['binary'] => ({
    alerts: {
      count: 1,
      firstSeen: answer.alert.startedAt,
      lastSeen: null,
      newest: [
        {
          id: 'other',
          processName: 'revsh',
          hostName: 'web7',
          detectedAt: '2026-11-24T11:00:00.000Z',
        },
      ],
    },
    events: {
      count: 2,
      isLowerBound: false,
      hosts: 1,
      firstSeen,
      lastSeen: '2026-11-24T11:55:04.000Z',
      from: '2026-11-17T11:55:00.000Z',
      to: '2026-12-01T11:55:00.000Z',
    },
    problems: [{ message: 'Some shards failed', remedy: 'Try again' }],
  });
  const text = textOf(
    markup({
      ...answer,
      related: {
        binary: seen('2026-11-24T11:55:01.000Z'),
        destination: seen('2026-11-20T00:00:00.000Z'),
        hostUser: null,
      },
    }),
  );
  expect(text).toMatch(
    /Same binary First time in the days searched 1 other alert revsh on web7 2 events on 1 host .*Some shards failed/,
  );
  expect(text).toMatch(/Same destination Seen before/);
  expect(text).toMatch(/Same user on the same host The alert does not tell enough/);
});

describe('an alert that lineage found', () => {
  const [COMPILE, LINK, EXECUTE, CONNECT] = SEQUENCE;
  const service = { name: 'svc', executable: '/usr/bin/svc', pid: 30, entity_id: 'svc-1' };
  const renamed = {
    '@timestamp': '2026-11-24T11:55:01.500Z',
    event: { category: ['file'], type: ['change'], action: 'rename' },
    process: { name: 'mv', pid: 21, entity_id: 'mv-1' },
    file: { path: '/usr/bin/svc' },
  };
  const stages = ['compile', 'link', 'execute', 'connect'] as const;
  const about = (
    sources: readonly (Readonly<Record<string, unknown>> | null)[],
    changes: Partial<AlertResponse> = {},
  ): AlertResponse => {
    const answer = alertAbout([], { detection: 'lineage' });
    const events = sources.flatMap((source, i) =>
      source === null
        ? []
        : [{ stage: stages[i] ?? null, id: `e${i}`, index: 'logs', source, problem: null }],
    );
    return { ...answer, events, ...changes };
  };
  const step = {
    step: 'rename' as const,
    path: '/usr/bin/svc',
    at: '2026-11-24T11:55:01.500Z',
    id: 'renamed',
    index: 'logs',
    source: renamed,
    problem: null,
  };

  test('shows the story of its file between link and execution', () => {
    const answer = about(
      [COMPILE, LINK, { ...EXECUTE, process: service }, { ...CONNECT, process: service }],
      { fileStory: [step] },
    );
    const text = textOf(markup(answer));
    expect(text).toContain('Found by Recently Compiled, which followed the file');
    expect(text).toMatch(
      /2\. Link ld .* Renamed \/usr\/bin\/svc .*\(500 ms after the stage before\) .*3\. Execute svc/,
    );
    expect(text).toMatch(
      /What became of the file Written \/home\/dev\/revsh by ld .* Renamed \/usr\/bin\/svc by mv .* Run \/usr\/bin\/svc/,
    );
    expect(text).toContain('mv (pid 21) Renamed');
    expect(text).toContain('gcc is among the compilers, as gcc');
    expect(text).toContain('ld is among the linkers, as ld');
    expect(text).toContain('mv renamed it to /usr/bin/svc');
    expect(text).toContain('The program that runs is this file, /usr/bin/svc');
    expect(text).toContain('The process that was executed connects itself');
    expect(text).toContain('203.0.113.7 is in none of the networks that do not count');
    expect(text).toContain('From linking to connecting within 15 min 0 s: it took 3 s');
    expect(text).not.toContain('process.args');
  });

  test('says which stages were not recorded', () => {
    const html = markup(about([null, LINK, null, CONNECT]));
    const text = textOf(html);
    expect(text).toMatch(/1\. Compile Not recorded .*2\. Link ld .*3\. Execute Not recorded/);
    expect(text).toMatch(/What was compiled Not recorded/);
    expect(text).toMatch(/What ran it Not recorded/);
    expect(text).toContain('Not recorded: no compiler was seen above the linker.');
    expect(text).toContain('Not recorded: the process is known by its connection alone.');
    expect(text).toMatch(/revsh \(pid 30\) 4\. Connect/);
  });

  test('tells of a step whose event is gone what the alert keeps', () => {
    const problem = { message: 'The event [renamed] in [logs] is gone', remedy: 'Nothing' };
    const gone = { ...step, source: null, problem };
    const text = textOf(markup(about([COMPILE, LINK, EXECUTE, CONNECT], { fileStory: [gone] })));
    expect(text).toMatch(/Renamed \/usr\/bin\/svc .*\(500 ms after the stage before\)/);
  });
});
