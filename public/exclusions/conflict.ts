// SPDX-License-Identifier: Apache-2.0
import type { HttpFetchError } from '../kibana_contracts';
import { isMembers } from './read_entry';

/** Who has changed an exclusion while somebody else edited it. */
export interface Conflict {
  readonly by: string | null;
  /** ISO text. */
  readonly at: string | null;
}

const CONFLICT = 409;

/** Undefined for any other failure. */
export const conflictOf = (error: unknown): Conflict | undefined => {
  const { response, body } = (error ?? {}) as Partial<HttpFetchError>;
  if (response?.status !== CONFLICT) {
    return undefined;
  }
  const changed = isMembers(body) && isMembers(body['changed']) ? body['changed'] : {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { by: text(changed['by']), at: text(changed['at']) };
};
