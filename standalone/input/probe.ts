// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { EventDocument } from '../../common/search';
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { ByteSource } from './byte_source';
import { bulkId, documentsOf, isBulkAction, isObject, toDocument, type Format } from './formats';
import { InputError } from './input_error';
import { lineBlocks, lineStart, type LineBlock } from './line_blocks';

/** What the beginning of an input tells. */
export interface Probe {
  readonly source: ByteSource;
  readonly format: Format;
  /** The first events, up to `SAMPLE` of them. */
  readonly sample: readonly EventDocument[];
  /** All lines, from the first on; for `json`, see `readJson`. */
  readonly blocks: () => AsyncGenerator<LineBlock>;
}

const SAMPLE = 500;
const expected = (): string =>
  i18n.translate('recentlyCompiled.host.input.expected', {
    defaultMessage:
      'Expected NDJSON (one event or hit a line), the body of a _bulk request, or the JSON of a search response; each may be gzipped',
  });

/**
 * Reads the beginning of an input and tells its format. Throws an `InputError` for an empty input and for
 * one that is in no known format.
 */
export const probe = async (source: ByteSource): Promise<Probe> => {
  const blocks = lineBlocks(source.name, source.chunks());
  const first = await blocks.next();
  if (first.done) {
    throw new InputError(
      source.name,
      i18n.translate('recentlyCompiled.host.input.empty', { defaultMessage: 'It is empty' }),
      expected(),
    );
  }
  const { format, sample } = recognise(source.name, first.value);
  if (!source.repeatable) {
    return { source, format, sample, blocks: () => continueWith(first.value, blocks) };
  }
  await blocks.return(undefined);
  return { source, format, sample, blocks: () => lineBlocks(source.name, source.chunks()) };
};

async function* continueWith(
  first: LineBlock,
  rest: AsyncGenerator<LineBlock>,
): AsyncGenerator<LineBlock> {
  yield first;
  yield* rest;
}

const linesOf = (block: LineBlock): string[] =>
  block.ends
    .slice(0, 2 * SAMPLE)
    .map((end, i) => block.bytes.toString('utf8', lineStart(block, i), end).trim())
    .filter((line) => line !== '');

const parseOrUndefined = (text: string): unknown => {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
};

const recognise = (name: string, block: LineBlock): Pick<Probe, 'format' | 'sample'> => {
  if (isUtf16(block.bytes)) {
    throw new InputError(
      name,
      i18n.translate('recentlyCompiled.host.input.utf16', { defaultMessage: 'It is in UTF-16' }),
      i18n.translate('recentlyCompiled.host.input.utf16Remedy', {
        defaultMessage: 'Convert it to UTF-8, for example with: {command}',
        values: { command: 'iconv -f UTF-16 -t UTF-8' },
      }),
    );
  }
  const lines = linesOf(block);
  const [firstLine = ''] = lines;
  if (lines.length === 0) {
    throw new InputError(
      name,
      i18n.translate('recentlyCompiled.host.input.blank', {
        defaultMessage: 'It holds blank lines only',
      }),
      expected(),
    );
  }
  const values = lines.map(parseOrUndefined);
  const objects = values.filter(isObject);
  const isResponse = documentsOf(values[0]) !== undefined;
  const isSpread = values[0] === undefined && /^[[{]/.test(firstLine);
  if (isResponse || (isSpread && (objects.length === 0 || firstLine.length === 1))) {
    return { format: 'json', sample: [] };
  }
  if (objects.length === 0) {
    throw new InputError(
      name,
      i18n.translate('recentlyCompiled.host.input.unknown', {
        defaultMessage:
          'It begins with [{beginning}], which {isJson, select, yes {is no event} other {is no JSON}}',
        values: {
          beginning: firstLine.slice(0, 40),
          isJson: values[0] === undefined ? 'no' : 'yes',
        },
      }),
      expected(),
    );
  }
  const format = isBulkAction(objects[0]) ? 'bulk' : 'ndjson';
  return { format, sample: sampleOf(values, format) };
};

/** With the mark that such text begins with, or recognised by its first character, which is plain. */
const isUtf16 = (bytes: Buffer): boolean => {
  const [first = 1, second = 1] = bytes;
  return first + second === 0xff + 0xfe || (first === 0) !== (second === 0);
};

const sampleOf = (values: readonly unknown[], format: Format): EventDocument[] =>
  values.flatMap((value, i) =>
    format === 'bulk' && isBulkAction(value)
      ? []
      : (toDocument(withBulkId(value, values[i - 1]), `line ${i + 1}`) ?? []),
  );

const withBulkId = (value: unknown, before: unknown): unknown => {
  const id = bulkId(before);
  return id === undefined || !isObject(value) || '_source' in value
    ? value
    : { _id: id, _source: value };
};
