// SPDX-License-Identifier: Apache-2.0
import type { HttpFetchError } from '../kibana_contracts';

/** Whether Kibana answered a request with this status. */
export const isStatus = (error: unknown, status: number): boolean =>
  (error as Partial<HttpFetchError> | null)?.response?.status === status;
