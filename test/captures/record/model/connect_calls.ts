// SPDX-License-Identifier: Apache-2.0
import type { CallReader } from './activity';

const IPV4 = /sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/;
const IPV6 = /sin6_port=htons\((\d+)\),.*inet_pton\(AF_INET6, "([^"]+)"/;

/** What a connection that was attempted comes back with; others never left the host. */
const ATTEMPTED =
  /^(?:0$|-1 (?:EINPROGRESS|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EINTR)\b|\? ERESTART)/;

/** Sensors tell of connections over TCP alone. */
export const connect: CallReader = ({ args, result, began }, process) => {
  const [socket = '', address = ''] = args;
  const [, port, ip] = IPV4.exec(address) ?? IPV6.exec(address) ?? [];
  return /^\d+<TCP(?:v6)?:/.test(socket) &&
    port !== undefined &&
    ip !== undefined &&
    ATTEMPTED.test(result)
    ? [{ kind: 'connect', time: began.time, process, ip, port: Number(port) }]
    : [];
};
