// SPDX-License-Identifier: Apache-2.0
import { PUBLISHED_QUERY } from './published_query';
import { PUBLISHED_SETUP_STEPS, PUBLISHED_WHAT_IT_WATCHES } from './published_setup';

/** One entry of MITRE ATT&CK. */
export interface ThreatReference {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
}

export interface ThreatTechnique extends ThreatReference {
  readonly subtechnique?: readonly ThreatReference[];
}

export interface Threat {
  readonly framework: string;
  readonly tactic: ThreatReference;
  readonly technique: readonly ThreatTechnique[];
}

/** A detection rule as Elastic publishes it; names are those of Security's rule schema. */
export interface PublishedRule {
  /** The same in every version of the rule. */
  readonly rule_id: string;
  readonly version: number;
  readonly name: string;
  readonly type: 'eql';
  readonly language: 'eql';
  readonly index: readonly string[];
  readonly query: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  /** From 0 to 100. */
  readonly risk_score: number;
  /** How often the rule runs: a whole number with its unit. */
  readonly interval: string;
  /** Where the search window begins: date math from the time of the run. */
  readonly from: string;
  /** The most alerts that one run may write. */
  readonly max_signals: number;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly author: readonly string[];
  readonly license: string;
  /** Repository and file. */
  readonly source: string;
  readonly what_it_watches: string;
  readonly threat: readonly Threat[];
  readonly setup_steps: readonly string[];
}

/**
 * Version 6 of the rule that everything here builds on.
 * @see https://github.com/elastic/detection-rules/blob/main/rules/linux/execution_network_event_post_compilation.toml
 */
export const PUBLISHED_RULE: PublishedRule = {
  rule_id: '64cfca9e-0f6f-4048-8251-9ec56a055e9e',
  version: 6,
  name: 'Network Connection via Recently Compiled Executable',
  type: 'eql',
  language: 'eql',
  index: ['logs-endpoint.events.*'],
  query: PUBLISHED_QUERY,
  severity: 'medium',
  risk_score: 47,
  interval: '5m',
  from: 'now-9m',
  max_signals: 100,
  references: [],
  tags: [
    'Domain: Endpoint',
    'OS: Linux',
    'Use Case: Threat Detection',
    'Tactic: Execution',
    'Data Source: Elastic Defend',
  ],
  author: ['Elastic'],
  license: 'Elastic License v2',
  source: 'detection-rules, rules/linux/execution_network_event_post_compilation.toml',
  what_it_watches: PUBLISHED_WHAT_IT_WATCHES,
  threat: [
    {
      framework: 'MITRE ATT&CK',
      tactic: {
        id: 'TA0002',
        name: 'Execution',
        reference: 'https://attack.mitre.org/tactics/TA0002/',
      },
      technique: [
        {
          id: 'T1059',
          name: 'Command and Scripting Interpreter',
          reference: 'https://attack.mitre.org/techniques/T1059/',
          subtechnique: [
            {
              id: 'T1059.004',
              name: 'Unix Shell',
              reference: 'https://attack.mitre.org/techniques/T1059/004/',
            },
          ],
        },
      ],
    },
    {
      framework: 'MITRE ATT&CK',
      tactic: {
        id: 'TA0011',
        name: 'Command and Control',
        reference: 'https://attack.mitre.org/tactics/TA0011/',
      },
      technique: [
        {
          id: 'T1071',
          name: 'Application Layer Protocol',
          reference: 'https://attack.mitre.org/techniques/T1071/',
        },
      ],
    },
  ],
  setup_steps: PUBLISHED_SETUP_STEPS,
};
