// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { InstallRequest, InstallResponse, ParamsRequest, Rule } from '../../common/api';
import type { RuleParams } from '../../common/rule';
import { Failure } from '../failure';
import { withKibana } from '../kibana_failure';
import type { RulesClient, SanitizedRule } from '../kibana_contracts';
import type { KibanaVersion } from '../kibana_version';
import { changedMeanwhile, invalidFields } from '../request_failure';
import { parseRunState, type RunState } from '../rule_type/executor/run_state';
import { FEATURE_ID, RULE_TYPE_ID } from '../rule_type/rule_type_id';
import { PARAMS_VERSION, type RuleTypeParams } from '../rule_type/rule_type_params';
import { describeRule, paramsOf } from './describe_rule';
import { findOwnRule } from './find_own_rule';
import { ownRuleId } from './own_rule_id';
import { requireParams } from './require_params';
import { readLink, requireLinkable } from './rule_link';

export interface RuleManagerOptions {
  /** Of the user who asks. */
  readonly rules: RulesClient;
  readonly version: KibanaVersion;
  readonly spaceId: string;
}

/** Manages our rule in a space with the rights of the user. All throws are a `Failure`. */
export class RuleManager {
  constructor(private readonly options: RuleManagerOptions) {}

  /** Undefined when it is not installed. */
  async read(): Promise<Rule | undefined> {
    const rule = await findOwnRule(this.options.rules);
    return rule && this.describe(rule);
  }

  /** Creates the rule; one that is there stays as it is, except that it is linked when that is asked for. */
  async install(request: InstallRequest): Promise<InstallResponse> {
    const params = requireParams(request.params);
    const securityRuleId = linkOf(request);
    if (securityRuleId !== null) {
      await requireLinkable(this.options.rules, securityRuleId);
    }
    const existing = await findOwnRule(this.options.rules);
    if (existing) {
      return {
        created: false,
        rule: await this.describe(await this.link(existing, securityRuleId)),
      };
    }
    const own = { version: PARAMS_VERSION, securityRuleId, ...params } as const;
    const { created, rule } = await this.create(own, request.enabled);
    return { created, rule: await this.describe(rule) };
  }

  async enable(): Promise<Rule> {
    const { rules, version } = this.options;
    const { id } = await this.require();
    await withKibana(
      i18n.translate('recentlyCompiled.task.enableRule', { defaultMessage: 'Enabling the rule' }),
      () => version.enableRule(rules, id),
    );
    return this.readAgain(id);
  }

  async disable(): Promise<Rule> {
    const { rules, version } = this.options;
    const { id } = await this.require();
    await withKibana(
      i18n.translate('recentlyCompiled.task.disableRule', { defaultMessage: 'Disabling the rule' }),
      () => version.disableRule(rules, id),
    );
    return this.readAgain(id);
  }

  /** Lets the rule stand alone; the Security rule stays as it is. */
  async unlink(): Promise<Rule> {
    const rule = await this.require();
    const params = paramsOf(rule);
    if (!params) {
      throw new Failure('conflict', {
        message: i18n.translate('recentlyCompiled.rule.paramsUnusable', {
          defaultMessage:
            'The parameters of the rule can not be used, so that its link can not be changed',
        }),
        remedy: i18n.translate('recentlyCompiled.rule.paramsUnusableRemedy', {
          defaultMessage: 'Edit the parameters first',
        }),
      });
    }
    return this.describe(
      params.securityRuleId === null ? rule : await this.save(rule, params, null),
    );
  }

  /** Starts a run at once; its results come later. */
  async run(): Promise<Rule> {
    const { id } = await this.require();
    const refusal = await withKibana(
      i18n.translate('recentlyCompiled.task.runRule', { defaultMessage: 'Running the rule' }),
      () => this.options.rules.runSoon({ id }),
    );
    if (typeof refusal === 'string' && refusal !== '') {
      throw new Failure('conflict', {
        message: i18n.translate('recentlyCompiled.rule.canNotRun', {
          defaultMessage: 'The rule can not run now: {refusal}',
          values: { refusal },
        }),
        remedy: i18n.translate('recentlyCompiled.rule.canNotRunRemedy', {
          defaultMessage: 'Enable it if it is disabled; else wait for the run that is under way',
        }),
      });
    }
    return this.readAgain(id);
  }

  /** Kibana has no lock on rules, so of two changes in the same instant the later one wins. */
  async changeParams({ revision, params }: ParamsRequest): Promise<Rule> {
    const rule = await this.require();
    if ((rule.revision ?? 0) !== revision) {
      const at = new Date(rule.updatedAt).toISOString();
      throw changedMeanwhile(
        i18n.translate('recentlyCompiled.rule.itself', { defaultMessage: 'The rule' }),
        { by: rule.updatedBy, at },
      );
    }
    return this.describe(
      await this.save(rule, requireParams(params), paramsOf(rule)?.securityRuleId ?? null),
    );
  }

