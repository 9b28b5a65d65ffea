// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { EventDocument } from '../../common/search';
import type { ByteSource } from './byte_source';
import { bulkId, isBulkAction, isObject, toDocument } from './formats';
import { readJson } from './json_documents';
import { trimmedLine } from './line_blocks';
import { probe } from './probe';
import type { BadLine } from './scan_tally';

export interface InputDocumentsOptions {
  /** What documents without an id are called after, beside their line. */
  readonly label: string;
  readonly onBadLine: (bad: BadLine) => void;
}

/** All events of an input, in its order and in blocks. Throws an `InputError` where it can not be read. */
export async function* inputDocuments(
  source: ByteSource,
  options: InputDocumentsOptions,
): AsyncGenerator<readonly EventDocument[]> {
  const input = await probe(source);
  if (input.format === 'json') {
    yield await readJson(source.name, input.blocks());
    return;
  }
  let action: unknown;
  for await (const block of input.blocks()) {
    const events: EventDocument[] = [];
    for (let i = 0; i < block.ends.length; i += 1) {
      const [start, end] = trimmedLine(block, i);
      if (start === end) {
        continue;
      }
      const line = block.firstLine + i;
      const value = parseLine(block.bytes.toString('utf8', start, end));
      if (input.format === 'bulk' && isBulkAction(value)) {
        action = value;
        continue;
      }
      const event = documentOf(value, action, `${options.label}:${line}`);
      action = undefined;
      if (event) {
        events.push(event);
      } else {
        const reason = value === undefined ? noJson() : noObject();
        options.onBadLine({ input: source.name, line, reason });
      }
    }
    yield events;
  }
}

const parseLine = (text: string): unknown => {
  try {
    return parseExactJson(text);
  } catch {
    // What is no JSON is told of by its line.
    return undefined;
  }
};

const documentOf = (
  value: unknown,
  action: unknown,
  fallback: string,
): EventDocument | undefined => {
  const id = bulkId(action);
  return id === undefined || !isObject(value) || '_source' in value
    ? toDocument(value, fallback)
    : { _id: id, _source: value };
};

const noJson = (): string =>
  i18n.translate('recentlyCompiled.host.takeIn.noJson', { defaultMessage: 'it is no JSON' });

const noObject = (): string =>
  i18n.translate('recentlyCompiled.host.takeIn.noObject', {
    defaultMessage: 'it is no JSON object',
  });
