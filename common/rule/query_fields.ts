// SPDX-License-Identifier: Apache-2.0
import type { Detection } from './detection';

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

/** The fields without which lineage can find nothing. */
const LINEAGE_FIELDS: readonly string[] = [
  '@timestamp',
  'destination.ip',
  'event.action',
  'event.category',
  'file.path',
  'process.executable',
  'process.name',
];

/** The fields that a detection needs, whatever its parameters, besides the tiebreaker. */
export const queryFields = (detection: Detection): readonly string[] =>
  detection === 'lineage' ? LINEAGE_FIELDS : QUERY_FIELDS;
