// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from '../../common/rule';
import type { Fact } from './rule_facts';

/** The long lists of names that lineage goes by are for the editor. */
type Shown = Exclude<keyof RuleParams, `lineage${string}`>;

const TITLES: Record<Shown, string> = {
  detection: 'Detection',
  compilers: 'Compilers',
  linkers: 'Linkers',
  excludedProcessNames: 'Programs that do not count',
  excludedNetworks: 'Networks that do not count',
  maxspan: 'From compiling to connecting within',
  indexPatterns: 'Index patterns',
  tiebreakerField: 'Tiebreaker',
  interval: 'Runs every',
  from: 'Looks back',
  maxLateness: 'Late events up to',
  maxSignals: 'Most alerts of a run',
};

/** What the rule looks for, and how it runs. */
export const paramFacts = (params: RuleParams): Fact[] =>
  (Object.keys(TITLES) as Shown[]).map((name) => ({
    title: TITLES[name],
    description: inWords(params[name]),
  }));

const inWords = (value: RuleParams[Shown]): string =>
  Array.isArray(value) ? value.join(', ') || 'None' : String(value ?? 'None');
