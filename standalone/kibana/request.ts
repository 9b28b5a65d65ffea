// SPDX-License-Identifier: Apache-2.0
import type { KibanaRequest } from '../../server/kibana_contracts';
import { superuser, type KibanaUser } from './kibana_user';

export interface RequestParts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers?: KibanaRequest['headers'];
  readonly user?: KibanaUser;
  readonly spaceId?: string;
  /** Aborted when the browser goes away. */
  readonly signal?: AbortSignal;
}

const SENDERS = new WeakMap<KibanaRequest, { user: KibanaUser; spaceId: string }>();

export const kibanaRequest = ({
  params = {},
  query = {},
  body = null,
  headers = {},
  user = superuser(),
  spaceId = 'default',
  signal,
}: RequestParts): KibanaRequest => {
  const request: KibanaRequest = {
    params,
    query,
    body,
    headers,
    events: {
      aborted$: {
        subscribe: (listener) => signal?.addEventListener('abort', listener, { once: true }),
      },
    },
  };
  SENDERS.set(request, { user, spaceId });
  return request;
};

/** Who sent a request, and in which space. */
export const senderOf = (request: KibanaRequest): { user: KibanaUser; spaceId: string } => {
  const sender = SENDERS.get(request);
  if (!sender) {
    throw new Error('The request was not made by kibanaRequest');
  }
  return sender;
};
