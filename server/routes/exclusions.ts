// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import {
  exclusionDeletedSchema,
  exclusionDeleteSchema,
  exclusionDraftSchema,
  exclusionResponseSchema,
  exclusionsQuerySchema,
  exclusionsResponseSchema,
  exclusionUpdateSchema,
  exclusionUsageResponseSchema,
  exclusionValuesQuerySchema,
  exclusionValuesResponseSchema,
  linkedExclusionsResponseSchema,
  previewRequestSchema,
  previewResponseSchema,
} from '../../common/api';
import { exclusionUsage } from '../exclusion_preview/exclusion_usage';
import { previewExclusion } from '../exclusion_preview/preview_exclusion';
import { usualValues } from '../exclusion_preview/usual_values';
import { allItems } from '../exclusion_store/all_items';
import { linkedExclusions } from '../exclusion_store/linked_exclusions';
import { defineRoute } from './route';

export const EXCLUSION_ROUTES = [
  defineRoute({
    method: 'get',
    path: 'exclusions',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.listExclusions', {
        defaultMessage: 'List exclusions',
      }),
    request: { query: exclusionsQuerySchema },
    response: exclusionsResponseSchema,
    handle: async ({ query }, { exclusions }) => exclusions.list(query),
  }),
  defineRoute({
    method: 'get',
    path: 'exclusions/linked',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.linkedExclusions', {
        defaultMessage: 'List the items of the exception lists of the linked Security rule',
      }),
    request: {},
    response: linkedExclusionsResponseSchema,
    handle: async (_input, { rules, exclusions, ruleScope }) => {
      const { securityRuleId } = await ruleScope();
      return linkedExclusions({ rules, store: exclusions }, securityRuleId);
    },
  }),
  defineRoute({
    method: 'get',
    path: 'exclusions/usage',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.exclusionUsage', {
        defaultMessage: 'Tell how many sequences of the last seven days each exclusion hides',
      }),
    request: {},
    response: exclusionUsageResponseSchema,
    handle: async (_input, services) => {
      const { params, securityRuleId } = await services.ruleScope();
      const { rules, exclusions: store, searches, now, access } = services;
      return exclusionUsage(
        { searches, store, params, now: now(), signal: access.signal },
        await allItems({ rules, store }, securityRuleId),
      );
    },
  }),
  defineRoute({
    method: 'get',
    path: 'exclusions/values',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.exclusionValues', {
        defaultMessage: 'List values that a field has in the events that the rule looks at',
      }),
    request: { query: exclusionValuesQuerySchema },
    response: exclusionValuesResponseSchema,
    handle: async ({ query }, { ruleScope, eventIndex, now, access }) => {
      const { params } = await ruleScope();
      const { signal } = access;
      return {
        values: [...(await usualValues(query.field, { params, eventIndex, now: now(), signal }))],
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: 'exclusions',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.addExclusion', { defaultMessage: 'Add an exclusion' }),
    request: { body: exclusionDraftSchema },
    response: exclusionResponseSchema,
    handle: async ({ body }, { exclusions }) => ({ exclusion: await exclusions.create(body) }),
  }),
  defineRoute({
    method: 'put',
    path: 'exclusions',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.changeExclusion', {
        defaultMessage:
          'Change an exclusion, unless somebody else has changed it since it was read',
      }),
    request: { body: exclusionUpdateSchema },
    response: exclusionResponseSchema,
    handle: async ({ body }, { exclusions }) => ({ exclusion: await exclusions.update(body) }),
  }),
  defineRoute({
    method: 'delete',
    path: 'exclusions',
    privilege: 'all',
    summary: () =>
      i18n.translate('recentlyCompiled.route.deleteExclusion', {
        defaultMessage:
          'Delete an exclusion, unless somebody else has changed it since it was read',
      }),
    request: { query: exclusionDeleteSchema },
    response: exclusionDeletedSchema,
    handle: async ({ query }, { exclusions }) => {
      await exclusions.remove(query);
      return { deleted: true as const };
    },
  }),
  defineRoute({
    method: 'post',
    path: 'exclusions/preview',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.previewExclusion', {
        defaultMessage:
          'Tell which alerts and sequences of a time range an exclusion would have hidden',
      }),
    request: { body: previewRequestSchema },
    response: previewResponseSchema,
    handle: async ({ body }, services) => {
      const { ruleUuids, params } = await services.ruleScope();
      return previewExclusion(
        {
          access: { ...services.access, spaceId: services.spaceId, ruleUuids },
          searches: services.searches,
          store: services.exclusions,
          params,
          now: services.now(),
        },
        body,
      );
    },
  }),
];
