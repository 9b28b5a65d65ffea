// SPDX-License-Identifier: Apache-2.0
import { agentPolicy } from './agent_policy';
import { agents } from './agents';
import { alertIndex } from './alert_index';
import type { Check } from './check';
import { dataStreams } from './data_streams';
import { defendPolicy } from './defend_policy';
import { exceptionList } from './exception_list';
import { fields } from './fields';
import { fleetPackage } from './fleet_package';
import { fleetServer } from './fleet_server';
import { hosts } from './hosts';
import { linkedRule } from './linked_rule';
import { ownRule } from './own_rule';
import { privileges } from './privileges';
import { recentEvents } from './recent_events';
import { tiebreaker } from './tiebreaker';

/** In the order in which people set things up. */
export const ALL_CHECKS: readonly Check[] = [
  fleetServer,
  fleetPackage,
  defendPolicy,
  agentPolicy,
  agents,
  hosts,
  dataStreams,
  recentEvents,
  fields,
  tiebreaker,
  privileges,
  alertIndex,
  ownRule,
  linkedRule,
  exceptionList,
];
