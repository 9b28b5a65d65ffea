// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { RulePreviewResponse } from '../../common/api';
import { DetectionChoice } from './detection_choice';
import { Result } from './detection_preview';

const textOf = (element: React.ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const ANSWER: RulePreviewResponse = {
  from: '2026-11-17T12:00:00.000Z',
  to: '2026-11-24T12:00:00.000Z',
  published: { sequences: 3, hosts: 2, isCut: false, problem: null },
  lineage: { sequences: 1000, hosts: 7, isCut: true, problem: null },
  both: 1,
  examples: [
    {
      connectedAt: null,
      hostId: 'h1',
      hostName: null,
      path: '/tmp/\u202egpj.x',
      destinationIp: '2001:db8::1',
      destinationPort: 4444,
      foundBy: 'both',
    },
  ],
  warnings: [],
};

test('explains both detections, with the chosen one checked', () => {
  const html = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <DetectionChoice
        value="lineage"
        onChange={() => undefined}
        api={{ previewRule: () => Promise.reject(new Error('not asked')) }}
        params={undefined}
      />
    </QueryClientProvider>,
  );
  expect(html).toContain('Follows the file itself');
  expect(html).toContain('Joins events where an argument of the compiler');
  expect(html).toContain('Preview the last 7 days');
  const checked = /<input[^>]*checked[^>]*>/g.exec(html);
  expect(checked?.[0]).toContain('detection-lineage');
});

test('shows what each would have found, what only one of them, and examples as text', () => {
  const text = textOf(<Result answer={ANSWER} />);
  expect(text).toMatch(/By name .*\b3\b.*\b2\b.*\b2\b.*By lineage .*1,000 or more.*\b999\b.*\b7\b/);
  expect(text).toContain('/tmp/⟨U+202E⟩gpj.x');
  expect(text).toContain('[2001:db8::1]:4444');
  expect(text).toContain('By both');
});

test('says why a detection could not search', () => {
  const problem = { message: 'The query was refused', remedy: 'Mend the mapping' };
  const text = textOf(
    <Result answer={{ ...ANSWER, published: { ...ANSWER.published, problem }, examples: [] }} />,
  );
  expect(text).toMatch(/By name: The query was refused.*Mend the mapping/);
  expect(text).toContain('Neither would have found anything.');
});
