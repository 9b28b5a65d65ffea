// SPDX-License-Identifier: Apache-2.0

/** How long one request may take, in milliseconds. */
export interface RequestLimits {
  readonly requestTimeout: number;
}

/** Options of one request. The client does not repeat it by itself: see `retry/`. */
export const requestOptions = (
  { requestTimeout }: RequestLimits,
  signal: AbortSignal,
): { signal: AbortSignal; requestTimeout: number; maxRetries: 0 } => ({
  signal,
  requestTimeout,
  maxRetries: 0,
});
