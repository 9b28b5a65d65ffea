// SPDX-License-Identifier: Apache-2.0
export { buildRuleQuery, type QueryParams } from './build_rule_query';
export { DETECTIONS, type Detection } from './detection';
export { formatDuration, parseDuration } from './duration';
export { queryFields, QUERY_FIELDS } from './query_fields';
export { relevantEvents } from './relevant_events';
export { ON_LINUX, STAGE_KINDS, stageEvents } from './stage_events';
export { investigationGuide, linksToApp, linkToApp } from './investigation_guide';
export { buildNewestRuleQuery } from './newest_rule_query';
export { durationMs } from './param_durations';
export { MAX_LIST_ENTRIES, MAX_NAME_LENGTH } from './param_lists';
export type { ParamProblem } from './param_problem';
export {
  PUBLISHED_RULE,
  type PublishedRule,
  type Threat,
  type ThreatReference,
  type ThreatTechnique,
} from './published_rule';
export { PUBLISHED_DESCRIPTION } from './published_setup';
export {
  DEFAULT_RULE_PARAMS,
  MAX_SIGNALS_LIMIT,
  parseRuleParams,
  ruleParamsSchema,
  type ParsedRuleParams,
  type RuleParams,
} from './rule_params';
export { withoutPlaces } from './without_places';
