// SPDX-License-Identifier: Apache-2.0
import type { EventPredicate } from '../eql/compile/compile_filter';
import { fieldComparison } from '../eql/compile/field_comparison';
import { EqlError } from '../eql/errors';
import { compileLuceneRegex, compileWildcard, foldAsciiCase, PatternError } from '../eql/patterns';
import { fieldReader } from '../eql/types/field_reader';
import { dataTypeOf, type Field, type Schema } from '../eql/types/schema';
import type { Value } from '../eql/types/value';
import type { Bound } from '../eql/verify/bound';
import type { EventDocument } from './event_document';

export type DocumentPredicate = (document: EventDocument) => boolean;

interface Context {
  readonly schema: Schema;
  readonly now: number;
}

type Body = Readonly<Record<string, unknown>>;

/** What clauses of one query share, such as the same expression for one host after the other. */
interface Shared extends Context {
  readonly regexps: Map<string, TextTest>;
  readonly present: Map<string, DocumentPredicate>;
}

type TextTest = (text: string) => boolean;
type Clause = (body: unknown, context: Shared) => DocumentPredicate;

/**
 * Compiles the part of the query DSL that exceptions, request filters and searches of ours use: bool, term,
 * terms, match, match_phrase, prefix, wildcard, regexp, exists, range, ids, nested, match_all, match_none.
 * `now` is in milliseconds. Throws a request `EqlError` for anything else.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/query-dsl.html
 */
export const compileQueryDsl = (query: unknown, context: Context): DocumentPredicate =>
  compile(query, { ...context, regexps: new Map(), present: new Map() });

const compile = (query: unknown, context: Shared): DocumentPredicate => {
  const [name, body] = onlyEntry(query, 'a query');
  const clause = Object.hasOwn(CLAUSES, name) ? CLAUSES[name] : undefined;
  if (!clause) {
    throw refuse(
      `There is no query [${name}] here`,
      `Use one of ${Object.keys(CLAUSES).join(', ')}`,
    );
  }
  return clause(body, context);
};

const refuse = (message: string, remedy: string): EqlError =>
  new EqlError('request', { message: `[filter]: ${message}`, remedy });

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const onlyEntry = (value: unknown, what: string): [string, unknown] => {
  const entries = isBody(value)
    ? Object.entries(value).filter(([key]) => key !== 'boost' && key !== '_name')
    : [];
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw refuse(
      `Expected ${what} as an object with one member, found ${JSON.stringify(value)}`,
      'Combine several with bool',
    );
  }
  return entry;
};

const all =
  (tests: readonly DocumentPredicate[]): DocumentPredicate =>
  (document) =>
    tests.every((test) => test(document));

const bool: Clause = (body, context) => {
  if (!isBody(body)) {
    throw refuse('[bool] must be an object', 'Write {"bool": {"filter": [...]}}');
  }
  const unknown = Object.keys(body).find((key) => !BOOL_MEMBERS.has(key));
  if (unknown !== undefined) {
    throw refuse(
      `[bool] has no member [${unknown}]`,
      `Members are ${[...BOOL_MEMBERS].join(', ')}`,
    );
  }
  const clauses = (key: string): DocumentPredicate[] =>
    [body[key] ?? []].flat().map((clause) => compile(clause, context));
  const required = [...clauses('must'), ...clauses('filter')];
  const meetsRequired = all(required);
  const forbidden = clauses('must_not');
  const optional = clauses('should');
  const least = minimumShouldMatch(body['minimum_should_match'], optional.length, required.length);
  return (document) =>
    meetsRequired(document) &&
    !forbidden.some((test) => test(document)) &&
    meetsSome(optional, least, document);
};

const meetsSome = (
  optional: readonly DocumentPredicate[],
  least: number,
  document: EventDocument,
): boolean => {
  let met = 0;
  return least <= 0 || optional.some((test) => test(document) && (met += 1) >= least);
};

const BOOL_MEMBERS = new Set([
  'must',
  'filter',
  'should',
  'must_not',
  'minimum_should_match',
  'boost',
  '_name',
]);

const minimumShouldMatch = (given: unknown, optional: number, required: number): number => {
  if (given === undefined) {
    return optional > 0 && required === 0 ? 1 : 0;
  }
  const value = Number(given);
  if (!Number.isInteger(value)) {
    throw refuse(
      `[minimum_should_match] must be a whole number, found ${JSON.stringify(given)}`,
      'Write 1',
    );
  }
  return value < 0 ? Math.max(0, optional + value) : value;
};

