// SPDX-License-Identifier: Apache-2.0
import { bindQuery } from '../common/eql/verify/bind_query';
import { EVENT_SCHEMA, inferSchema } from '../common/ecs';
import { buildRuleQuery, DEFAULT_RULE_PARAMS } from '../common/rule';
import { createDetector, timestampReader, type StreamedEvent } from '../common/search';
import { fileSource } from '../standalone/input/byte_source';
import { toDocument } from '../standalone/input/formats';
import { lineStart, type LineBlock } from '../standalone/input/line_blocks';
import { probe } from '../standalone/input/probe';
import { defaultSlack } from './rule_scan';

/**
 * The time of the engine alone, in milliseconds: every event is parsed before the clock starts, and the
 * engine looks at every one of them, also at those whose text shows that they can not match.
 */
export const engineMilliseconds = async (path: string): Promise<number> => {
  const input = await probe(await fileSource(path));
  const schema = inferSchema(
    EVENT_SCHEMA,
    input.sample.map(({ _source }) => _source),
  );
  const detector = createDetector(bindQuery(buildRuleQuery(DEFAULT_RULE_PARAMS), schema), {
    schema,
    now: Date.now(),
    categoryField: 'event.category',
    tiebreaker: schema.field(DEFAULT_RULE_PARAMS.tiebreakerField ?? ''),
    slack: defaultSlack(),
    maxInFlight: 100_000,
    countAll: true,
  });
  const timestampOf = timestampReader(
    schema.field('@timestamp') ?? { name: '@timestamp', path: '@timestamp', mappedType: 'date' },
  );
  let milliseconds = 0;
  for await (const block of input.blocks()) {
    const events = parsedEvents(block, timestampOf);
    const begin = performance.now();
    for (const event of events) {
      detector.push(event);
    }
    milliseconds += performance.now() - begin;
  }
  const begin = performance.now();
  detector.finish();
  return milliseconds + performance.now() - begin;
};

const parsedEvents = (
  block: LineBlock,
  timestampOf: ReturnType<typeof timestampReader>,
): StreamedEvent[] =>
  block.ends.flatMap((end, i) => {
    const text = block.bytes.toString('utf8', lineStart(block, i), end);
    const document = toDocument(JSON.parse(text), `#${i}`);
    const timestamp = document && timestampOf(document);
    return document && timestamp !== undefined
      ? [{ timestamp, mayBegin: true, read: () => document }]
      : [];
  });
