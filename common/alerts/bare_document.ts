// SPDX-License-Identifier: Apache-2.0
import type { AlertDocument } from './build_alerts';

const ORIGINAL_EVENT = 'kibana.alert.original_event.';
const KEPT = new Set(['@timestamp', 'event.kind', 'event.url', 'rule']);

/**
 * An alert without anything that comes from its event, for an index that takes the alert in no other way. It
 * says so in `error.message`; where the events are can still be told from its ancestors.
 */
export const bareDocument = ({ _id, _source }: AlertDocument, why: string): AlertDocument => ({
  _id,
  _source: {
    ...Object.fromEntries(
      Object.entries(_source).filter(
        ([name]) =>
          KEPT.has(name) || (name.startsWith('kibana.') && !name.startsWith(ORIGINAL_EVENT)),
      ),
    ),
    'error.message': `The fields of the event are left out, since the index did not take them: ${why}`,
  },
});
