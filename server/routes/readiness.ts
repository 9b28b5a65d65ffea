// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import {
  hostsQuerySchema,
  hostsResponseSchema,
  readinessQuerySchema,
  readinessResponseSchema,
} from '../../common/api';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { listHosts } from '../coverage/list_hosts';
import { readHosts } from '../coverage/read_hosts';
import { ALL_CHECKS } from '../readiness/all_checks';
import { runChecks, tookTooLong } from '../readiness/run_checks';
import { withinTime } from '../readiness/time_limit';
import { defineRoute } from './route';

/** For each check, in milliseconds. */
const TIME_LIMIT = 10_000;

const DAY = 86_400_000;

export const READINESS_ROUTES = [
  defineRoute({
    method: 'get',
    path: 'readiness',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.readiness', {
        defaultMessage: 'Check whether everything is there that detection needs',
      }),
    request: { query: readinessQuerySchema },
    response: readinessResponseSchema,
    handle: async ({ query }, services) => {
      const {
        access,
        spaceId,
        now,
        wallTime,
        origin,
        eventIndex,
        fleet,
        exclusionsIfOn,
        ruleManager,
      } = services;
      // Read once; a check that needs it tells why it can not be read.
      const rule = withinTime(() => ruleManager.read(), {
        timeLimit: TIME_LIMIT,
        own: new AbortController(),
        tooLong: () => tookTooLong(TIME_LIMIT),
      });
      const params = await rule.then(
        (found) => found?.params ?? DEFAULT_RULE_PARAMS,
        () => DEFAULT_RULE_PARAMS,
      );
      const checks = await runChecks(
        ALL_CHECKS.filter(({ id }) => query.check.length === 0 || query.check.includes(id)),
        {
          access,
          eventIndex,
          spaceId,
          origin,
          params,
          now: now(),
          rule: () => rule,
          exclusions: exclusionsIfOn,
          fleet,
        },
        { timeLimit: TIME_LIMIT, now: wallTime },
      );
      return { checks };
    },
  }),
  defineRoute({
    method: 'get',
    path: 'readiness/hosts',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.hosts', {
        defaultMessage:
          'List hosts with what they send, and whether the detections can match on them',
      }),
    request: { query: hostsQuerySchema },
    response: hostsResponseSchema,
    handle: async ({ query }, { access, now, ruleScope }) => {
      const { params } = await ruleScope();
      const to = now();
      const range = { from: to - query.days * DAY, to };
      const found = await readHosts({ ...access, params, range });
      return {
        ...listHosts(found, query),
        from: new Date(range.from).toISOString(),
        to: new Date(range.to).toISOString(),
      };
    },
  }),
];
