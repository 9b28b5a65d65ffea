// SPDX-License-Identifier: Apache-2.0
import type {
  Duration,
  DurationUnit,
  EventFilter,
  FieldReference,
  Query,
  SampleQuery,
  SequenceQuery,
  Stage,
} from '../ast';
import { spanning } from '../location';
import { parseEventFilter, parseExpression } from './parse_expression';
import { parsePipes } from './parse_pipes';
import { TokenCursor } from './token_cursor';
import type { Token } from './tokens';

const UNITS: readonly DurationUnit[] = ['ms', 's', 'm', 'h', 'd'];
const MAXIMUM_RUNS = 100;

/**
 * Parses a whole EQL query. Throws a parsing `EqlError` at the first place that is not EQL.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-syntax.html
 */
export const parseQuery = (text: string): Query => {
  const cursor = new TokenCursor(text);
  const query = parseStatement(cursor);
  cursor.finish();
  return query;
};

const parseStatement = (cursor: TokenCursor): Query => {
  if (cursor.is('sequence')) {
    return parseSequence(cursor);
  }
  if (cursor.is('sample')) {
    return parseSample(cursor);
  }
  if (cursor.is('join')) {
    return parseJoin(cursor);
  }
  const filter = parseEventFilter(cursor, 'an event category, "any", "sequence" or "sample"');
  return { kind: 'event', filter, pipes: parsePipes(cursor), ...located(filter) };
};

const located = ({ at }: EventFilter): Pick<EventFilter, 'at'> => (at ? { at } : {});

const parseSequence = (cursor: TokenCursor): SequenceQuery => {
  const word = cursor.take();
  let by = cursor.is('by') ? parseJoinKeys(cursor) : [];
  const maxspan = cursor.is('with') ? parseMaxspan(cursor) : undefined;
  if (maxspan && by.length === 0 && cursor.is('by')) {
    by = parseJoinKeys(cursor);
    cursor.object(word, {
      message: '[by] must stand before [with maxspan]',
      remedy: 'Write "sequence by … with maxspan=…"',
    });
  }
  const stages = parseStages(cursor, 'sequence');
  const until = cursor.takeIf('until') ? parseStage(cursor, 'sequence') : undefined;
  checkKeyCounts(cursor, until ? [...stages, until] : stages);
  checkSequence(cursor, word, stages, until, maxspan);
  return {
    kind: 'sequence',
    by,
    ...(maxspan && { maxspan }),
    stages: stages.map(({ stage }) => stage),
    ...(until && { until: until.stage }),
    pipes: parsePipes(cursor),
    at: word.at,
  };
};

const checkSequence = (
  cursor: TokenCursor,
  word: Token,
  stages: readonly ParsedStage[],
  until: ParsedStage | undefined,
  maxspan: Duration | undefined,
): void => {
  const repeated = stages.reduce((sum, { stage }) => sum + stage.runs, 0);
  if (repeated < 2 && !until) {
    cursor.object(word, {
      message: `A sequence needs at least 2 events, found ${repeated}`,
      remedy: 'Add a second event in [ ], or "with runs=2"',
    });
  }
  if (repeated < 2 && until) {
    cursor.object(word, {
      message: `A sequence needs at least 2 events before [until], found ${repeated}`,
      remedy: 'Add a second event in [ ]',
    });
  }
  if (stages.some(({ stage }) => stage.missing) && !maxspan) {
    cursor.object(word, {
      message: 'A missing event ![…] needs a time limit, and there is none',
      remedy: 'Add "with maxspan=…" to the sequence',
    });
  }
  if (stages.every(({ stage }) => stage.missing)) {
    cursor.object(word, {
      message: 'A sequence of missing events only can not be found',
      remedy: 'Add at least one event without "!"',
    });
  }
};

const parseSample = (cursor: TokenCursor): SampleQuery => {
  const word = cursor.take();
  const by = cursor.is('by') ? parseJoinKeys(cursor) : [];
  const stages = parseStages(cursor, 'sample');
  checkKeyCounts(cursor, stages);
  if (stages.length < 2) {
    cursor.object(word, {
      message: `A sample needs at least 2 events, found ${stages.length}`,
      remedy: 'Add a second event in [ ]',
    });
  }
  if (by.length === 0 && stages.every(({ stage }) => stage.by.length === 0)) {
    cursor.object(stages[0]?.token ?? word, {
      message: 'A sample needs at least one join key',
      remedy: 'Write "sample by host.id …"',
    });
  }
  if (stages.some(({ stage }) => stage.missing)) {
    cursor.objectAt(undefined, {
      message: 'Missing events ![…] are possible in sequences only',
      remedy: 'Use "sequence" in place of "sample"',
    });
  }
  if (cursor.is('|')) {
    cursor.object(cursor.peek(), {
      message: 'A sample takes no pipes',
      remedy: 'Limit the samples with the request options size and max_samples_per_key',
    });
    parsePipes(cursor);
  }
  return { kind: 'sample', by, stages: stages.map(({ stage }) => stage), at: word.at };
};

