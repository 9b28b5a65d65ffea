// SPDX-License-Identifier: Apache-2.0
import type { NameMode } from '../captures/recordings';
import { MODES, RULES, type FlowQuality, type Rule } from './measure';

const found = (flows: readonly FlowQuality[], rule: Rule, mode: NameMode): FlowQuality[] =>
  flows.filter(({ alerts }) => alerts[rule][mode] > 0);

/** Markdown: what each rule finds, in all and by flow. */
export const qualityTable = (flows: readonly FlowQuality[]): string => {
  const attacks = flows.filter(({ isAttack, shouldDetect }) => isAttack && shouldDetect);
  const beyond = flows.filter(({ isAttack, shouldDetect }) => isAttack && !shouldDetect);
  const meant = flows.filter(({ isAttack, shouldDetect }) => !isAttack && shouldDetect);
  const benign = flows.filter(({ isAttack, shouldDetect }) => !isAttack && !shouldDetect);
  const rows = RULES.flatMap((rule) =>
    MODES.map((mode) => [
      rule,
      mode,
      ...[attacks, beyond, meant, benign].map(
        (group) => `${found(group, rule, mode).length} of ${group.length}`,
      ),
    ]),
  );
  return [
    ...table(
      [
        'rule',
        'names',
        'attacks found',
        "attacks outside the published rule's idea",
        'benign, an alert is meant',
        'false alerts',
      ],
      rows,
    ),
    '',
    ...table(
      [
        'flow',
        'technique',
        'should be found',
        ...RULES.map((rule) => `${rule}: invoked / resolved`),
      ],
      flows.map((flow) => [
        flow.flow,
        flow.technique,
        flow.shouldDetect ? 'yes' : flow.isAttack ? 'bonus' : 'no',
        ...RULES.map((rule) =>
          MODES.map((mode) => (flow.alerts[rule][mode] > 0 ? 'found' : '-')).join(' / '),
        ),
      ]),
    ),
    '',
  ].join('\n');
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
