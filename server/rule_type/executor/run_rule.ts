// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { asSecurityRule, type SecurityRule } from '../../../common/alerts';
import { queryFields, relevantEvents } from '../../../common/rule';
import type { ExceptionListReference } from '../../exclusion_store/exclusion_source';
import { OWN_LIST } from '../../exclusion_store/own_list';
import { Failure } from '../../failure';
import type { Notice } from '../../notice';
import type { IndexDescription } from '../../search/event_index';
import { findSequences, type Searches } from '../../search/find_sequences';
import type { TimeRange } from '../../search/time_range';
import { asSecurityFinds, securityFinder } from './as_security_finds';
import { chooseTiebreaker } from './choose_tiebreaker';
import { blind, conclude, passed } from './conclude';
import { exclusionFilters, type ExclusionFilters } from './exclusion_filters';
import { CATEGORIES, INGESTED, noIndices, unknownLateness, unmappedFields } from './missing_data';
import { LATE_RESOLUTION, lateTimes, planSlices, regularRange } from './plan_ranges';
import type { RunInput, RunPorts, RunResult } from './run_ports';
import { searchAndWrite } from './search_and_write';
import { stopwatch } from './stopwatch';
import { writeAlerts } from './write_alerts';

/**
 * One run of the rule: load, choose the window, search, identify, write, and move the checkpoint past what
 * was written. Throws a `Failure` when nothing could be written; then the next run begins where this one did.
 */
export const runRule = async (input: RunInput, ports: RunPorts): Promise<RunResult> => {
  const securityRule = await loadSecurityRule(input, ports);
  if (!securityRule.enabled) {
    return passed(input, ports.now(), {
      message: i18n.translate('recentlyCompiled.run.linkDisabled', {
        defaultMessage: 'The linked Security rule [{name}] is disabled, so this run did nothing',
        values: { name: securityRule.name },
      }),
      remedy: i18n.translate('recentlyCompiled.run.linkDisabledRemedy', {
        defaultMessage: 'Enable it on the Security rules page',
      }),
    });
  }
  await ports.alerts.prepare(input.signal);
  const loaded = await ports.exclusions.load(listsOf(securityRule), input.signal);
  const described = await describeIndices(input, ports);
  const missing = whatIsMissing(input, described);
  return missing
    ? blind(input, ports.now(), missing)
    : search(input, ports, {
        securityRule,
        exclusions: exclusionFilters(loaded, ports.now()),
        described,
      });
};

const loadSecurityRule = async (
  { params, rule, spaceId }: RunInput,
  { securityRules }: RunPorts,
): Promise<SecurityRule> => {
  if (params.securityRuleId === null) {
    return asSecurityRule(rule, params);
  }
  const linked = await securityRules.read(params.securityRuleId, spaceId);
  if (!linked) {
    throw new Failure('not_found', {
      message: i18n.translate('recentlyCompiled.run.linkMissing', {
        defaultMessage: 'The linked Security rule [{id}] does not exist any more',
        values: { id: params.securityRuleId },
      }),
      remedy: i18n.translate('recentlyCompiled.run.linkMissingRemedy', {
        defaultMessage: 'Link another Security rule, or delete this rule',
      }),
    });
  }
  return linked;
};

/** The lists of the Security rule, and ours, which applies whether that rule has it or not. */
const listsOf = ({ params }: SecurityRule): ExceptionListReference[] => {
  const attached = params.exceptionsList as readonly ExceptionListReference[];
  return attached.some(({ list_id: id }) => id === OWN_LIST.list_id)
    ? [...attached]
    : [...attached, OWN_LIST];
};

const describeIndices = (
  { params: { detection, indexPatterns, tiebreakerField }, signal }: RunInput,
  { events }: RunPorts,
): Promise<IndexDescription> =>
  events.describe(
    indexPatterns,
    [...queryFields(detection), INGESTED, ...(tiebreakerField === null ? [] : [tiebreakerField])],
    signal,
  );

const whatIsMissing = ({ params }: RunInput, described: IndexDescription): Notice | undefined =>
  described.indices.length === 0
    ? noIndices(params.indexPatterns)
    : unmappedFields(queryFields(params.detection), described);

interface Loaded {
  readonly securityRule: SecurityRule;
  readonly exclusions: ExclusionFilters;
  readonly described: IndexDescription;
}

const search = async (
  input: RunInput,
  ports: RunPorts,
  { securityRule, exclusions, described }: Loaded,
): Promise<RunResult> => {
  const { params, spans, startedAt, signal } = input;
  const { indexPatterns } = params;
  const tiebreaker = chooseTiebreaker(params.tiebreakerField, described);
  const clock = stopwatch(ports.now);
  const regular = regularRange({
    startedAt,
    lookBack: spans.from,
    searchedTo: searchedTo(input),
  });
  const late = await clock.searching(() => findLate(input, ports, regular.range));
  const counts = await clock.searching(() =>
    ports.events.countEvents(indexPatterns, CATEGORIES, regular.range, signal),
  );
  const searches: Searches = {
    search: { search: (asked) => clock.searching(() => ports.search.search(asked)) },
    lineage: { search: (asked) => clock.searching(() => ports.lineage.search(asked)) },
  };
  const options = { params, filter: exclusions.filter, tiebreakerField: tiebreaker.field, signal };
  const find = findSequences(searches, options);
  const ofSecurity =
    params.detection === 'lineage' && params.securityRuleId !== null
      ? securityFinder(searches.search, securityRule, options)
      : undefined;
  const progress = await searchAndWrite(planSlices(late, regular.range, spans.reach), {
    maxSignals: params.maxSignals,
    shouldEnd: input.shouldEnd,
    hides: exclusions.hides,
    find: ofSecurity ? asSecurityFinds(find, ofSecurity) : find,
    write: (sequences, room) =>
      clock.writing(() =>
        writeAlerts(sequences, {
          rule: securityRule,
          context: { ...input, finder: input.rule, now: ports.now() },
          store: ports.alerts,
          room,
          signal,
        }),
      ),
  });
  return conclude(input, {
    now: ports.now(),
    progress,
    regular,
    late,
    counts,
    warnings: exclusions.warnings,
    onceOnly: {
      tiebreaker: tiebreaker.warning,
      lateness: spans.maxLateness > 0 ? unknownLateness(described) : undefined,
    },
    spent: clock.spent(),
  });
};

/** As long as no run has ended well, all since the rule was last saved or switched on is to be searched. */
const searchedTo = ({ state, rule, spans }: RunInput): number =>
  state.checkpoint
    ? Date.parse(state.checkpoint.searchedTo)
    : Date.parse(rule.updatedAt) - spans.from;

const findLate = async (
  { params, spans, state, startedAt, signal }: RunInput,
  { events }: RunPorts,
  regular: TimeRange,
): Promise<readonly TimeRange[]> => {
  const times =
    state.checkpoint &&
    lateTimes({
      startedAt,
      maxLateness: spans.maxLateness,
      ingestedTo: Date.parse(state.checkpoint.ingestedTo),
      regular,
    });
  return times
    ? events.lateEvents({
        ...times,
        indexPatterns: params.indexPatterns,
        filter: relevantEvents(params),
        resolution: LATE_RESOLUTION,
        signal,
      })
    : [];
};
