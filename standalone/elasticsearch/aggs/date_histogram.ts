// SPDX-License-Identifier: Apache-2.0
import { parseDateMath, toMillis } from '../../../common/eql/types/date';
import { isBody } from '../http/endpoint';
import { illegalArgument, notInMemory } from '../http/es_error';
import { valuesOf } from '../query/field_values';
import type { StoredDocument } from '../store/store';
import type { Aggregation } from './aggregate';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Buckets of `fixed_interval` in UTC; gaps are filled unless `min_doc_count` is above 0. */
export const dateHistogram: Aggregation = (body, documents, { now, below }) => {
  if (body['calendar_interval'] !== undefined || body['time_zone'] !== undefined) {
    throw notInMemory('date_histogram with calendar_interval or time_zone');
  }
  const width = millisOf(body['fixed_interval']);
  const hard = bounds(body['hard_bounds'], now);
  const floor = (time: number): number => Math.floor(time / width) * width;
  const groups = new Map<number, StoredDocument[]>();
  const read = valuesOf(String(body['field']));
  for (const document of documents) {
    for (const key of new Set(read(document).map((value) => floor(Number(value))))) {
      if (key >= floor(hard.min) && key <= hard.max) {
        groups.set(key, [...(groups.get(key) ?? []), document]);
      }
    }
  }
  const least = Number(body['min_doc_count'] ?? 0);
  const keys = [...groups.keys()].sort((a, b) => a - b);
  const wanted =
    least > 0 ? keys : filled(keys, width, floor, bounds(body['extended_bounds'], now));
  return {
    buckets: wanted
      .map((key) => ({ key, inside: groups.get(key) ?? [] }))
      .filter(({ inside }) => inside.length >= least)
      .map(({ key, inside }) => ({
        key_as_string: new Date(key).toISOString(),
        key,
        doc_count: inside.length,
        ...below(inside),
      })),
  };
};

const filled = (
  keys: readonly number[],
  width: number,
  floor: (time: number) => number,
  { min, max }: { readonly min: number; readonly max: number },
): number[] => {
  const ends = [...keys, ...[min, max].filter(Number.isFinite).map(floor)];
  if (ends.length === 0) {
    return [];
  }
  const first = Math.min(...ends);
  const count = (Math.max(...ends) - first) / width + 1;
  return Array.from({ length: count }, (_, i) => first + i * width);
};

const millisOf = (interval: unknown): number => {
  const match = /^(\d+)(ms|s|m|h|d)$/.exec(String(interval));
  if (!match) {
    throw illegalArgument(
      `failed to parse setting [fixed_interval] with value [${String(interval)}]`,
    );
  }
  return Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1);
};

const bounds = (given: unknown, now: number): { min: number; max: number } => {
  const read = (name: string, fallback: number): number => {
    const value = isBody(given) ? given[name] : undefined;
    if (value === undefined) {
      return fallback;
    }
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const interval = parseDateMath(text, now);
    if (!interval) {
      throw illegalArgument(`failed to parse date field [${JSON.stringify(value)}]`);
    }
    return toMillis(interval.from);
  };
  return { min: read('min', -Infinity), max: read('max', Infinity) };
};