/** `join` is old EQL that Elasticsearch parses and then fails on. */
const parseJoin = (cursor: TokenCursor): Query => {
  const word = cursor.take();
  const by = cursor.is('by') ? parseJoinKeys(cursor) : [];
  const stages = parseStages(cursor, 'sequence');
  if (cursor.takeIf('until')) {
    parseStage(cursor, 'sequence');
  }
  parsePipes(cursor);
  cursor.objectAt(word.at, {
    text: word.text,
    message: '[join] is not supported',
    remedy: 'Use "sample by …" for events in any order, "sequence by …" for events in order',
  });
  return { kind: 'sample', by, stages: stages.map(({ stage }) => stage), at: word.at };
};

interface ParsedStage {
  readonly stage: Stage;
  readonly token: Token;
  /** Where a wrong number of join keys is reported: the stage's own `by`, or the stage. */
  readonly keysToken: Token;
}

const parseStages = (cursor: TokenCursor, kind: 'sequence' | 'sample'): ParsedStage[] => {
  const stages: ParsedStage[] = [];
  do {
    stages.push(parseStage(cursor, kind));
  } while (cursor.is('[') || cursor.is('!['));
  return stages;
};

const parseStage = (cursor: TokenCursor, kind: 'sequence' | 'sample'): ParsedStage => {
  const token = cursor.expect('[', '![');
  const filter = parseEventFilter(cursor, 'an event category or "any"');
  const close = cursor.expect(']');
  const keysToken = cursor.is('by') ? cursor.peek() : token;
  const by = cursor.is('by') ? parseJoinKeys(cursor) : [];
  const runs = kind === 'sequence' && cursor.is('with') ? parseRuns(cursor) : 1;
  const stage = {
    filter,
    by,
    missing: token.text === '![',
    runs,
    at: spanning(token.at, close.at),
  };
  return { stage, token, keysToken };
};

/** Elasticsearch compares every stage with the first one. */
const checkKeyCounts = (cursor: TokenCursor, stages: readonly ParsedStage[]): void => {
  const expected = stages[0]?.stage.by.length ?? 0;
  for (const { stage, keysToken } of stages) {
    if (stage.by.length !== expected) {
      cursor.object(keysToken, {
        message: `Every event needs the same number of join keys; the first has ${expected}, this one ${stage.by.length}`,
        remedy: 'Give each event in [ ] as many fields after "by"',
      });
    }
  }
};

const parseJoinKeys = (cursor: TokenCursor): FieldReference[] => {
  const by = cursor.expect('by');
  const keys: FieldReference[] = [];
  do {
    keys.push(parseJoinKey(cursor, by));
  } while (cursor.takeIf(','));
  return keys;
};

const parseJoinKey = (cursor: TokenCursor, by: Token): FieldReference => {
  const first = cursor.peek();
  const key = parseExpression(cursor);
  if (key.kind === 'field') {
    return key;
  }
  cursor.object(by, {
    text: first.text,
    message: 'A join key must be a field',
    remedy: 'Write a field name after "by"',
  });
  return { kind: 'field', name: '', optional: true, at: first.at };
};

const parseMaxspan = (cursor: TokenCursor): Duration => {
  cursor.expect('with');
  cursor.expect('maxspan');
  cursor.expect('=');
  const number = cursor.expectKind('a whole number with a unit, such as 1m', 'integer', 'decimal');
  const unit = cursor.isKind('identifier') ? cursor.take() : undefined;
  return { value: maxspanValue(cursor, number), unit: maxspanUnit(cursor, number, unit) };
};

const maxspanValue = (cursor: TokenCursor, number: Token): number => {
  const value = Number(number.text);
  if (number.kind === 'decimal') {
    cursor.object(number, {
      message: `The maxspan must be a whole number, found [${number.text}]`,
      remedy: 'Use a smaller unit, such as 1500ms for 1.5s',
    });
  } else if (value <= 0) {
    cursor.object(number, {
      message: `The maxspan must be more than 0, found [${number.text}]`,
      remedy: 'Write at least 1ms',
    });
  }
  return value;
};

const maxspanUnit = (cursor: TokenCursor, number: Token, unit: Token | undefined): DurationUnit => {
  if (!unit) {
    cursor.object(number, {
      message: `[${number.text}] has no time unit`,
      remedy: `Write ${number.text}s for seconds; units are ${UNITS.join(', ')}`,
    });
    return 's';
  }
  const known = UNITS.find((candidate) => candidate === unit.text);
  if (!known) {
    cursor.object(unit, {
      message: `[${unit.text}] is no time unit`,
      remedy: `Units are ${UNITS.join(', ')}, in lower case`,
    });
  }
  return known ?? 's';
};

const parseRuns = (cursor: TokenCursor): number => {
  cursor.expect('with');
  const word = cursor.expectKind('runs=…', 'identifier');
  if (word.text !== 'runs') {
    cursor.object(word, {
      message: `[${word.text}] is no option of an event`,
      remedy: 'Only "with runs=…" is',
    });
  }
  cursor.expect('=');
  const number = cursor.expectKind('a whole number', 'integer', 'decimal');
  const runs = Math.trunc(Number(number.text));
  if (runs < 1 || runs > MAXIMUM_RUNS) {
    cursor.object(number, {
      message: `[runs] must be between 1 and ${MAXIMUM_RUNS}, found [${number.text}]`,
      remedy: 'Repeat the event fewer times',
    });
  }
  return runs;
};
