// SPDX-License-Identifier: Apache-2.0
import type { EventSource } from '../eql/types/field_reader';

/** One event, in the shape of an Elasticsearch hit. */
export interface EventDocument {
  readonly _id: string;
  readonly _index?: string;
  readonly _source: EventSource;
}
