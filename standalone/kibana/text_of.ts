// SPDX-License-Identifier: Apache-2.0

/** What was thrown, or given where a text was meant, as text. */
export const textOf = (value: unknown): string => {
  if (value instanceof Error) {
    return value.message;
  }
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
};
