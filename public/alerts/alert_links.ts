// SPDX-License-Identifier: Apache-2.0
import type { AlertSummary } from '../../common/api';
import { textAt } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import { mayOpenApp, mayOpenSecurity } from '../capabilities';
import type { Capabilities } from '../kibana_contracts';
import { eventsAsQuery, timesAround } from './events_query';
import type { SequenceEvent } from './sequence_events';
import { timelinePath } from './timeline_path';

/** Places in Kibana's own apps, as paths without the base path; undefined where there is none for the user. */
export interface AlertLinks {
  readonly security: string | undefined;
  /** Undefined as well where no event has a time. */
  readonly timeline: string | undefined;
  readonly discover: string | undefined;
}

/** What the locator's parameters look like changes rarely; Kibana brings older ones up to date. */
const LOCATOR_VERSION = '8.12.2';

export function alertLinks(
  alert: Pick<AlertSummary, 'id' | 'detectedAt'>,
  shell: EventSource,
  events: readonly SequenceEvent[],
  capabilities: Capabilities,
): AlertLinks {
  const hasSecurity = mayOpenSecurity(capabilities);
  return {
    security: hasSecurity ? securityPath(alert, shell) : undefined,
    timeline: hasSecurity ? timelinePath(events) : undefined,
    discover: mayOpenApp(capabilities, 'discover') ? discoverPath(events) : undefined,
  };
}

/** Security's own link to an alert, which opens its flyout (Kibana's sources: `alert_details_redirect.tsx`). */
function securityPath(
  { id, detectedAt }: Pick<AlertSummary, 'id' | 'detectedAt'>,
  shell: EventSource,
): string {
  const space = textAt(shell, 'kibana.space_ids') ?? 'default';
  const query = new URLSearchParams({
    index: `.alerts-security.alerts-${space}`,
    timestamp: detectedAt,
  });
  return `/app/security/alerts/redirect/${encodeURIComponent(id)}?${query.toString()}`;
}

/**
 * The events of the sequence, by Kibana's redirects to what an app has a locator for (its sources:
 * `parse_search_params.ts` of share, `locator.ts` of Discover, which takes a data view that nobody has saved).
 */
function discoverPath(events: readonly SequenceEvent[]): string | undefined {
  const timeRange = timesAround(events);
  if (!timeRange) {
    return undefined;
  }
  const title = [...new Set(events.map(({ index }) => patternOf(index)))].join(',');
  const params = {
    dataViewSpec: { title, timeFieldName: '@timestamp' },
    query: { language: 'kuery', query: eventsAsQuery(events) },
    timeRange,
  };
  const search = new URLSearchParams({
    l: 'DISCOVER_APP_LOCATOR',
    v: LOCATOR_VERSION,
    p: JSON.stringify(params),
  });
  return `/app/r?${search.toString()}`;
}

/** The data stream of a backing index, as `logs-x` of `.ds-logs-x-2026.11.24-000001`. */
const patternOf = (index: string): string =>
  index.replace(/^\.ds-/, '').replace(/-\d{4}\.\d\d\.\d\d-\d{6}$/, '');
