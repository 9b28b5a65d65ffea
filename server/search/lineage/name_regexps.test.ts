// SPDX-License-Identifier: Apache-2.0
import { endsWith, hasPathTo, hasWord, preloads, programs } from './name_regexps';
import { anyOf } from './clauses';
import { meets } from './query_test_helpers';

const line = (text: string) => ({ process: { command_line: text } });

test.each([
  ['prog', './run prog', true],
  ['prog', 'prog', true],
  ['prog', 'dd if=prog of=x', true],
  ['prog', 'sh -c "cat prog>x"', true],
  ['prog', 'load(prog)\nexit', true],
  ['prog', './prog', false],
  ['prog', 'progs prog2 my-prog', false],
  ['prog', 'PROG', false],
  ['my prog', 'cp my prog x', true],
  ['a.b+c*[1]', 'run a.b+c*[1] x', true],
  ['a.b', 'run axb', false],
  ['naïve-é"\\', 'run naïve-é"\\ x', true],
])('the word %s in [%s]: %s', (name, text, expected) => {
  expect(meets(hasWord('process.command_line', name), line(text))).toBe(expected);
});

test.each([
  ['prog', './prog', true],
  ['prog', '/a/prog --x', true],
  ['prog', 'sh -c "../prog;ls"', true],
  ['prog', 'env LD_PRELOAD=/a/prog:/b ls', true],
  ['prog', 'run prog', false],
  ['prog', '/prog/x', false],
  ['prog', '/a/progs', false],
])('a path to %s in [%s]: %s', (name, text, expected) => {
  expect(meets(hasPathTo('process.command_line', name), line(text))).toBe(expected);
});

test.each([
  ['LD_PRELOAD=/a/x.so', true],
  ['LD_AUDIT=/b.so:/a/x.so /c.so', true],
  ['LD_PRELOAD=x.so', true],
  ['LD_LIBRARY_PATH=/a/x.so', false],
  ['LD_PRELOAD=/a/xx.so', false],
])('a library of the environment [%s]: %s', (variable, expected) => {
  expect(meets(preloads('process.env_vars', 'x.so'), { process: { env_vars: [variable] } })).toBe(
    expected,
  );
});

test('a path that ends with a name', () => {
  const query = endsWith('file.path', 'a');
  expect(['/x/a', '/a', '/x/ba', '/a/x'].map((path) => meets(query, { file: { path } }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('programs', () => {
  const is = (patterns: readonly string[], executable: string): boolean =>
    meets(anyOf(...programs('process.executable', patterns)), { process: { executable } });

  test.each([
    [['gcc', 'g++'], '/usr/bin/g++', true],
    [['gcc', 'g++'], 'gcc', true],
    [['gcc', 'g++'], '/usr/bin/gcc/x', false],
    [['gcc-*'], '/usr/bin/gcc-12', true],
    [['gcc-*'], '/opt/gcc-12/bin/as', false],
    [['*-ld.bfd'], '/usr/bin/x86_64-linux-gnu-ld.bfd', true],
    [['*-ld.bfd'], '/usr/bin/x86_64-linux-gnu-ldxbfd', false],
    [['g?c'], '/g+c', true],
    [['*/tool/*/link'], '/go/pkg/tool/linux_amd64/link', true],
    [['*/tool/*/link'], '/usr/bin/link', false],
    [['/opt/x/cc'], '/opt/x/cc', true],
    [['/opt/x/cc'], '/usr/bin/cc', false],
  ])('%j are %s: %s', (patterns, executable, expected) => {
    expect(is(patterns, executable)).toBe(expected);
  });

  test('no expression is longer than Elasticsearch takes', () => {
    const names = Array.from({ length: 200 }, (_, i) => `compiler-number+${i}`);
    const queries = programs('process.executable', names);
    const texts = queries.map((query) => Object.values(Object.values(query)[0] as object)[0].value);
    expect(queries.length).toBeGreaterThan(3);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(1_000);
    expect(is(names, '/bin/compiler-number+0') && is(names, '/bin/compiler-number+199')).toBe(true);
  });
});
