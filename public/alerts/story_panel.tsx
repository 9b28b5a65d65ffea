// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiDescriptionList, EuiFlexGrid, EuiFlexItem, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { storyOf, type Fact, type Story } from './alert_story';
import { Panel } from './panel';
import type { SequenceEvent } from './sequence_events';
import { ShownValue } from './shown_value';
import { factWord } from './words';

const TITLES: Readonly<Record<keyof Story, () => string>> = {
  who: () => i18n.translate('recentlyCompiled.alerts.story.who', { defaultMessage: 'Who, where' }),
  compile: () =>
    i18n.translate('recentlyCompiled.alerts.story.compile', {
      defaultMessage: 'What was compiled',
    }),
  binary: () =>
    i18n.translate('recentlyCompiled.alerts.story.binary', { defaultMessage: 'The binary' }),
  run: () => i18n.translate('recentlyCompiled.alerts.story.run', { defaultMessage: 'What ran it' }),
  connect: () =>
    i18n.translate('recentlyCompiled.alerts.story.connect', {
      defaultMessage: 'Where it connected',
    }),
};

const PARTS = ['who', 'compile', 'binary', 'run', 'connect'] as const;

/** What happened, as the four events tell it. */
export function StoryPanel({ events }: { events: readonly SequenceEvent[] }) {
  const story = storyOf(events.map(({ source }) => source));
  return (
    <Panel
      subject="alertStory"
      title={i18n.translate('recentlyCompiled.alerts.story.title', {
        defaultMessage: 'What happened',
      })}
    >
      <EuiFlexGrid columns={2}>
        {PARTS.map((part) => (
          <EuiFlexItem key={part}>
            <EuiTitle size="xs">
              <h3>{TITLES[part]()}</h3>
            </EuiTitle>
            <Facts facts={story[part]} />
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
    </Panel>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        {i18n.translate('recentlyCompiled.alerts.story.nothing', {
          defaultMessage: 'The events do not tell.',
        })}
      </EuiText>
    );
  }
  return (
    <EuiDescriptionList
      compressed
      listItems={facts.map(({ name, value }) => ({
        title: factWord(name),
        description: <ShownValue value={value} />,
      }))}
    />
  );
}
