// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { EventDocument } from '../../common/search';
import { documentsOf } from './formats';
import { InputError } from './input_error';
import { lineStart, type LineBlock } from './line_blocks';

/** One JSON text must fit into one string. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Reads an input that is one JSON text. Throws an `InputError` when it is damaged, too large, or holds no
 * events where a search response or a list has them.
 */
export const readJson = async (
  name: string,
  blocks: AsyncIterable<LineBlock>,
): Promise<EventDocument[]> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const block of blocks) {
    const end = (block.ends.at(-1) ?? 0) + 1;
    const part = Buffer.from(block.bytes.subarray(lineStart(block, 0), end));
    size += part.length;
    parts.push(part);
    if (size > MAX_BYTES) {
      throw new InputError(
        name,
        i18n.translate('recentlyCompiled.host.input.longJson', {
          defaultMessage: 'It is one JSON text of more than {most} bytes',
          values: { most: MAX_BYTES },
        }),
        i18n.translate('recentlyCompiled.host.input.longJsonRemedy', {
          defaultMessage: 'Turn it into NDJSON first, for example with: {command}',
          values: { command: "jq -c '.hits.hits[]'" },
        }),
      );
    }
  }
  const documents = documentsOf(parse(name, Buffer.concat(parts).toString('utf8')));
  if (!documents) {
    throw new InputError(
      name,
      i18n.translate('recentlyCompiled.host.input.otherJson', {
        defaultMessage:
          'It is JSON, but neither a search response (hits.hits) nor a list of events',
      }),
      i18n.translate('recentlyCompiled.host.input.otherJsonRemedy', {
        defaultMessage: 'Save the whole response, or write one event per line',
      }),
    );
  }
  return documents;
};

const parse = (name: string, text: string): unknown => {
  try {
    return parseExactJson(text);
  } catch (error) {
    throw new InputError(
      name,
      i18n.translate('recentlyCompiled.host.input.damagedJson', {
        defaultMessage: 'It begins like JSON but can not be parsed: {why}',
        values: { why: (error as SyntaxError).message },
      }),
      i18n.translate('recentlyCompiled.host.input.damagedJsonRemedy', {
        defaultMessage: 'Write one event per line (NDJSON), or repair the JSON',
      }),
    );
  }
};
