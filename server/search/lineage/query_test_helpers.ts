// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA } from '../../../common/ecs';
import type { QueryDsl } from '../../../common/exclusions';
import { compileQueryDsl } from '../../../common/search';

/** Whether an event meets a query, by the mapping of Elastic Defend. */
export const meets = (query: QueryDsl, source: Readonly<Record<string, unknown>>): boolean =>
  compileQueryDsl(query, { schema: EVENT_SCHEMA, now: 0 })({ _id: '1', _source: source });
