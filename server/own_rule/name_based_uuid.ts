// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * The same UUID for the same name: version 5 of RFC 9562.
 *
 * @param namespace a UUID, which tells names of one kind from those of another
 */
export const nameBasedUuid = (namespace: string, name: string): string => {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest('hex');
  const variant = ((parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};
