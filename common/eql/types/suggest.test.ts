// SPDX-License-Identifier: Apache-2.0
import { didYouMean, suggest } from './suggest';

const FIELDS = [
  'process.name',
  'process.args',
  'process.pid',
  'process.ppid',
  'user.name',
  'host.id',
];

describe('suggest', () => {
  it.each([
    ['process.nam', 'process.name'],
    ['proces.name', 'process.name'],
    ['process.name', 'process.name'],
    ['PROCESS.NAME', 'process.name'],
    ['process.arg', 'process.args'],
    ['user.nmae', 'user.name'],
    ['hostid', 'host.id'],
    ['bogus', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%j: %s', (word, best) => {
    expect(suggest(word, FIELDS)[0]).toBe(best);
  });

  it('prefers fewer changes, then the alphabet', () => {
    expect(suggest('abcd', ['abcz', 'abcx', 'abcd', 'abcy'])).toEqual(['abcd', 'abcx', 'abcy']);
  });

  it('allows one change in three characters, and one in short words', () => {
    expect(suggest('ab', ['ax', 'xx'])).toEqual(['ax']);
    expect(suggest('abcdef', ['abxxef', 'abxxxf'])).toEqual(['abxxef']);
    expect(suggest('abcdefghi', ['xxxdefghi', 'xxxxefghi'])).toEqual(['xxxdefghi']);
  });

  it.each([
    ['an insertion', 'abcd', 'abXcd'],
    ['a deletion', 'abcd', 'acd'],
    ['a replacement', 'abcd', 'aXcd'],
  ])('counts %s as one change', (_, word, candidate) => {
    expect(suggest(word, [candidate])).toEqual([candidate]);
  });
});

describe('didYouMean', () => {
  it.each([
    [['a'], 'Did you mean [a]?'],
    [['a', 'b'], 'Did you mean [a] or [b]?'],
    [['a', 'b', 'c'], 'Did you mean [a] or [b] or [c]?'],
    [[], 'Give up'],
  ])('%j', (suggestions, remedy) => {
    expect(didYouMean(suggestions, 'Give up')).toBe(remedy);
  });
});
