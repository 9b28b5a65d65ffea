// SPDX-License-Identifier: Apache-2.0
import { coercionFor } from '../../../common/eql/types/coerce';
import { dataTypeOf, type Field } from '../../../common/eql/types/schema';
import { EsError } from '../http/es_error';
import { isBody } from '../http/endpoint';
import type { Source, StoredIndex } from './store';

/**
 * Refuses a document whose values do not fit the mapping, as Elasticsearch does: one wrong value refuses all
 * of it. Throws `document_parsing_exception`, or `strict_dynamic_mapping_exception`.
 */
export const checkDocument = (id: string, source: Source, index: StoredIndex): void => {
  if (index.dataStream !== undefined && source['@timestamp'] === undefined) {
    throw parsingError(
      `data stream timestamp field [@timestamp] is missing`,
      'illegal_argument_exception',
    );
  }
  checkObject(id, source, '', index);
};

const parsingError = (reason: string, type = 'document_parsing_exception'): EsError =>
  new EsError(400, {
    type,
    reason: type === 'document_parsing_exception' ? `[1:1] ${reason}` : reason,
  });

const checkObject = (id: string, node: Source, prefix: string, index: StoredIndex): void => {
  for (const [key, value] of Object.entries(node)) {
    if (!isFieldName(key)) {
      throw parsingError(`field name cannot contain only the dot, or be empty: [${key}]`);
    }
    checkValue(id, value, prefix + key, index);
  }
};

/** Names that were found to be right, of which documents have the same ones again and again. */
const rightNames = new Set<string>();
const MOST_RIGHT_NAMES = 10_000;

const isFieldName = (key: string): boolean => {
  if (rightNames.has(key)) {
    return true;
  }
  const isRight = key.split('.').every((part) => part.trim() !== '');
  if (isRight && rightNames.size < MOST_RIGHT_NAMES) {
    rightNames.add(key);
  }
  return isRight;
};

const checkValue = (id: string, value: unknown, name: string, index: StoredIndex): void => {
  if (Array.isArray(value)) {
    value.forEach((item) => checkValue(id, item, name, index));
    return;
  }
  const field = index.schema.field(name);
  if (!field) {
    checkUnmapped(id, value, name, index);
    return;
  }
  const wantsObject = field.mappedType === 'object' || field.mappedType === 'nested';
  // Flattened fields, ranges and places may be written in several forms, and none of them is asked for.
  if (value === null || (!wantsObject && dataTypeOf(field.mappedType) === undefined)) {
    return;
  }
  if (wantsObject !== isBody(value)) {
    throw wantsObject
      ? parsingError(
          `object mapping for [${name}] tried to parse field [${name}] as object, but found a concrete value`,
        )
      : failedToParse(id, field, value, "Can't get text on a START_OBJECT");
  }
  if (isBody(value)) {
    checkObject(id, value, `${name}.`, index);
  } else {
    checkLeaf(id, value, field);
  }
};

/** Where the mapping is not dynamic, whatever is not mapped is kept unread. */
const checkUnmapped = (id: string, value: unknown, name: string, index: StoredIndex): void => {
  if (index.dynamic === 'strict') {
    throw new EsError(400, {
      type: 'strict_dynamic_mapping_exception',
      reason: `[1:1] mapping set to strict, dynamic introduction of [${name}] within [_doc] is not allowed`,
    });
  }
  if (isBody(value)) {
    checkObject(id, value, `${name}.`, index);
  }
};

/** Text that is longer than Lucene's longest term, in bytes. */
const LONGEST_TERM = 32_766;

const checkLeaf = (id: string, value: unknown, field: Field): void => {
  const isKeyword = field.mappedType === 'keyword';
  if (
    isKeyword &&
    (field.ignoreAbove === undefined || String(value).length <= field.ignoreAbove) &&
    Buffer.byteLength(String(value)) > LONGEST_TERM
  ) {
    throw new EsError(400, {
      type: 'illegal_argument_exception',
      reason: `Document contains at least one immense term in field="${field.name}"`,
    });
  }
  const isText = dataTypeOf(field.mappedType) === 'keyword';
  const leaf = value as string | number | boolean | bigint;
  const outOfRange = field.mappedType === 'long' && Math.abs(Number(leaf)) > 2 ** 63;
  if (!isText && (coercionFor(field)(leaf) === undefined || outOfRange)) {
    throw failedToParse(id, field, value, reasonFor(field, value));
  }
};

const reasonFor = ({ mappedType }: Field, value: unknown): string => {
  switch (mappedType) {
    case 'date':
    case 'date_nanos':
      return `failed to parse date field [${String(value)}] with format [strict_date_optional_time||epoch_millis]`;
    case 'ip':
      return `'${String(value)}' is not an IP string literal.`;
    default:
      return `For input string: "${String(value)}"`;
  }
};

const failedToParse = (
  id: string,
  { name, mappedType }: Field,
  value: unknown,
  why: string,
): EsError =>
  new EsError(400, {
    type: 'document_parsing_exception',
    reason: `[1:1] failed to parse field [${name}] of type [${mappedType}] in document with id '${id}'. Preview of field's value: '${typeof value === 'string' ? value : JSON.stringify(value)}'`,
    caused_by: { type: 'illegal_argument_exception', reason: why },
  });
