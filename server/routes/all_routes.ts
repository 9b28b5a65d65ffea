// SPDX-License-Identifier: Apache-2.0
import { ALERT_ROUTES } from './alerts';
import { EXCLUSION_ROUTES } from './exclusions';
import { READINESS_ROUTES } from './readiness';
import type { Route } from './route';
import { RULE_ROUTES } from './rule';

export const ROUTES: readonly Route[] = [
  ...RULE_ROUTES,
  ...ALERT_ROUTES,
  ...EXCLUSION_ROUTES,
  ...READINESS_ROUTES,
];