  async remove(): Promise<void> {
    const { id } = await this.require();
    await withKibana(
      i18n.translate('recentlyCompiled.task.deleteRule', { defaultMessage: 'Deleting the rule' }),
      () => this.options.rules.delete({ id }),
    );
  }

  private async require(): Promise<SanitizedRule> {
    const rule = await findOwnRule(this.options.rules);
    if (!rule) {
      throw new Failure('not_found', {
        message: i18n.translate('recentlyCompiled.rule.notInstalled', {
          defaultMessage: 'The rule is not installed in this space',
        }),
        remedy: i18n.translate('recentlyCompiled.rule.notInstalledRemedy', {
          defaultMessage: 'Install it first',
        }),
      });
    }
    return rule;
  }

  private async create(
    params: RuleTypeParams,
    enabled: boolean,
  ): Promise<{ readonly created: boolean; readonly rule: SanitizedRule }> {
    const { rules, spaceId } = this.options;
    try {
      const rule = await withKibana(
        i18n.translate('recentlyCompiled.task.installRule', {
          defaultMessage: 'Installing the rule',
        }),
        () =>
          rules.create({
            data: {
              name: RULE_NAME,
              alertTypeId: RULE_TYPE_ID,
              consumer: FEATURE_ID,
              enabled,
              tags: [],
              params: { ...params },
              schedule: { interval: params.interval },
              actions: [],
            },
            options: { id: ownRuleId(spaceId) },
          }),
      );
      return { created: true, rule };
    } catch (error) {
      // Somebody else installs it at this moment.
      const winner =
        error instanceof Failure && error.kind === 'conflict'
          ? await findOwnRule(rules)
          : undefined;
      if (!winner) {
        throw error;
      }
      return { created: false, rule: winner };
    }
  }

  private async link(rule: SanitizedRule, securityRuleId: string | null): Promise<SanitizedRule> {
    const params = paramsOf(rule);
    return securityRuleId === null || !params || params.securityRuleId === securityRuleId
      ? rule
      : this.save(rule, params, securityRuleId);
  }

  /**
   * Kibana takes actions without a frequency of their own only with that of the rule (`validate_actions.ts`). Its
   * answer leaves out how runs went (`update.ts` of the rules client), so the rule is read again.
   */
  private async save(
    { id, name, tags, actions, systemActions, notifyWhen, throttle }: SanitizedRule,
    params: RuleParams,
    securityRuleId: string | null,
  ): Promise<SanitizedRule> {
    await withKibana(
      i18n.translate('recentlyCompiled.task.changeRule', { defaultMessage: 'Changing the rule' }),
      () =>
        this.options.rules.update({
          id,
          data: {
            name,
            tags: [...tags],
            params: { ...params, version: PARAMS_VERSION, securityRuleId },
            schedule: { interval: params.interval },
            actions: [...actions],
            ...(systemActions && { systemActions: [...systemActions] }),
            ...(typeof notifyWhen === 'string' && { notifyWhen, throttle: throttle ?? null }),
          },
        }),
    );
    return this.get(id);
  }

  private async readAgain(id: string): Promise<Rule> {
    return this.describe(await this.get(id));
  }

  private get(id: string): Promise<SanitizedRule> {
    return withKibana(
      i18n.translate('recentlyCompiled.task.readRule', { defaultMessage: 'Reading the rule' }),
      () => this.options.rules.get({ id }),
    );
  }

  private async describe(rule: SanitizedRule): Promise<Rule> {
    const id = paramsOf(rule)?.securityRuleId ?? null;
    const [link, state] = await Promise.all([
      id === null ? null : readLink(this.options.rules, id),
      this.readState(rule.id),
    ]);
    return describeRule(rule, { link, state });
  }

  private async readState(id: string): Promise<RunState | undefined> {
    try {
      const state = await withKibana(
        i18n.translate('recentlyCompiled.task.readRuleState', {
          defaultMessage: 'Reading the state of the rule',
        }),
        () => this.options.rules.getAlertState({ id }),
      );
      return parseRunState(state?.alertTypeState ?? {});
    } catch (error) {
      // A rule that was never enabled has none.
      if (error instanceof Failure && error.kind === 'not_found') {
        return undefined;
      }
      throw error;
    }
  }
}

const RULE_NAME = 'Recently Compiled';

const linkOf = ({ link, securityRuleId }: InstallRequest): string | null => {
  if (link && securityRuleId === undefined) {
    throw invalidFields([
      {
        field: 'securityRuleId',
        message: i18n.translate('recentlyCompiled.link.noId', {
          defaultMessage: '[securityRuleId] is missing, so that there is nothing to link with',
        }),
        remedy: i18n.translate('recentlyCompiled.link.noIdRemedy', {
          defaultMessage: 'Send the id of a Security rule, or link: false',
        }),
      },
    ]);
  }
  return link ? (securityRuleId ?? null) : null;
};
