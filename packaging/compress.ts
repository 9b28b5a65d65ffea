// SPDX-License-Identifier: Apache-2.0
import { brotliCompressSync, constants } from 'node:zlib';

/** The files, and beside each script and style sheet its `.br`, which Kibana serves where it can. */
export function withCompressed(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const all = new Map(files);
  for (const [name, content] of files) {
    if (/\.(js|css)$/.test(name)) {
      all.set(
        `${name}.br`,
        brotliCompressSync(content, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
          },
        }),
      );
    }
  }
  return all;
}