/** A query on one field: {"field": value} or {"field": {[member]: value, ...}}. */
const onField =
  (
    member: string,
    test: (field: Field, value: Value, options: Body, context: Shared) => EventPredicate,
  ): Clause =>
  (body, context) => {
    const [name, given] = onlyEntry(body, `a field`);
    const options = isBody(given) ? given : { [member]: given };
    const value = options[member];
    if (!isValue(value)) {
      throw refuse(
        `[${name}] needs a [${member}], found ${JSON.stringify(given)}`,
        `Write {"${name}": {"${member}": "…"}}`,
      );
    }
    return onEvents(context.schema.field(name), (field) => test(field, value, options, context));
  };

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  typeof value === 'bigint';

/** A field that no index has matches nothing. */
const onEvents = (
  field: Field | undefined,
  build: (field: Field) => EventPredicate,
): DocumentPredicate => {
  if (!field) {
    return () => false;
  }
  const test = build(field);
  return ({ _source }) => test(_source);
};

const equals = (field: Field, value: Value, { now }: Context): EventPredicate => {
  const test = fieldComparison(comparisonOf(field, '=='), field, value, now);
  const { some } = fieldReader(field);
  return (event) => some(event, test);
};

const comparisonOf = (field: Field, operator: '==' | '<' | '<=' | '>' | '>=') => {
  const operand: Bound = { kind: 'field', field, type: dataTypeOf(field.mappedType) ?? 'keyword' };
  return { kind: 'comparison', operator, left: operand, right: operand, type: 'boolean' } as const;
};

const term = onField('value', (field, value, { case_insensitive: ignoreCase }, context) => {
  if (ignoreCase !== true) {
    return equals(field, value, context);
  }
  const wanted = foldAsciiCase(String(value));
  const { some } = fieldReader(field);
  return (event) => some(event, (candidate) => foldAsciiCase(String(candidate)) === wanted);
});

const terms: Clause = (body, context) => {
  const [name, values] = onlyEntry(body, 'a field');
  if (!Array.isArray(values) || !values.every(isValue)) {
    throw refuse(
      `[terms] on [${name}] needs a list of values`,
      `Write {"terms": {"${name}": ["…"]}}`,
    );
  }
  return onEvents(context.schema.field(name), (field) => {
    if (dataTypeOf(field.mappedType) === 'keyword' && !field.unsearchable) {
      const wanted = new Set(values.map((value) => asKept(field, String(value))));
      const { some } = fieldReader(field);
      return (event) => some(event, (value) => typeof value === 'string' && wanted.has(value));
    }
    const tests = values.map((value) => equals(field, value, context));
    return (event) => tests.some((test) => test(event));
  });
};

/** On text, words in a row; on anything else, equality. */
const matchPhrase = onField('query', (field, value, _, context) => {
  if (field.mappedType !== 'text' && field.mappedType !== 'match_only_text') {
    return equals(field, value, context);
  }
  const phrase = words(String(value));
  const { some } = fieldReader(field);
  return (event) => some(event, (text) => ` ${words(String(text))} `.includes(` ${phrase} `));
});

const match = onField('query', (field, value, _, context) => {
  if (field.mappedType !== 'text' && field.mappedType !== 'match_only_text') {
    return equals(field, value, context);
  }
  const wanted = words(String(value)).split(' ');
  const { some } = fieldReader(field);
  return (event) =>
    some(event, (text) => {
      const present = new Set(words(String(text)).split(' '));
      return wanted.some((word) => present.has(word));
    });
});

const words = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ');

/** A field with a lowercase normalizer reads what it is compared with in lower case. */
const asKept = ({ lowercase }: Field, value: Value): string =>
  lowercase ? String(value).toLowerCase() : String(value);

const prefix = onField('value', (field, value, { case_insensitive: ignoreCase }) => {
  const fold = ignoreCase === true ? foldAsciiCase : (text: string) => text;
  const wanted = fold(asKept(field, value));
  const { some } = fieldReader(field);
  return (event) => some(event, (text) => fold(String(text)).startsWith(wanted));
});

const wildcard: Clause = (body, context) => {
  const [name, given] = onlyEntry(body, 'a field');
  const member = isBody(given) && 'wildcard' in given ? 'wildcard' : 'value';
  return wildcardOn(member)({ [name]: given }, context);
};

/** Here, unlike in EQL, a backslash makes the next character literal. */
const wildcardOn = (member: string): Clause =>
  onField(member, (field, value, { case_insensitive: ignoreCase }) => {
    const test = compileEscapedWildcard(asKept(field, value), ignoreCase === true);
    const { some } = fieldReader(field);
    return (event) => some(event, (text) => test(String(text)));
  });

const compileEscapedWildcard = (
  pattern: string,
  caseInsensitive: boolean,
): ((text: string) => boolean) =>
  pattern.includes('\\')
    ? compileLuceneRegex(toRegex(pattern), { caseInsensitive })
    : compileWildcard(pattern, { caseInsensitive });

