// SPDX-License-Identifier: Apache-2.0

/** An address with its port, that of IPv6 in brackets: "203.0.113.7:4444", "[fd77::2]:4444". */
export const addressText = (
  ip: string | undefined,
  port: number | undefined,
): string | undefined =>
  ip === undefined || port === undefined ? ip : `${ip.includes(':') ? `[${ip}]` : ip}:${port}`;
