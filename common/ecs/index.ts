// SPDX-License-Identifier: Apache-2.0
export { addressText } from './address_text';
export { readDefendEvent, type DefendEvent } from './defend_event';
export { EVENT_SCHEMA } from './event_schema';
export { dateAt, smallNumberAt, textAt, textsAt, valuesAt, wholeNumberAt } from './event_values';
export { inferSchema } from './inferred_schema';
