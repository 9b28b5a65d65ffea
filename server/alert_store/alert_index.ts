// SPDX-License-Identifier: Apache-2.0
import { requestOptions } from '../elasticsearch';
import type { ElasticsearchClient } from '../kibana_contracts';
import type { RetryOptions } from '../retry';

/** The index of a space's alerts, and how it is asked. */
export interface AlertIndex {
  /** Kibana's own user: nobody else may write alerts. */
  readonly client: ElasticsearchClient;
  readonly alias: string;
  readonly options: (signal: AbortSignal) => ReturnType<typeof requestOptions>;
  readonly retry: RetryOptions;
}

/** The alias to write the alerts of a space to, and to search them by. */
export const alertAlias = (spaceId: string): string => `.alerts-security.alerts-${spaceId}`;
