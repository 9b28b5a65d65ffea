// SPDX-License-Identifier: Apache-2.0
import type { Notice } from './notice';

/**
 * - `missing_index`: no index matches the patterns
 * - `missing_privilege`: Elasticsearch or Kibana does not let the user do this
 * - `mapping_conflict`: a field has several types that can not be searched together
 * - `query_rejected`: Elasticsearch does not take the query
 * - `not_found`: what the request is about does not exist
 * - `invalid`: the request itself is wrong
 * - `conflict`: somebody else has changed it meanwhile
 * - `busy`: the cluster takes no more work now (429, 503, no answer, partial answer); worth a retry
 * - `timeout`: the time for the whole task is used up
 * - `cancelled`: the task was called off
 * - `rejected_documents`: the index does not take some documents
 * - `unexpected`: anything else
 */
export type FailureKind =
  | 'missing_index'
  | 'missing_privilege'
  | 'mapping_conflict'
  | 'query_rejected'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'busy'
  | 'timeout'
  | 'cancelled'
  | 'rejected_documents'
  | 'unexpected';

/** Why a run or a request could not be done, with what people can do about it. */
export class Failure extends Error implements Notice {
  override readonly name = 'Failure';
  readonly remedy: string;

  constructor(
    readonly kind: FailureKind,
    { message, remedy }: Notice,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.remedy = remedy;
  }
}
