// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiButtonEmpty,
  EuiCallOut,
  EuiCodeBlock,
  EuiCopy,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { sentence } from '../sentence';
import { Panel } from './panel';
import { shownJson } from '../shown_text';
import type { FileStepEvent, SequenceEvent } from './sequence_events';
import { numberedStage, stepWord } from './words';

/** Colouring longer text makes pages slow. */
const LONGEST_COLOURED = 50_000;
const HEIGHT = 480;

/** Every event in full, as JSON that can be copied. */
export function EventsPanel({
  events,
  steps,
}: {
  events: readonly SequenceEvent[];
  steps: readonly FileStepEvent[];
}) {
  return (
    <Panel
      subject="sourceEvents"
      title={i18n.translate('recentlyCompiled.alerts.events.title', {
        defaultMessage: 'Source events',
      })}
    >
      {events.map((event, i) => (
        <SourceEvent
          key={event.id}
          event={event}
          subject={`sourceEvent-${event.stage ?? i}`}
          title={numberedStage(event, i)}
        />
      ))}
      {steps.map((event, i) => (
        <SourceEvent
          key={`${event.id} ${i}`}
          event={event}
          subject={`sourceEvent-step-${i}`}
          title={stepWord(event.step)}
        />
      ))}
    </Panel>
  );
}

type ShownEvent = Omit<SequenceEvent, 'stage'>;

function SourceEvent({
  event,
  subject,
  title,
}: {
  event: ShownEvent;
  subject: string;
  title: string;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <EuiAccordion
        id={subject}
        data-test-subj={subject}
        buttonContent={title}
        forceState={isOpen ? 'open' : 'closed'}
        onToggle={setOpen}
      >
        {isOpen && <Document event={event} />}
      </EuiAccordion>
      <EuiSpacer size="s" />
    </>
  );
}

function Document({ event: { id, index, source, isCopy, problem } }: { event: ShownEvent }) {
  const [isWhole, setWhole] = useState(false);
  const json = shownJson({ _id: id, _index: index, _source: source });
  const isLong = json.length > LONGEST_COLOURED;
  return (
    <>
      {isCopy && (
        <>
          <EuiCallOut
            size="s"
            color="warning"
            iconType="warning"
            title={
              problem === null
                ? i18n.translate('recentlyCompiled.alerts.events.gone', {
                    defaultMessage: 'The event could not be read.',
                  })
                : sentence(problem.message)
            }
          >
            {problem !== null && <p>{sentence(problem.remedy)}</p>}
            <p>
              {i18n.translate('recentlyCompiled.alerts.events.copy', {
                defaultMessage: 'Shown is what the alert keeps of it.',
              })}
            </p>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </>
      )}
      <EuiCopy textToCopy={json}>
        {(copy) => (
          <EuiButtonEmpty size="xs" iconType="copy" data-test-subj="copyEvent" onClick={copy}>
            {i18n.translate('recentlyCompiled.alerts.events.copyAll', {
              defaultMessage: 'Copy the event',
            })}
          </EuiButtonEmpty>
        )}
      </EuiCopy>
      {isLong && !isWhole && (
        <EuiButtonEmpty size="xs" data-test-subj="wholeEvent" onClick={() => setWhole(true)}>
          {i18n.translate('recentlyCompiled.alerts.events.whole', {
            defaultMessage: 'Show all ({count, number} characters)',
            values: { count: json.length },
          })}
        </EuiButtonEmpty>
      )}
      <EuiCodeBlock
        language={isLong ? 'text' : 'json'}
        fontSize="s"
        paddingSize="s"
        overflowHeight={HEIGHT}
        data-test-subj="eventJson"
      >
        {isLong && !isWhole ? `${json.slice(0, LONGEST_COLOURED)}…` : json}
      </EuiCodeBlock>
    </>
  );
}
