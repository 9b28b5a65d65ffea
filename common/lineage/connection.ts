// SPDX-License-Identifier: Apache-2.0
import { ipKey, parseIpRange } from '../eql/types/ip';
import type { LineageEvent } from './lineage_event';

/**
 * Tells which events are connections that count: attempts over TCP, IPv4 and IPv6, to an address outside
 * the networks. A sensor that drops repeated connections keeps the first of a process, which is enough.
 */
export const connectionTest = (
  excludedNetworks: readonly string[],
): ((event: LineageEvent) => boolean) => {
  const ranges = excludedNetworks.map(parseIpRange);
  return ({ connects, transport, destinationIp }) => {
    if (!connects || destinationIp === undefined || (transport ?? 'tcp') !== 'tcp') {
      return false;
    }
    const key = ipKey(destinationIp);
    return key !== undefined && !ranges.some(({ from, to }) => from <= key && key <= to);
  };
};
