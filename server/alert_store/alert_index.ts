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
