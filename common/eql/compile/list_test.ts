// SPDX-License-Identifier: Apache-2.0
import { foldAsciiCase } from '../patterns';
import type { Value } from '../types/value';
import type { BoundOf } from '../verify/bound';

/** Whether a value is in the list; nulls in the list match nothing. */
export const listTest = ({ list, caseInsensitive }: BoundOf<'in'>): ((value: Value) => boolean) => {
  const wanted = new Set(list.map((item) => comparable(item, caseInsensitive)));
  return (value) => wanted.has(comparable(value, caseInsensitive));
};

/** Strings as such or case-folded; numbers so that 10, 10.0 and 10n are one. */
const comparable = (value: Value | null, caseInsensitive: boolean): Value | null => {
  if (typeof value === 'string') {
    return caseInsensitive ? foldAsciiCase(value) : value;
  }
  return typeof value === 'bigint' && BigInt(Number(value)) === value ? Number(value) : value;
};
