// SPDX-License-Identifier: Apache-2.0
import type { Query, Stage } from '../../common/eql/ast';
import { printEventFilter } from '../../common/eql/printer';
import { readDefendEvent } from '../../common/ecs';
import type { EventDocument } from '../../common/search';
import type { Miss, MissReason } from '../../common/sequence';
import { formatCount, formatTime } from './format_values';
import { safeText } from './safe_text';
import { shorten } from './shorten';

/** Of one value of an event, in cells of the terminal. */
const MOST_CELLS = 100;

export interface Explanation {
  readonly query: Query;
  /** Events that matched, by stage; `with runs=N` counts as N stages. */
  readonly matched: readonly number[];
  readonly misses: readonly Miss<EventDocument>[];
  /** The names of the stages where the query is the rule. */
  readonly stageNames: readonly string[];
}

/** How many events matched each stage, and what the nearest misses lacked. */
export const explanationText = (explanation: Explanation): string => {
  const { matched, misses } = explanation;
  const stages = stagesOf(explanation.query);
  const lines = stages.map(
    ({ text }, i) =>
      `  ${titleOf(explanation, i)}: ${formatCount(matched[i] ?? 0, 'event')}\n    ${text}`,
  );
  const header = 'Events that matched each stage:\n';
  return `${header}${lines.join('\n')}\n${misses.length > 0 ? missesText(explanation, stages) : ''}`;
};

interface NamedStage {
  readonly text: string;
  readonly missing: boolean;
}

const stagesOf = (query: Query): NamedStage[] =>
  query.kind === 'event'
    ? [{ text: printEventFilter(query.filter), missing: false }]
    : query.stages.flatMap((stage) =>
        Array.from<NamedStage>({ length: stage.runs }).fill(named(stage)),
      );

const named = ({ filter, missing }: Stage): NamedStage => ({
  text: `${missing ? '!' : ''}[${printEventFilter(filter)}]`,
  missing,
});

const titleOf = ({ stageNames }: Explanation, index: number): string => {
  const name = stageNames[index];
  return `stage ${index + 1}${name === undefined ? '' : ` (${name})`}`;
};

const missesText = (explanation: Explanation, stages: readonly NamedStage[]): string => {
  const lines = explanation.misses.map((miss) => `  ${missText(explanation, stages, miss)}`);
  return `\nNearest misses:\n${lines.join('\n')}\n`;
};

const REASONS: Readonly<Record<MissReason, string>> = {
  replaced: 'a newer event took its place',
  expired: 'the time was over',
  ended: 'until ended it',
  contradicted: 'an event came that had to be missing',
  unfinished: 'there were no more events',
};

const missText = (
  explanation: Explanation,
  stages: readonly NamedStage[],
  { key, events, reason }: Miss<EventDocument>,
): string => {
  const present = stages.flatMap(({ missing }, i) => (missing ? [] : [i]));
  const lacking = present[events.length];
  const what = lacking === undefined ? 'complete' : `lacks ${titleOf(explanation, lacking)}`;
  const values = key.values.map((value) => shown(String(value ?? 'none'))).join(', ');
  const under = values === '' ? '' : ` under [${values}]`;
  return `${what}${under}: ${events.map(describeEvent).join(', then ')}; ${REASONS[reason]}`;
};

const describeEvent = ({ _id, _source }: EventDocument): string => {
  const { timestamp, commandLine, processName, filePath } = readDefendEvent(_source);
  const time = timestamp === undefined ? '' : `${formatTime(timestamp)} `;
  return `${time}${shown(filePath ?? commandLine ?? processName ?? _id)}`;
};

const shown = (value: string): string => shorten(safeText(value), MOST_CELLS);
