// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBadge, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Ancestors } from '../../common/api';
import { Panel } from './panel';
import { Problems } from './problems';
import { processTree, type ProcessNode } from './process_tree';
import type { FileStepEvent, SequenceEvent } from './sequence_events';
import { ShownValue } from './shown_value';
import { numberedStage, stepWord } from './words';

const LIST: React.CSSProperties = { listStyle: 'none', margin: 0, paddingLeft: 0 };
/** Small, since a line of ancestors can be long and a screen narrow. */
const NESTED: React.CSSProperties = { ...LIST, paddingLeft: 12 };

/** The processes of the events under their ancestors, with the events and what became of the file marked. */
export function ProcessTreePanel({
  events,
  steps,
  ancestors,
}: {
  events: readonly SequenceEvent[];
  steps: readonly FileStepEvent[];
  ancestors: Ancestors | null;
}) {
  const roots = processTree(
    [...events, ...steps].map(({ source }) => source),
    ancestors?.processes,
  );
  const marks = [
    ...events.map((event, i) => numberedStage(event, i)),
    ...steps.map(({ step }) => stepWord(step)),
  ];
  return (
    <Panel
      subject="processTree"
      title={i18n.translate('recentlyCompiled.alerts.tree.title', {
        defaultMessage: 'Processes',
      })}
    >
      <EuiText size="s">
        {roots.length === 0 ? (
          <p>
            {i18n.translate('recentlyCompiled.alerts.tree.none', {
              defaultMessage: 'The events do not carry ids of processes, so there is no tree.',
            })}
          </p>
        ) : (
          <ul style={LIST}>
            {roots.map((root) => (
              <Process key={root.entityId} node={root} marks={marks} />
            ))}
          </ul>
        )}
        <Problems problems={ancestors?.problems ?? []} />
      </EuiText>
    </Panel>
  );
}

function Process({ node, marks }: { node: ProcessNode; marks: readonly string[] }) {
  const { names, pid, commandLine, children } = node;
  const isMarked = node.events.length > 0;
  const name = (
    <ShownValue
      value={
        names.join(' → ') ||
        i18n.translate('recentlyCompiled.alerts.tree.unnamed', {
          defaultMessage:
            '{count, plural, one {A process} other {# processes}} that the events do not name',
          values: { count: node.count },
        })
      }
      most={80}
    />
  );
  return (
    <li style={LIST}>
      <div>
        {isMarked ? <strong>{name}</strong> : name}
        {pid !== undefined &&
          ` ${i18n.translate('recentlyCompiled.alerts.tree.pid', {
            defaultMessage: '(pid {pid})',
            values: { pid: String(pid) },
          })}`}{' '}
        {node.events.map((index) => (
          <EuiBadge key={index} color="primary" data-test-subj={`treeEvent-${index}`}>
            {marks[index]}
          </EuiBadge>
        ))}
        {commandLine !== undefined && (
          <div>
            <code>
              <ShownValue value={commandLine} most={200} />
            </code>
          </div>
        )}
      </div>
      {children.length > 0 && (
        <ul style={NESTED}>
          {children.map((child) => (
            <Process key={child.entityId} node={child} marks={marks} />
          ))}
        </ul>
      )}
    </li>
  );
}
