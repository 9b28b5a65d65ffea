// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFlexGrid, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { STAGES, type Stage } from '../../common/alerts/stages';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { RuleParams } from '../../common/rule';
import { durationWords } from './duration_words';
import { lineageMatch, type LineageReason } from './lineage_match';
import { LIST, MatchRow } from './match_row';
import { Panel } from './panel';
import type { FileStepEvent, SequenceEvent } from './sequence_events';
import { ShownValue } from './shown_value';
import { notRecorded, numberedStage } from './words';

/** Why lineage takes the events for a chain: what it followed from one to the next. */
export function LineagePanel({
  events,
  steps,
  params,
}: {
  events: readonly SequenceEvent[];
  steps: readonly FileStepEvent[];
  params: RuleParams | undefined;
}) {
  const sources: Partial<Record<Stage, EventSource>> = Object.fromEntries(
    events.flatMap(({ stage, source }) => (stage === null ? [] : [[stage, source]])),
  );
  const match = lineageMatch(sources, steps, params);
  return (
    <Panel
      subject="whyItMatched"
      title={i18n.translate('recentlyCompiled.alerts.matched.title', {
        defaultMessage: 'Why it matched',
      })}
    >
      <EuiText size="s">
        <p>
          {i18n.translate('recentlyCompiled.alerts.lineage.how', {
            defaultMessage:
              "Lineage followed the file and its processes; names of programs count for compilers and linkers alone, by the rule's parameters as they are now.",
          })}
        </p>
        <EuiFlexGrid columns={2}>
          {STAGES.map((stage, i) => (
            <EuiFlexItem key={stage} data-test-subj={`matched-${stage}`}>
              <EuiTitle size="xs">
                <h3>{numberedStage({ stage }, i)}</h3>
              </EuiTitle>
              {sources[stage] ? <Reasons reasons={match[stage]} /> : <p>{missingWhy(stage)}</p>}
            </EuiFlexItem>
          ))}
          {match.file.length > 0 && (
            <EuiFlexItem data-test-subj="matched-file">
              <EuiTitle size="xs">
                <h3>
                  {i18n.translate('recentlyCompiled.alerts.lineage.followed', {
                    defaultMessage: 'How the file was followed',
                  })}
                </h3>
              </EuiTitle>
              <Reasons reasons={match.file} />
            </EuiFlexItem>
          )}
        </EuiFlexGrid>
        <EuiSpacer size="m" />
        {match.time && (
          <ul style={LIST} data-test-subj="matched-time">
            <Time time={match.time} />
          </ul>
        )}
      </EuiText>
    </Panel>
  );
}

function Reasons({ reasons }: { reasons: readonly LineageReason[] }) {
  return (
    <ul style={LIST}>
      {reasons.map((reason, i) => (
        <MatchRow key={i} isMet={reason.isMet}>
          <ShownValue value={reasonText(reason)} most={300} />
        </MatchRow>
      ))}
    </ul>
  );
}

function Time({ time: { taken, limit } }: { time: { taken: number; limit: number | undefined } }) {
  return (
    <MatchRow isMet={limit === undefined ? undefined : taken <= limit}>
      {limit === undefined
        ? i18n.translate('recentlyCompiled.alerts.lineage.took', {
            defaultMessage: 'From linking to connecting it took {taken}',
            values: { taken: durationWords(taken) },
          })
        : i18n.translate('recentlyCompiled.alerts.lineage.within', {
            defaultMessage: 'From linking to connecting within {limit}: it took {taken}',
            values: { limit: durationWords(limit), taken: durationWords(taken) },
          })}
    </MatchRow>
  );
}

const missingWhy = (stage: Stage): string => {
  switch (stage) {
    case 'compile':
      return i18n.translate('recentlyCompiled.alerts.lineage.noCompiler', {
        defaultMessage: 'Not recorded: no compiler was seen above the linker.',
      });
    case 'execute':
      return i18n.translate('recentlyCompiled.alerts.lineage.noExecution', {
        defaultMessage: 'Not recorded: the process is known by its connection alone.',
      });
    default:
      return notRecorded();
  }
};

const reasonText = (reason: LineageReason): string => {
  switch (reason.code) {
    case 'isCompiler':
      return reason.pattern === ''
        ? i18n.translate('recentlyCompiled.alerts.lineage.compilerUnknown', {
            defaultMessage: '{name} is among the compilers',
            values: { name: reason.name },
          })
        : i18n.translate('recentlyCompiled.alerts.lineage.compiler', {
            defaultMessage: '{name} is among the compilers, as {pattern}',
            values: { name: reason.name, pattern: reason.pattern },
          });
    case 'isLinker':
      return reason.pattern === ''
        ? i18n.translate('recentlyCompiled.alerts.lineage.linkerUnknown', {
            defaultMessage: '{name} is among the linkers',
            values: { name: reason.name },
          })
        : i18n.translate('recentlyCompiled.alerts.lineage.linker', {
            defaultMessage: '{name} is among the linkers, as {pattern}',
            values: { name: reason.name, pattern: reason.pattern },
          });
    case 'isDriver':
      return i18n.translate('recentlyCompiled.alerts.lineage.driver', {
        defaultMessage: '{name} is among the compilers, as {pattern}, and writes a program itself',
        values: { name: reason.name, pattern: reason.pattern },
      });
    case 'aboveLinker':
      return i18n.translate('recentlyCompiled.alerts.lineage.aboveLinker', {
        defaultMessage: 'It is the process that wrote the file, or stands above it',
      });
    case 'wrote':
      return i18n.translate('recentlyCompiled.alerts.lineage.wrote', {
        defaultMessage: 'It wrote {path}',
        values: { path: reason.path },
      });
    case 'rename':
      return i18n.translate('recentlyCompiled.alerts.lineage.renamed', {
        defaultMessage: '{by} renamed it to {path}',
        values: { by: reason.by, path: reason.path },
      });
    case 'copy':
      return i18n.translate('recentlyCompiled.alerts.lineage.copied', {
        defaultMessage: '{by} copied it to {path}',
        values: { by: reason.by, path: reason.path },
      });
    case 'link':
      return i18n.translate('recentlyCompiled.alerts.lineage.linked', {
        defaultMessage: '{by} made the link {path} to it',
        values: { by: reason.by, path: reason.path },
      });
    case 'ranFile':
      return i18n.translate('recentlyCompiled.alerts.lineage.ranFile', {
        defaultMessage: 'The program that runs is this file, {path}',
        values: { path: reason.path },
      });
    case 'ranThrough':
      return i18n.translate('recentlyCompiled.alerts.lineage.ranThrough', {
        defaultMessage: '{program} runs or loads {path}',
        values: { program: reason.program, path: reason.path },
      });
    case 'sameProcess':
      return i18n.translate('recentlyCompiled.alerts.lineage.sameProcess', {
        defaultMessage: 'The process that was executed connects itself',
      });
    case 'descendant':
      return i18n.translate('recentlyCompiled.alerts.lineage.descendant', {
        defaultMessage: '{name}, a descendant of the process that was executed, connects',
        values: { name: reason.name },
      });
    case 'outside':
      return i18n.translate('recentlyCompiled.alerts.lineage.outside', {
        defaultMessage: '{address} is in none of the networks that do not count',
        values: { address: reason.address },
      });
  }
};
