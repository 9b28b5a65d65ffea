// SPDX-License-Identifier: Apache-2.0

/** The fields that the rule's query reads, whatever its parameters, besides the tiebreaker. */
export const QUERY_FIELDS: readonly string[] = [
  '@timestamp',
  'destination.ip',
  'event.action',
  'event.category',
  'event.type',
  'file.name',
  'host.id',
  'host.os.type',
  'process.args',
  'process.name',
];
