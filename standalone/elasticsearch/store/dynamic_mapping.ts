// SPDX-License-Identifier: Apache-2.0
import type { MappingProperty } from '../../../common/eql/types/mapping';
import { isBody } from '../http/endpoint';
import type { Source, StoredIndex } from './store';

type Properties = Readonly<Record<string, MappingProperty>>;

/** Adds what a document brings that is not mapped yet, typed as Elasticsearch types it without a template. */
export const mapNewFields = (index: StoredIndex, source: Source): void => {
  if (index.dynamic !== 'true') {
    return;
  }
  const properties = withFields(index.properties, source);
  if (properties !== index.properties) {
    index.setProperties(properties);
  }
};

const withFields = (known: Properties, node: Source): Properties => {
  let properties = known;
  for (const [path, value] of Object.entries(node)) {
    const [key = '', ...rest] = path.split('.');
    const inner = rest.length > 0 ? { [rest.join('.')]: value } : value;
    const before = properties[key];
    const after = withValue(before, inner);
    if (after && after !== before) {
      properties = { ...properties, [key]: after };
    }
  }
  return properties;
};

const withValue = (
  known: MappingProperty | undefined,
  value: unknown,
): MappingProperty | undefined => {
  if (Array.isArray(value)) {
    return value.reduce<MappingProperty | undefined>(
      (sofar, item) => withValue(sofar, item),
      known,
    );
  }
  if (!isBody(value)) {
    return known ?? typeFor(value);
  }
  if (known && !known.properties && known.type !== undefined && known.type !== 'object') {
    return known;
  }
  const before = known?.properties ?? {};
  const after = withFields(before, value);
  return known && after === before ? known : { ...known, properties: after };
};

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

const typeFor = (value: unknown): MappingProperty | undefined => {
  switch (typeof value) {
    case 'boolean':
      return { type: 'boolean' };
    case 'bigint':
      return { type: 'long' };
    case 'number':
      return { type: Number.isInteger(value) ? 'long' : 'float' };
    case 'string':
      return DATE.test(value)
        ? { type: 'date' }
        : { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };
    default:
      return undefined;
  }
};
