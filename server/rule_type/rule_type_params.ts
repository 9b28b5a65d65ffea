// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { parseRuleParams, type ParamProblem, type RuleParams } from '../../common/rule';

/** Raised whenever older parameters need a migration. */
export const PARAMS_VERSION = 2;

/** What our rule's saved object holds. */
export type RuleTypeParams = RuleParams & {
  readonly version: typeof PARAMS_VERSION;
  /** The Security rule that it belongs to; null for a rule that stands alone. */
  readonly securityRuleId: string | null;
};

export type ParsedRuleTypeParams =
  { readonly params: RuleTypeParams } | { readonly problems: readonly ParamProblem[] };

type Params = Readonly<Record<string, unknown>>;

/** What turns parameters of a version into those of the next. */
const MIGRATIONS: readonly ((params: Params) => Params)[] = [
  // Parameters without a version named the linked rule otherwise.
  ({ linkedRuleId, ...params }) => ({
    ...params,
    securityRuleId: params['securityRuleId'] ?? linkedRuleId ?? null,
  }),
  // There was one detection, which a rule keeps until somebody chooses the other.
  (params) => ({ ...params, detection: params['detection'] ?? 'published' }),
];

/** Kibana stores parameters with a version since the first; what has none, and no name of old, is new. */
const versionOf = (params: Params): unknown =>
  params['version'] ?? ('linkedRuleId' in params ? 0 : PARAMS_VERSION);

const own = z.object({
  version: z.number().int().min(0).max(PARAMS_VERSION),
  securityRuleId: z.string().trim().min(1).max(200).nullable(),
});

/**
 * Reads the parameters of a rule, of this version or an older one; what is missing takes its default. Tells
 * all wrong ones together.
 */
export const parseRuleTypeParams = (input: unknown): ParsedRuleTypeParams => {
  const version = own.shape.version.safeParse(isParams(input) ? versionOf(input) : PARAMS_VERSION);
  if (!version.success) {
    return { problems: [wrongVersion()] };
  }
  const migrated = isParams(input) ? migrate(input, version.data) : input;
  if (!isParams(migrated)) {
    return parseRuleParams(input) as { problems: readonly ParamProblem[] };
  }
  const { version: _, securityRuleId = null, ...others } = migrated;
  const id = own.shape.securityRuleId.safeParse(securityRuleId);
  const parsed = parseRuleParams(others);
  const problems = [
    ...(id.success ? [] : [wrongRuleId()]),
    ...('problems' in parsed ? parsed.problems : []),
  ];
  return id.success && 'params' in parsed
    ? { params: { version: PARAMS_VERSION, securityRuleId: id.data, ...parsed.params } }
    : { problems };
};

const isParams = (input: unknown): input is Params =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const migrate = (params: Params, from: number): Params =>
  MIGRATIONS.slice(from).reduce((older, step) => step(older), params);

const wrongVersion = (): ParamProblem => ({
  field: 'version',
  message: i18n.translate('recentlyCompiled.params.version', {
    defaultMessage: '[version] must be a whole number from 0 to {newest}',
    values: { newest: PARAMS_VERSION },
  }),
  remedy: i18n.translate('recentlyCompiled.params.versionRemedy', {
    defaultMessage: 'Parameters of a newer version need the newer version of the plugin',
  }),
});

const wrongRuleId = (): ParamProblem => ({
  field: 'securityRuleId',
  message: i18n.translate('recentlyCompiled.params.securityRuleId', {
    defaultMessage: '[securityRuleId] must be the id of a Security rule, or null for none',
  }),
  remedy: i18n.translate('recentlyCompiled.params.securityRuleIdRemedy', {
    defaultMessage: 'Take it from the address of the rule on the Security rules page',
  }),
});
