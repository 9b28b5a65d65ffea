// SPDX-License-Identifier: Apache-2.0
import type { OwnRule } from './own_rule';

/** A rule of ours as Kibana keeps it. */
export const OWN_RULE: OwnRule = {
  uuid: 'own-1',
  name: 'Recently compiled',
  tags: ['lab'],
  enabled: true,
  interval: '5m',
  actions: [],
  createdAt: '2026-11-24T11:00:00.000Z',
  createdBy: 'analyst',
  updatedAt: '2026-11-24T11:30:00.000Z',
  updatedBy: 'analyst',
  revision: 3,
};
