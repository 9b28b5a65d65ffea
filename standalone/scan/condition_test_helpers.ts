// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { quoteString } from '../../common/eql/parser/literal_text';

/** Values that JSON or a query may spell in several ways, and some that others are part of. */
const TEXTS = [
  'gcc',
  'GCC',
  'ld',
  'a b',
  'x/y',
  'a"b',
  'back\\slash',
  'line\nend',
  'é',
  '😀',
  '',
  'true',
  '10',
  '1e3',
  'a*c',
] as const;

const PATTERNS = [
  '*',
  'g*',
  '*cc',
  '*c*',
  'g?c',
  '?',
  '*/ld',
  'a\\*c',
  '*"*',
  'tr*',
  '*e',
  '1*',
  'é*',
];

const text = fc.constantFrom(...TEXTS).map(quoteString);
const texts = fc.array(text, { minLength: 1, maxLength: 3 }).map((list) => `(${list.join(', ')})`);
const patterns = fc
  .array(fc.oneof(fc.constantFrom(...PATTERNS).map(quoteString), text), {
    minLength: 1,
    maxLength: 2,
  })
  .map((list) => `(${list.join(', ')})`);

/** Few, so that conditions hold now and then. */
const field = fc.constantFrom('process.name', 'file.path');
const number = fc.constantFrom('10', '-1', '10.5', '0');

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(' '));

/** Of which a line must hold some text, if they are to be true. */
const telling = fc.oneof(
  joined(field, fc.constant('=='), text),
  joined(field, fc.constant('in'), texts),
  joined(field, fc.constant('like'), patterns),
);

const other = fc.oneof(
  joined(field, fc.constantFrom('!=', ':', '<', '>='), text),
  joined(text, fc.constant('=='), field),
  joined(field, fc.constantFrom('not in', 'in~'), texts),
  joined(field, fc.constantFrom('like~', ':'), patterns),
  joined(field, fc.constantFrom('regex', 'regex~'), fc.constantFrom('("g.*")', '("[a-z]+")')),
  joined(field, fc.constantFrom('== null', '!= null')),
  joined(fc.constantFrom('process.pid', 'process.uptime'), fc.constantFrom('==', '>'), number),
  fc.tuple(field, text).map(([name, value]) => `startsWith(${name}, ${value})`),
  fc.tuple(field, text).map(([name, value]) => `concat(${name}, "x") == ${value}`),
  fc.tuple(field, number).map(([name, length]) => `length(${name}) > ${length}`),
  fc.constantFrom('process.interactive == true', 'destination.ip == "10.0.0.1"', 'true', 'false'),
);

const simple = fc.oneof({ arbitrary: telling, weight: 3 }, other);

/** Conditions of events, as queries write them. */
export const anyCondition = (): fc.Arbitrary<string> =>
  fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      { arbitrary: simple, weight: 3 },
      fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      tie('condition').map((condition) => `not (${condition})`),
      tie('condition').map((condition) => `(${condition}) == true`),
    ),
  })).condition;

const leaf = fc.oneof(
  { arbitrary: fc.constantFrom(...TEXTS), weight: 5 },
  fc.constantFrom(10, -1, 10.5, 0, 1000, true, false, null),
);
const values = fc.oneof({ arbitrary: leaf, weight: 4 }, fc.array(leaf, { maxLength: 3 }));

/** Events that such conditions may hold of. */
export const anyEvent = (): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record({
      category: fc.constantFrom('process', 'file', ['network', 'process']),
      name: values,
      path: values,
      pid: fc.constantFrom(10, -1, '10', 10.5, null),
      interactive: fc.constantFrom(true, false, 'true'),
      ip: fc.constantFrom('10.0.0.1', '::1', null),
    })
    .map(({ category, name, path, pid, interactive, ip }) => ({
      event: { category },
      process: { name, pid, interactive },
      file: { path },
      destination: { ip },
    }));
