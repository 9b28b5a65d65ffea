// SPDX-License-Identifier: Apache-2.0
import { EqlError, type EqlProblem } from '../eql/errors';

/** What a request may hold beside the query, with Elasticsearch's defaults filled in. */
export interface SearchOptions {
  /** The most events or sequences to return. */
  readonly size: number;
  /** Which of them, when there are more: the first or the last. */
  readonly resultPosition: 'head' | 'tail';
  readonly timestampField: string;
  readonly tiebreakerField: string | undefined;
  readonly categoryField: string;
  readonly maxSamplesPerKey: number;
  /** Query DSL; undefined for none. */
  readonly filter: unknown;
}

const MAX_SIZE = 2 ** 31 - 1;

const UNSUPPORTED: Readonly<Record<string, string>> = {
  runtime_mappings: 'Scripts run in Elasticsearch only',
  fields: 'Read the fields from the events themselves',
};

/** Options that change how a server works, never what it answers. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'keep_alive',
  'keep_on_completion',
  'wait_for_completion_timeout',
  'allow_partial_search_results',
]);

/**
 * Reads the body of an EQL search request, without `query`. Throws a request `EqlError` that names every
 * wrong option, an unsupported one for what only a server can do.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-search-api.html
 */
export const parseSearchOptions = (body: Readonly<Record<string, unknown>>): SearchOptions => {
  const unsupported = Object.keys(body).filter((name) => Object.hasOwn(UNSUPPORTED, name));
  if (unsupported.length > 0) {
    throw new EqlError(
      'unsupported',
      unsupported.map((name) => ({
        message: `The option [${name}] needs a server`,
        text: name,
        remedy: UNSUPPORTED[name] ?? '',
      })),
    );
  }
  const problems: EqlProblem[] = [];
  const options = read(body, problems);
  if (problems.length > 0) {
    throw new EqlError('request', problems);
  }
  return options;
};

const KNOWN = [
  'size',
  'result_position',
  'timestamp_field',
  'tiebreaker_field',
  'event_category_field',
  'max_samples_per_key',
  'filter',
  'fetch_size',
];

const read = (body: Readonly<Record<string, unknown>>, problems: EqlProblem[]): SearchOptions => {
  for (const name of Object.keys(body)) {
    if (!KNOWN.includes(name) && !WITHOUT_EFFECT.has(name)) {
      problems.push({
        message: `There is no option [${name}]`,
        text: name,
        remedy: `Options are ${KNOWN.join(', ')}`,
      });
    }
  }
  wholeNumber(body, 'fetch_size', 1000, 2, problems);
  return {
    size: wholeNumber(body, 'size', 10, 0, problems),
    resultPosition: resultPosition(body, problems),
    timestampField: name(body, 'timestamp_field', problems) ?? '@timestamp',
    tiebreakerField: name(body, 'tiebreaker_field', problems),
    categoryField: name(body, 'event_category_field', problems) ?? 'event.category',
    maxSamplesPerKey: wholeNumber(body, 'max_samples_per_key', 1, 1, problems),
    filter: filter(body, problems),
  };
};

const wholeNumber = (
  body: Readonly<Record<string, unknown>>,
  option: string,
  fallback: number,
  least: number,
  problems: EqlProblem[],
): number => {
  const given = body[option];
  if (given === undefined) {
    return fallback;
  }
  const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MAX_SIZE) {
    return value;
  }
  problems.push({
    message: `[${option}] must be a whole number from ${least} on, found [${JSON.stringify(given)}]`,
    text: option,
    remedy: `Write ${option}: ${fallback}, for example`,
  });
  return fallback;
};

const resultPosition = (
  { result_position: given = 'tail' }: Readonly<Record<string, unknown>>,
  problems: EqlProblem[],
): 'head' | 'tail' => {
  if (given === 'head' || given === 'tail') {
    return given;
  }
  problems.push({
    message: `[result_position] must be head or tail, found [${JSON.stringify(given)}]`,
    text: 'result_position',
    remedy: 'Write it in lower case',
  });
  return 'tail';
};

const name = (
  body: Readonly<Record<string, unknown>>,
  option: string,
  problems: EqlProblem[],
): string | undefined => {
  const given = body[option];
  if (given === undefined || (typeof given === 'string' && given !== '')) {
    return given;
  }
  problems.push({
    message: `[${option}] must be the name of a field, found [${JSON.stringify(given)}]`,
    text: option,
    remedy: 'Leave it out, or name a field',
  });
  return undefined;
};

const filter = (
  { filter: given }: Readonly<Record<string, unknown>>,
  problems: EqlProblem[],
): unknown => {
  if (given === null) {
    problems.push({
      message: '[filter] must be a query, found [null]',
      text: 'filter',
      remedy: 'Leave it out, or write a query',
    });
  }
  return given ?? undefined;
};