/** Letters and digits stand for themselves in Lucene's regular expressions, anything else once escaped. */
const toRegex = (pattern: string): string =>
  pattern.replace(/\\?[^]/gu, (part) => {
    switch (part) {
      case '*':
        return '.*';
      case '?':
        return '.';
      default: {
        const character = part.length > 1 && part.startsWith('\\') ? part.slice(1) : part;
        return /[A-Za-z0-9]/.test(character) ? character : `\\${character}`;
      }
    }
  });

/** In Lucene's syntax with all optional operators, over the whole value. */
const regexp = onField('value', (field, value, { case_insensitive: ignoreCase }, { regexps }) => {
  const pattern = asKept(field, value);
  const test = once(regexps, `${String(ignoreCase === true)} ${pattern}`, () =>
    luceneTest(pattern, ignoreCase === true),
  );
  const { some } = fieldReader(field);
  return (event) => some(event, (text) => test(String(text)));
});

const luceneTest = (pattern: string, caseInsensitive: boolean): TextTest => {
  try {
    return compileLuceneRegex(pattern, { caseInsensitive });
  } catch (error) {
    throw error instanceof PatternError ? refuse(`[regexp] ${error.message}`, error.remedy) : error;
  }
};

const once = <T>(made: Map<string, T>, key: string, make: () => T): T => {
  const known = made.get(key);
  if (known !== undefined) {
    return known;
  }
  const one = make();
  made.set(key, one);
  return one;
};

const exists: Clause = (body, { schema, present }) => {
  const name = isBody(body) ? body['field'] : undefined;
  if (typeof name !== 'string') {
    throw refuse('[exists] needs a [field]', 'Write {"exists": {"field": "user.name"}}');
  }
  return once(present, name, () => isPresent(name, schema));
};

const isPresent = (name: string, schema: Schema): DocumentPredicate => {
  const fields = [...schema.names()]
    .filter((candidate) => candidate === name || candidate.startsWith(`${name}.`))
    .flatMap((candidate) => schema.field(candidate) ?? []);
  const readers = fields.map(fieldReader);
  return ({ _source }) => readers.some(({ some }) => some(_source, () => true));
};

const RANGE = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

const range: Clause = (body, context) => {
  const [name, limits] = onlyEntry(body, 'a field');
  if (!isBody(limits)) {
    throw refuse(`[range] on [${name}] needs limits`, `Write {"range": {"${name}": {"gte": …}}}`);
  }
  const unknown = Object.keys(limits).find(
    (key) => !Object.hasOwn(RANGE, key) && !RANGE_OPTIONS.has(key),
  );
  if (unknown !== undefined) {
    throw refuse(`[range] has no limit [${unknown}]`, 'Limits are gt, gte, lt, lte');
  }
  return onEvents(context.schema.field(name), (field) => {
    const tests = Object.entries(RANGE).flatMap(([key, operator]) => {
      const limit = limits[key];
      return isValue(limit)
        ? [fieldComparison(comparisonOf(field, operator), field, limit, context.now)]
        : [];
    });
    const { some } = fieldReader(field);
    return (event) => some(event, (value) => tests.every((test) => test(value)));
  });
};

const RANGE_OPTIONS = new Set(['format', 'boost', 'relation', '_name']);

const ids: Clause = (body) => {
  const values = isBody(body) ? body['values'] : undefined;
  if (!Array.isArray(values)) {
    throw refuse('[ids] needs a list of [values]', 'Write {"ids": {"values": ["…"]}}');
  }
  const wanted = new Set(values.map(String));
  return ({ _id }) => wanted.has(_id);
};

/** Asks of each element of a list of objects by itself. */
const nested: Clause = (body, context) => {
  const { path, query } = isBody(body) ? body : {};
  if (typeof path !== 'string' || query === undefined) {
    throw refuse(
      '[nested] needs a [path] and a [query]',
      'Write {"nested": {"path": "…", "query": {…}}}',
    );
  }
  const test = compile(query, context);
  return ({ _id, _source }) =>
    elementsAt(_source, path).some((element) => test({ _id, _source: { [path]: element } }));
};

/** The objects at a path whose parts may be nested or dotted. */
const elementsAt = (node: unknown, path: string): unknown[] => {
  if (Array.isArray(node)) {
    return node.flatMap((item) => elementsAt(item, path));
  }
  if (!isBody(node)) {
    return [];
  }
  const parts = path.split('.');
  return parts.flatMap((_, i) => {
    const child = node[parts.slice(0, i + 1).join('.')];
    const rest = parts.slice(i + 1).join('.');
    return rest === '' ? [child ?? []].flat() : elementsAt(child, rest);
  });
};

const CLAUSES: Readonly<Record<string, Clause>> = {
  bool,
  term,
  terms,
  match,
  match_phrase: matchPhrase,
  prefix,
  wildcard,
  regexp,
  exists,
  range,
  ids,
  nested,
  match_all: () => () => true,
  match_none: () => () => false,
};
