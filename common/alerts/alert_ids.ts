// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { SourceEvent } from './build_alerts';

/** What an alert descends from: a source event, or a building block alert. */
export interface Ancestor {
  readonly id: string;
  readonly type: 'event' | 'signal';
  /** The concrete index; empty for building blocks, whose index is not known while they are written. */
  readonly index: string;
  readonly depth: number;
  /** The uuid of the rule that made a building block. */
  readonly rule?: string;
}

/** Of a source event. */
export const ancestorOf = ({ _id, _index }: SourceEvent): Ancestor => ({
  id: _id,
  type: 'event',
  index: _index,
  depth: 0,
});

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

const concatenated = (ancestors: readonly Ancestor[]): string =>
  ancestors.map(({ id, index }) => id + index).join('');

/**
 * The ids of a sequence's building blocks, in the order of its events. They depend on the events and the
 * rule only, so that whoever finds a sequence first, it is alerted once (recomputed from alerts of a real
 * Kibana 8.12.2).
 */
export const buildingBlockIds = (events: readonly Ancestor[], ruleUuid: string): string[] => {
  const base = events.map((event) => concatenated([event]) + ruleUuid).join('');
  return events.map((_, i) => hash(base + String(i)));
};

/** The id of a sequence's shell alert, which is the id of its group as well. */
export const shellId = (ancestors: readonly Ancestor[], ruleUuid: string): string =>
  hash(concatenated(ancestors) + ruleUuid);
