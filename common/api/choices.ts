// SPDX-License-Identifier: Apache-2.0

// What requests may choose from. Here by themselves, so that browsers get them without the schemas.

export const ALERT_STATUSES = ['open', 'acknowledged', 'closed'] as const;

export const ALERT_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

export const ALERT_SORTS = ['detectedAt', 'startedAt', 'riskScore', 'host', 'status'] as const;

export const HOST_SORTS = [
  'name',
  'os',
  'sensorVersion',
  'lastEvent',
  'lastProcess',
  'lastFile',
  'lastNetwork',
  'naming',
  'published',
  'lineage',
] as const;
export type HostSort = (typeof HOST_SORTS)[number];

/** Which hosts are shown. */
export const HOST_SHOWN = ['all', 'published_no', 'published_unknown', 'lineage_no'] as const;
export type HostShown = (typeof HOST_SHOWN)[number];
