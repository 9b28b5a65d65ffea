// SPDX-License-Identifier: Apache-2.0
import { stringify } from 'lossless-json';

/** `JSON.stringify`, but bigints become whole numbers with all their digits. Undefined for what JSON has no text for. */
export const stringifyExact = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    // It refuses bigints, which are rare; what writes them is several times slower.
    if (error instanceof TypeError) {
      return stringify(value);
    }
    throw error;
  }
};
