// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { quoteString } from '../../common/eql/parser/literal_text';

/** Values that JSON or a query may spell in several ways, and some that others are part of. */
const TEXTS = [
  'gcc',
  'g++',
  'GCC',
  'cc',
  'ld',
  'ld.gold',
  'a b',
  'x/y',
  '/usr/bin/ld',
  'a"b',
  'back\\slash',
  'tab\there',
  'line\nend',
  'é',
  'größe',
  '😀',
  '',
  ' ',
  'true',
  'false',
  'null',
  '10',
  '10.5',
  '-1',
  '1e3',
  'e',
  'a*c',
  'abc',
  'what?',
  '10.0.0.1',
  '::1',
  '2026-03-01T10:00:00Z',
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

/** Names of the fields that conditions ask for. */
export const CONDITION_FIELDS = ['process.name', 'process.executable', 'file.path', 'user.name'];

const field = fc.constantFrom(...CONDITION_FIELDS);
const number = fc.constantFrom('10', '-1', '10.5', '0');

const simple = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('==', '==', '!=', ':', '<', '>='), text)
    .map((all) => all.join(' ')),
  fc.tuple(text, field).map(([value, name]) => `${value} == ${name}`),
  fc.tuple(field, fc.constantFrom('in', 'not in', 'in~'), texts).map((all) => all.join(' ')),
  fc
    .tuple(field, fc.constantFrom('like', 'like', 'like~', ':'), patterns)
    .map((all) => all.join(' ')),
  fc
    .tuple(field, fc.constantFrom('regex', 'regex~'), fc.constantFrom('("g.*")', '("[a-z]+")'))
    .map((all) => all.join(' ')),
  fc.tuple(field, fc.constantFrom('== null', '!= null')).map((all) => all.join(' ')),
  fc
    .tuple(fc.constantFrom('process.pid', 'process.uptime'), fc.constantFrom('==', '>'), number)
    .map((all) => all.join(' ')),
  fc.tuple(field, text).map(([name, value]) => `startsWith(${name}, ${value})`),
  fc.tuple(field, text).map(([name, value]) => `concat(${name}, "x") == ${value}`),
  fc.tuple(field, number).map(([name, length]) => `length(${name}) > ${length}`),
  fc.constantFrom('process.interactive == true', 'destination.ip == "10.0.0.1"', 'true', 'false'),
);

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
      executable: values,
      path: values,
      user: values,
      pid: fc.constantFrom(10, -1, '10', 10.5, null),
      interactive: fc.constantFrom(true, false, 'true'),
      ip: fc.constantFrom('10.0.0.1', '::1', null),
    })
    .map(({ category, name, executable, path, user, pid, interactive, ip }) => ({
      event: { category },
      process: { name, executable, pid, interactive },
      file: { path },
      user: { name: user },
      destination: { ip },
    }));
