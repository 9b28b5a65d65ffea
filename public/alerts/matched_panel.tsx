// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiCallOut,
  EuiCode,
  EuiFlexGrid,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { durationWords } from './duration_words';
import type { ExplainedMatch } from './explaining_query';
import type { FieldValues, MatchedCondition, MatchedKey } from './matched_conditions';
import { INDENTED, LIST, MatchRow as Row } from './match_row';
import { Panel } from './panel';
import type { SequenceEvent } from './sequence_events';
import { allText } from '../shown_text';
import { ShownValue } from './shown_value';
import { numberedStage } from './words';

/** Why it matched: stage by stage each condition of the query with the value that met it. */
export function MatchedPanel({
  match,
  events,
}: {
  match: ExplainedMatch | undefined;
  events: readonly SequenceEvent[];
}) {
  return (
    <Panel
      subject="whyItMatched"
      title={i18n.translate('recentlyCompiled.alerts.matched.title', {
        defaultMessage: 'Why it matched',
      })}
    >
      {match ? (
        <Match match={match} events={events} />
      ) : (
        <EuiText size="s">
          {i18n.translate('recentlyCompiled.alerts.matched.noQuery', {
            defaultMessage:
              'The alert does not carry a sequence query that can be read, so the conditions can not be told.',
          })}
        </EuiText>
      )}
    </Panel>
  );
}

function Match({
  match: { origin, explanation },
  events,
}: {
  match: ExplainedMatch;
  events: readonly SequenceEvent[];
}) {
  const { stages, keys, time, isMet } = explanation;
  return (
    <EuiText size="s">
      {!isMet && (
        <>
          <EuiCallOut
            size="s"
            color="warning"
            iconType="warning"
            data-test-subj="notAllMet"
            title={i18n.translate('recentlyCompiled.alerts.matched.notAllMet', {
              defaultMessage:
                'Some conditions of the query are not met by these events. The rule may have been changed since, or an event may not be readable any more.',
            })}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <p>
        {origin === 'alert'
          ? i18n.translate('recentlyCompiled.alerts.matched.byAlert', {
              defaultMessage: 'By the query that the alert carries.',
            })
          : i18n.translate('recentlyCompiled.alerts.matched.byRule', {
              defaultMessage: "By the rule's own parameters, as they are now.",
            })}
      </p>
      <EuiFlexGrid columns={2}>
        {stages.map((conditions, i) => (
          <EuiFlexItem key={i} data-test-subj={`matched-${events[i]?.stage ?? i}`}>
            <EuiTitle size="xs">
              <h3>{numberedStage({ stage: events[i]?.stage ?? null }, i)}</h3>
            </EuiTitle>
            <ul style={LIST}>
              {conditions.map((condition, k) => (
                <Condition key={k} condition={condition} />
              ))}
            </ul>
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
      <EuiSpacer size="m" />
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('recentlyCompiled.alerts.matched.together', {
            defaultMessage: 'What joins the events',
          })}
        </h3>
      </EuiTitle>
      <ul style={LIST}>
        {keys.map((key, i) => (
          <Key key={i} joined={key} />
        ))}
        {time && (
          <Row isMet={time.taken <= time.limit}>
            {i18n.translate('recentlyCompiled.alerts.matched.time', {
              defaultMessage: 'All within {limit}: it took {taken}',
              values: { limit: durationWords(time.limit), taken: durationWords(time.taken) },
            })}
          </Row>
        )}
      </ul>
    </EuiText>
  );
}

function Condition({ condition: { condition, isMet, found } }: { condition: MatchedCondition }) {
  return (
    <Row isMet={isMet}>
      <EuiCode transparentBackground className="eui-textBreakWord">
        {allText(condition)}
      </EuiCode>
      {found.map((values) => (
        <Found key={values.field} found={values} />
      ))}
    </Row>
  );
}

function Found({ found: { field, values } }: { found: FieldValues }) {
  return (
    <div style={INDENTED}>
      {`${field}: `}
      {values.length === 0 ? <NoValue /> : <ShownValue value={values.join(', ')} most={200} />}
    </div>
  );
}

const NoValue = () => (
  <em>
    {i18n.translate('recentlyCompiled.alerts.matched.noValue', { defaultMessage: 'no value' })}
  </em>
);

function Key({ joined: { found, shared } }: { joined: MatchedKey }) {
  const fields = [...new Set(found.map(({ field }) => field))].join(' = ');
  return (
    <Row isMet={shared.length > 0}>
      <EuiCode transparentBackground className="eui-textBreakWord">
        {allText(fields)}
      </EuiCode>
      <div style={INDENTED}>
        {shared.length === 0 ? <NoValue /> : <ShownValue value={shared.join(', ')} />}
      </div>
    </Row>
  );
}
