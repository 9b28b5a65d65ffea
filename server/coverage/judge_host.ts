// SPDX-License-Identifier: Apache-2.0
import type { CoverageReason, CoverageVerdict, Naming } from '../../common/api';
import type { HostFacts } from './host_facts';

/** Fewer than one in so many is chance: a program that somebody really calls by the name of its file. */
const CHANCE = 20;

/** How the sensor of a host names processes. */
export const namingOf = ({ names }: Pick<HostFacts, 'names'>): Naming => {
  const { invoked, resolved, likelyInvoked } = names;
  if (invoked + resolved === 0) {
    return likelyInvoked > 0 ? 'invoked' : 'unknown';
  }
  if (invoked * CHANCE < resolved) {
    return 'resolved';
  }
  return resolved * CHANCE < invoked ? 'invoked' : 'mixed';
};

/** Whether the published rule can match on a host: it joins names, by `host.id`. */
export const judgePublished = (host: HostFacts): CoverageVerdict => {
  const naming = namingOf(host);
  // Where its names are seen at work, it does not matter how other programs are named.
  const namesFit = host.compiles > 0 && host.links > 0;
  const reasons: CoverageReason[] = [
    ...(host.id === null ? (['no_host_id'] as const) : []),
    ...(host.onLinux === 0 ? (['no_os_type'] as const) : []),
    ...missingEvents(host),
    ...(host.lastFile !== null && host.creations === 0 ? (['no_file_creations'] as const) : []),
    ...(naming === 'resolved' && !namesFit ? (['resolved_names'] as const) : []),
  ];
  if (reasons.length > 0) {
    return { canMatch: 'no', reasons };
  }
  if (namesFit || naming === 'invoked') {
    return { canMatch: 'yes', reasons: [] };
  }
  return { canMatch: 'unknown', reasons: [naming === 'mixed' ? 'mixed_names' : 'unknown_names'] };
};

/** Whether lineage can: it follows files and processes, on hosts that it can tell apart by some name. */
export const judgeLineage = (host: HostFacts): CoverageVerdict => {
  const isNamed = host.id !== null || host.agentId !== null || host.name !== null;
  const reasons: CoverageReason[] = [
    ...(isNamed ? [] : (['no_host'] as const)),
    ...missingEvents(host),
  ];
  return { canMatch: reasons.length === 0 ? 'yes' : 'no', reasons };
};

/** What both detections need and a host does not send. */
const missingEvents = (host: HostFacts): CoverageReason[] => [
  ...missing(host.lastProcess, host.starts, 'no_process_events', 'no_process_starts'),
  ...(host.lastFile === null ? (['no_file_events'] as const) : []),
  ...missing(host.lastNetwork, host.connections, 'no_network_events', 'no_connections'),
];

const missing = (
  last: number | null,
  useful: number,
  none: CoverageReason,
  noneUseful: CoverageReason,
): CoverageReason[] => (last === null ? [none] : useful === 0 ? [noneUseful] : []);
