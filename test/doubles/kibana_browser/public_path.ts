// SPDX-License-Identifier: Apache-2.0
import { pathToFileURL } from 'node:url';

/** Where a plugin's chunks are, as the bootstrap script says it: an address that ends with a slash. */
export function publicPath(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}
