// SPDX-License-Identifier: Apache-2.0
import { isBody, type Body } from '../http/endpoint';
import type { PointInTime, StoredDocument } from '../store/store';
import { valuesOf } from './field_values';

/** Where in the list the documents with each value of a field are, in order. */
type Postings = ReadonlyMap<unknown, readonly number[]>;

/** A point in time never changes, so that its postings are made once. */
const postingsOf = new WeakMap<PointInTime, Map<string, Postings>>();

/** Where documents that can match may be; counted before they are listed, since only the fewest are looked at. */
interface Possible {
  readonly most: number;
  readonly list: () => readonly number[];
}

/**
 * The documents of a point in time that can match a query, in their order: all that do, and as few others as the values
 * of keyword fields tell. Searches that ask for some hosts at a time would else test each document for each of them.
 */
export const candidates = (moment: PointInTime, query: unknown): readonly StoredDocument[] => {
  const found = possible(moment, query);
  return found && found.most < moment.documents.length
    ? [...new Set(found.list())]
        .sort((a, b) => a - b)
        .flatMap((position) => moment.documents[position] ?? [])
    : moment.documents;
};

/** Undefined where the query does not tell. */
const possible = (moment: PointInTime, query: unknown): Possible | undefined => {
  if (!isBody(query)) {
    return undefined;
  }
  const { bool, term, terms, ids, constant_score: constant } = query;
  if (isBody(constant)) {
    return possible(moment, constant['filter']);
  }
  if (isBody(bool)) {
    return ofBool(moment, bool);
  }
  if (isBody(ids)) {
    return withValues(moment, '_id', listOf(ids['values']));
  }
  const [field, value] = Object.entries((term ?? terms ?? {}) as Body)[0] ?? [];
  return field !== undefined && isKeyword(moment, field)
    ? withValues(moment, field, listOf(value))
    : undefined;
};

const ofBool = (moment: PointInTime, bool: Body): Possible | undefined => {
  const required = [...listOf(bool['filter']), ...listOf(bool['must'])];
  const should = listOf(bool['should']);
  const least = bool['minimum_should_match'] ?? (required.length === 0 ? 1 : 0);
  let fewest: Possible | undefined;
  const consider = (found: Possible | undefined): void => {
    fewest = found && (!fewest || found.most < fewest.most) ? found : fewest;
  };
  for (const one of required) {
    if (isFew(fewest)) {
      return fewest;
    }
    consider(possible(moment, one));
  }
  if (should.length > 0 && least === 1 && !isFew(fewest)) {
    consider(union(should.map((one) => possible(moment, one))));
  }
  return fewest;
};

/** To test so many costs less than to look for fewer. */
const FEW = 20;

const isFew = (found: Possible | undefined): boolean => found !== undefined && found.most <= FEW;

/** Undefined unless each of them is known. */
const union = (parts: readonly (Possible | undefined)[]): Possible | undefined => {
  const known = parts.flatMap((part) => part ?? []);
  return known.length < parts.length
    ? undefined
    : {
        most: known.reduce((sum, { most }) => sum + most, 0),
        list: () => known.flatMap(({ list }) => list()),
      };
};

/** Undefined for anything but texts, which may be compared in other ways. */
const withValues = (
  moment: PointInTime,
  field: string,
  values: readonly unknown[],
): Possible | undefined => {
  if (!values.every((value) => typeof value === 'string')) {
    return undefined;
  }
  const postings = postingsFor(moment, field);
  const found = values.flatMap((value) => {
    const positions = postings.get(value);
    return positions ? [positions] : [];
  });
  return {
    most: found.reduce((sum, { length }) => sum + length, 0),
    list: () => found.flat(),
  };
};

const postingsFor = (moment: PointInTime, field: string): Postings => {
  const made = postingsOf.get(moment) ?? new Map<string, Postings>();
  postingsOf.set(moment, made);
  const known = made.get(field);
  if (known) {
    return known;
  }
  const postings = new Map<unknown, number[]>();
  const read = valuesOf(field);
  moment.documents.forEach((document, position) => {
    for (const value of new Set(read(document))) {
      const positions = postings.get(value) ?? [];
      positions.push(position);
      postings.set(value, positions);
    }
  });
  made.set(field, postings);
  return postings;
};

/** Such fields are compared as they are written; an index without the field has no document with a value. */
const isKeyword = ({ indices }: PointInTime, field: string): boolean =>
  indices.every(({ searchSchema }) => {
    const found = searchSchema.field(field);
    return found === undefined || (found.mappedType === 'keyword' && found.lowercase !== true);
  });

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
