// SPDX-License-Identifier: Apache-2.0

/** Tells installations apart. `randomUUID` would do, were it there for pages without TLS. */
export const newMark = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
