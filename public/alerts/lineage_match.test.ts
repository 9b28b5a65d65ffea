// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { SEQUENCE } from './alert_test_data';
import { lineageMatch } from './lineage_match';

const [compile, link, execute, connect] = SEQUENCE;
const withProcess = (source: object, process: object) => ({ ...source, process });

test('a driver that writes the program itself, and a compiler above it', () => {
  const driver = { name: 'clang', entity_id: 'd', parent: { entity_id: 'gcc-1' } };
  const match = lineageMatch(
    {
      compile: withProcess(compile, { name: 'gcc', entity_id: 'gcc-1' }),
      link: withProcess(link, driver),
    },
    [],
    DEFAULT_RULE_PARAMS,
  );
  expect(match.compile).toEqual([
    { code: 'isCompiler', isMet: true, name: 'gcc', pattern: 'gcc' },
    { code: 'aboveLinker', isMet: true },
  ]);
  expect(match.link).toEqual([
    { code: 'isDriver', isMet: true, name: 'clang', pattern: 'clang' },
    { code: 'wrote', isMet: true, path: '/home/dev/revsh' },
  ]);
});

test('names with a wildcard, and one that the parameters do not know any more', () => {
  const linkedBy = (name: string) =>
    lineageMatch({ link: withProcess(link, { name }) }, [], DEFAULT_RULE_PARAMS).link[0];
  expect(linkedBy('x86_64-linux-gnu-ld.bfd')).toMatchObject({ isMet: true, pattern: '*-ld.bfd' });
  expect(linkedBy('own-linker')).toMatchObject({ code: 'isLinker', isMet: false, pattern: '' });
  expect(lineageMatch({ link }, [], undefined).link[0]).toMatchObject({ isMet: undefined });
});

test('a descendant connects, to an address that does not count', () => {
  const child = { name: 'bash', entity_id: 'c', Ext: { ancestry: ['b', 'revsh-1'] } };
  const { connect: reasons } = lineageMatch(
    { execute, connect: { ...withProcess(connect, child), destination: { ip: '127.0.0.1' } } },
    [],
    DEFAULT_RULE_PARAMS,
  );
  expect(reasons).toEqual([
    { code: 'descendant', isMet: true, name: 'bash' },
    { code: 'outside', isMet: false, address: '127.0.0.1' },
  ]);
});

test('a program that runs it by another path can not be judged from the events', () => {
  const loader = { name: 'ld.so', executable: '/lib64/ld-linux-x86-64.so.2', entity_id: 'l' };
  const match = lineageMatch({ link, execute: withProcess(execute, loader) }, [], undefined);
  expect(match.execute).toEqual([
    {
      code: 'ranThrough',
      isMet: undefined,
      path: '/home/dev/revsh',
      program: '/lib64/ld-linux-x86-64.so.2',
    },
  ]);
});

test('too long for the window', () => {
  const params = { ...DEFAULT_RULE_PARAMS, lineageWindow: '2s' };
  expect(lineageMatch({ link, connect }, [], params).time).toEqual({ taken: 3_000, limit: 2_000 });
});
