// SPDX-License-Identifier: Apache-2.0
import { toMillis } from '../eql/types/date';
import type { Value } from '../eql/types/value';
import type { BoundKey } from '../eql/verify/bind_query';
import type { JoinKey } from '../sequence';

/** The values of a key as an answer shows them: dates as ISO text, everything else as it is. */
export const presentKey = ({ values }: JoinKey, keys: readonly BoundKey[]): (Value | null)[] =>
  values.map((value, i) =>
    keys[i]?.type === 'datetime' && value !== null ? isoDate(value) : value,
  );

const isoDate = (value: Value): string =>
  new Date(typeof value === 'bigint' ? toMillis(value) : Number(value)).toISOString();
