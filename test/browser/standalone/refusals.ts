// SPDX-License-Identifier: Apache-2.0
import type { Tab } from '../tab';

const BASE = '**/internal/recently_compiled';

/** Which requests of pages are answered so. */
export const ROUTES = {
  all: `${BASE}/**`,
  rule: `${BASE}/rule`,
  disable: `${BASE}/rule/disable`,
  overTime: `${BASE}/alerts/over_time?*`,
  readiness: /\/internal\/recently_compiled\/readiness(\?.*)?$/,
  hosts: `${BASE}/readiness/hosts?*`,
  exclusions: /\/internal\/recently_compiled\/exclusions(\?.*)?$/,
} as const;

/** Answers as browsers get them. */
const ANSWERS = {
  // Of Kibana 8.12.2, for who lacks the privilege of a route.
  forbidden: { statusCode: 403, error: 'Forbidden', message: 'Forbidden' },
  // Of our routes: see `errorAnswer`.
  'missing privilege': {
    statusCode: 403,
    error: 'missing_privilege',
    message: 'You may not [read] the alerts in [.alerts-security.alerts-default]',
    remedy: 'Ask an administrator for this index privilege',
  },
  failed: {
    statusCode: 503,
    error: 'busy',
    message: 'Reading the rule failed: Elasticsearch is overloaded',
    remedy: 'Try again in a moment',
  },
} as const;

/** From now on requests of a tab for these addresses are answered so, until they are unrouted. */
export const refuse = (
  { page }: Tab,
  route: string | RegExp,
  why: keyof typeof ANSWERS,
): Promise<unknown> =>
  page.route(route, (asked) =>
    asked.fulfill({ status: ANSWERS[why].statusCode, json: ANSWERS[why] }),
  );
