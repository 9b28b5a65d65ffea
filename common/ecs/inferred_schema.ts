// SPDX-License-Identifier: Apache-2.0
import type { EventSource } from '../eql/types/field_reader';
import { schemaOf, type Schema } from '../eql/types/schema';

type InferredType = 'keyword' | 'long' | 'double' | 'boolean';

/** Elasticsearch's default limit on how deep objects stand in each other. */
const MAX_DEPTH = 20;

/** The most fields that are added, so that events with ever new names do not fill the memory. */
const MAX_FIELDS = 10_000;

/**
 * The known fields, and every further one that the samples have, typed as Elasticsearch maps fields that
 * it does not know: text as keyword, whole numbers as long, others as double, true and false as boolean. Where
 * samples disagree, numbers become double, all else keyword. Text that looks like a date stays text, as
 * Fleet sets it. Adds at most 10,000 fields, none deeper than 20 levels.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/dynamic-field-mapping.html
 */
export const inferSchema = (known: Schema, samples: Iterable<EventSource>): Schema => {
  const found = new Map<string, InferredType>();
  for (const sample of samples) {
    collect(sample, '', 1, known, found);
  }
  return found.size === 0 ? known : extended(known, found);
};

const collect = (
  node: EventSource,
  prefix: string,
  depth: number,
  known: Schema,
  found: Map<string, InferredType>,
): void => {
  for (const [key, child] of Object.entries(node)) {
    visit(child, prefix + key, depth, known, found);
  }
};

const visit = (
  value: unknown,
  name: string,
  depth: number,
  known: Schema,
  found: Map<string, InferredType>,
): void => {
  if (Array.isArray(value)) {
    value.forEach((item) => visit(item, name, depth, known, found));
  } else if (typeof value === 'object' && value !== null) {
    if (depth < MAX_DEPTH) {
      collect(value as EventSource, `${name}.`, depth + 1, known, found);
    }
  } else {
    const type = typeOf(value);
    if (type && !known.field(name)) {
      add(name, type, known, found);
    }
  }
};

const typeOf = (value: unknown): InferredType | undefined => {
  switch (typeof value) {
    case 'string':
      return 'keyword';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'long';
    case 'number':
      return Number.isInteger(value) ? 'long' : 'double';
    default:
      return undefined;
  }
};

const add = (
  name: string,
  type: InferredType,
  known: Schema,
  found: Map<string, InferredType>,
): void => {
  const before = found.get(name);
  if (before !== undefined) {
    found.set(name, either(before, type));
  } else if (found.size < MAX_FIELDS && isOpen(name, known)) {
    found.set(name, type);
  }
};

/** Only objects have fields of their own, and what is mapped as something else stays that. */
const isOpen = (name: string, known: Schema): boolean => {
  const parts = name.split('.');
  return (
    parts.length <= MAX_DEPTH &&
    parts.slice(1).every((_, i) => {
      const parent = known.field(parts.slice(0, i + 1).join('.'));
      return parent === undefined || parent.mappedType === 'object';
    })
  );
};

const either = (a: InferredType, b: InferredType): InferredType => {
  if (a === b) {
    return a;
  }
  const isNumber = (type: InferredType): boolean => type === 'long' || type === 'double';
  return isNumber(a) && isNumber(b) ? 'double' : 'keyword';
};

const extended = (known: Schema, found: ReadonlyMap<string, InferredType>): Schema => {
  const added = schemaOf(
    [...found].map(([name, mappedType]) => ({ name, path: name, mappedType })),
  );
  return {
    field: (name) => known.field(name) ?? added.field(name),
    *names() {
      yield* known.names();
      yield* added.names();
    },
  };
};
