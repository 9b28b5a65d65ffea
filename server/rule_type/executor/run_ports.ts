// SPDX-License-Identifier: Apache-2.0
import type { KibanaAddress, OwnRule, SequenceAlert } from '../../../common/alerts';
import type { AlertStore } from '../../alert_store/alert_store';
import type { ExclusionSource } from '../../exclusion_store/exclusion_source';
import type { Failure } from '../../failure';
import type { Notice } from '../../notice';
import type { EventIndex } from '../../search/event_index';
import type { LineageSearch } from '../../search/lineage_search';
import type { SequenceSearch } from '../../search/sequence_search';
import type { SecurityRuleSource } from '../../security_rules/security_rule_source';
import type { RuleTypeParams } from '../rule_type_params';
import type { RunState } from './run_state';

/** What a run needs of the world. */
export interface RunPorts {
  readonly search: SequenceSearch;
  readonly lineage: LineageSearch;
  readonly events: EventIndex;
  readonly alerts: AlertStore;
  readonly exclusions: ExclusionSource;
  readonly securityRules: SecurityRuleSource;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

export interface RunInput {
  readonly rule: OwnRule;
  readonly params: RuleTypeParams;
  /** The time spans among them, in milliseconds; `reach` is the longest from the first event to the last. */
  readonly spans: Readonly<Record<'from' | 'reach' | 'maxLateness', number>>;
  readonly state: RunState;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly executionId: string;
  readonly spaceId: string;
  readonly kibanaVersion: string;
  readonly address: KibanaAddress;
  /** Calls off what is under way. */
  readonly signal: AbortSignal;
  /** Whether the run should come to its end; asked between two pieces of work. */
  readonly shouldEnd: () => boolean;
}

export interface RunMetrics {
  /** All in milliseconds. */
  readonly searching: number;
  readonly writing: number;
  readonly gap: number;
  /** How many alerts there were to write, and how many were new. */
  readonly detected: number;
  readonly created: number;
}

export interface RunResult {
  /** What the next run goes on from. */
  readonly state: RunState;
  /** The alerts that this run has written. */
  readonly created: readonly SequenceAlert[];
  readonly metrics: RunMetrics;
  readonly warnings: readonly Notice[];
  /** In one sentence, what was searched and found. */
  readonly summary: string;
  /** What went wrong after a part had been done. */
  readonly failure: Failure | undefined;
}
