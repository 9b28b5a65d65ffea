// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import {
  changedRuleResponseSchema,
  deletedRuleResponseSchema,
  installRequestSchema,
  installResponseSchema,
  paramsRequestSchema,
  rulePreviewRequestSchema,
  rulePreviewResponseSchema,
  ruleResponseSchema,
} from '../../common/api';
import { NO_EXCLUSIONS } from '../exclusion_store/exclusion_source';
import { requireParams } from '../own_rule/require_params';
import { exclusionsInForce } from '../rule_preview/exclusions_in_force';
import { previewRule } from '../rule_preview/preview_rule';
import { defineRoute } from './route';

export const RULE_ROUTES = [
  defineRoute({
    method: 'get',
    path: 'rule',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.readRule', {
        defaultMessage: 'Read the rule of this space, with its link and its last runs',
      }),
    request: {},
    response: ruleResponseSchema,
    handle: async (_input, { ruleManager, now }) => ({
      rule: (await ruleManager.read()) ?? null,
      now: new Date(now()).toISOString(),
    }),
  }),
  defineRoute({
    method: 'post',
    path: 'rule/install',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.installRule', {
        defaultMessage: 'Install the rule in this space; where it is, answer with it',
      }),
    request: { body: installRequestSchema },
    response: installResponseSchema,
    handle: ({ body }, { ruleManager }) => ruleManager.install(body),
  }),
  defineRoute({
    method: 'post',
    path: 'rule/enable',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.enableRule', { defaultMessage: 'Enable the rule' }),
    request: {},
    response: changedRuleResponseSchema,
    handle: async (_input, { ruleManager }) => ({ rule: await ruleManager.enable() }),
  }),
  defineRoute({
    method: 'post',
    path: 'rule/disable',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.disableRule', { defaultMessage: 'Disable the rule' }),
    request: {},
    response: changedRuleResponseSchema,
    handle: async (_input, { ruleManager }) => ({ rule: await ruleManager.disable() }),
  }),
  defineRoute({
    method: 'post',
    path: 'rule/run',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.runRule', { defaultMessage: 'Run the rule at once' }),
    request: {},
    response: changedRuleResponseSchema,
    handle: async (_input, { ruleManager }) => ({ rule: await ruleManager.run() }),
  }),
  defineRoute({
    method: 'post',
    path: 'rule/unlink',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.unlinkRule', {
        defaultMessage: 'Take the link with the Security rule off the rule',
      }),
    request: {},
    response: changedRuleResponseSchema,
    handle: async (_input, { ruleManager }) => ({ rule: await ruleManager.unlink() }),
  }),
  defineRoute({
    method: 'put',
    path: 'rule/params',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.changeParams', {
        defaultMessage: 'Change the parameters of the rule',
      }),
    request: { body: paramsRequestSchema },
    response: changedRuleResponseSchema,
    handle: async ({ body }, { ruleManager }) => ({ rule: await ruleManager.changeParams(body) }),
  }),
  defineRoute({
    method: 'post',
    path: 'rule/preview',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.previewRule', {
        defaultMessage: 'Tell what each detection would have found in the last 7 days',
      }),
    request: { body: rulePreviewRequestSchema },
    response: rulePreviewResponseSchema,
    handle: async ({ body }, services) => {
      const { rules, exclusionsIfOn: store } = services;
      const { signal } = services.access;
      const sent = body.params && requireParams(body.params);
      const { params, securityRuleId } = await services.ruleScope();
      return previewRule(
        {
          signal,
          searches: services.searches,
          exclusions: store
            ? await exclusionsInForce({ rules, store }, securityRuleId, signal)
            : await NO_EXCLUSIONS.load([], signal),
          now: services.now(),
        },
        sent ?? params,
      );
    },
  }),
  defineRoute({
    method: 'delete',
    path: 'rule',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.deleteRule', {
        defaultMessage: 'Delete the rule; its alerts stay',
      }),
    request: {},
    response: deletedRuleResponseSchema,
    handle: async (_input, { ruleManager }) => {
      await ruleManager.remove();
      return { deleted: true as const };
    },
  }),
];
