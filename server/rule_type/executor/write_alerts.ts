// SPDX-License-Identifier: Apache-2.0
import {
  buildAlerts,
  identifyAlert,
  type AlertContext,
  type SecurityRule,
  type SequenceAlert,
} from '../../../common/alerts';
import type { AlertStore } from '../../alert_store/alert_store';
import { PartlyWritten } from '../../alert_store/partly_written';
import type { Failure } from '../../failure';
import type { FoundSequence } from '../../search/all_sequences';

export interface WriteOptions {
  readonly rule: SecurityRule;
  readonly context: AlertContext;
  readonly store: AlertStore;
  /** The most alerts to write. */
  readonly room: number;
  readonly signal: AbortSignal;
}

export interface Written {
  readonly created: readonly SequenceAlert[];
  readonly alreadyThere: number;
  /** Those that there was no room for, oldest first. */
  readonly waiting: readonly FoundSequence[];
  /** Why others could not be written. */
  readonly failure: Failure | undefined;
}

/** Writes an alert for every sequence that has none yet, as far as there is room. */
export const writeAlerts = async (
  sequences: readonly FoundSequence[],
  { rule, context, store, room, signal }: WriteOptions,
): Promise<Written> => {
  const identified = sequences.map((sequence) => ({
    sequence,
    identity: identifyAlert(sequence.events, rule.uuid, sequence.lineage),
  }));
  const alerted = await store.findAlerted(
    identified.map(({ identity }) => identity),
    signal,
  );
  const fresh = identified.filter(({ identity }) => !alerted.has(identity.id));
  // Thousands may wait, run after run, so that only those are built that are written.
  const wanted = fresh
    .slice(0, room)
    .map(({ sequence: { events, lineage } }) => buildAlerts(events, rule, context, lineage));
  const { ids, failure } = await create(wanted, store, signal);
  const created = wanted.filter(({ shell }) => ids.has(shell._id));
  return {
    created,
    alreadyThere: sequences.length - fresh.length + (failure ? 0 : wanted.length - created.length),
    waiting: fresh.slice(room).map(({ sequence }) => sequence),
    failure,
  };
};

const create = async (
  alerts: readonly SequenceAlert[],
  store: AlertStore,
  signal: AbortSignal,
): Promise<{ ids: ReadonlySet<string>; failure?: Failure }> => {
  if (alerts.length === 0) {
    return { ids: new Set() };
  }
  try {
    return { ids: await store.create(alerts, signal) };
  } catch (error) {
    if (error instanceof PartlyWritten) {
      return { ids: error.created, failure: error };
    }
    throw error;
  }
};
