// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiDescriptionList, EuiFlexGrid, EuiFlexItem, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Stage } from '../../common/alerts/stages';
import type { FileEvents } from '../../common/api';
import { storyOf, type Fact, type Story } from './alert_story';
import { FileStory } from './file_story_list';
import { Panel } from './panel';
import {
  missingStages,
  sourcesByStage,
  type FileStepEvent,
  type SequenceEvent,
} from './sequence_events';
import { ShownValue } from './shown_value';
import { factWord, notRecorded } from './words';

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

/** Which stage a part tells of. */
const STAGE_OF: Partial<Record<keyof Story, Stage>> = { compile: 'compile', run: 'execute' };

/** What happened, as the events tell it. */
export function StoryPanel({
  events,
  steps,
  fileEvents,
}: {
  events: readonly SequenceEvent[];
  steps: readonly FileStepEvent[];
  /** What the sensor tells of the file; null where the alert does not say where it was. */
  fileEvents: FileEvents | null;
}) {
  const sources = sourcesByStage(events);
  const story = storyOf(sources);
  const missing: readonly (Stage | undefined)[] = missingStages(events);
  return (
    <Panel
      subject="alertStory"
      title={i18n.translate('recentlyCompiled.alerts.story.title', {
        defaultMessage: 'What happened',
      })}
    >
      <EuiFlexGrid columns={2}>
        {PARTS.map((part) => (
          <EuiFlexItem key={part} data-test-subj={`story-${part}`}>
            <EuiTitle size="xs">
              <h3>{TITLES[part]()}</h3>
            </EuiTitle>
            {missing.includes(STAGE_OF[part]) ? (
              <EuiText size="s" color="subdued">
                {notRecorded()}
              </EuiText>
            ) : (
              <Facts facts={story[part]} />
            )}
          </EuiFlexItem>
        ))}
        <EuiFlexItem data-test-subj="story-file">
          <EuiTitle size="xs">
            <h3>
              {i18n.translate('recentlyCompiled.alerts.story.file', {
                defaultMessage: 'What became of the file',
              })}
            </h3>
          </EuiTitle>
          <FileStory events={events} steps={steps} told={fileEvents} />
        </EuiFlexItem>
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
