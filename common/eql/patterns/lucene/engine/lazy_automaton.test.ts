// SPDX-License-Identifier: Apache-2.0
import { luceneAutomaton } from '../compile_lucene_regex';
import { MAX_GROWTH, MAX_STATES, type AutomatonCounts } from './lazy_automaton';

const run = (pattern: string, text: string): AutomatonCounts & { matched: boolean } => {
  const automaton = luceneAutomaton(pattern, { caseInsensitive: false });
  const matched = automaton.matches(text);
  return { ...automaton.counts, matched };
};

/** The same letters each time, without a pattern in them. */
const scatteredLetters = (count: number): string => {
  let state = 12_345;
  let text = '';
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    text += state < 0 ? 'a' : 'b';
  }
  return text;
};

describe('LazyAutomaton', () => {
  it.each([
    ['(a+)+b', false],
    ['(a|aa)+$', false],
    ['(a|a?)+', true],
    ['(a*)*b', false],
    ['(.*)*x', false],
    ['(.*a){20}b', false],
    ['((a*)*)*c?', true],
    ['a{1,500}{1,5}', false],
    ['(a{1,10}){1,10}{1,10}', false],
    ['(a|aa){300}', false],
    ['(a?){200}a{200}', false],
    ['~((a|aa)+b)', true],
    ['(a+)+&(aa)*(aaa)*', true],
  ])('does no more work for %s once a text is long', (pattern, matched) => {
    const short = run(pattern, 'a'.repeat(10_000));
    const long = run(pattern, 'a'.repeat(100_000));
    expect(long).toEqual(short);
    expect(long.matched).toBe(matched);
    expect(long.steps).toBeLessThan(200_000);
  });

  it('does work in proportion to the text when each character leads to a new state', () => {
    const pattern = '(a|b)*a(a|b){15}';
    const text = scatteredLetters(50_000);
    const short = run(pattern, text.slice(0, 5000));
    const long = run(pattern, text);
    expect(long.steps).toBeLessThan(11 * short.steps);
    expect(long.steps).toBeLessThan(20 * text.length);
  });

  it('keeps memory bounded, and its answers right, when there are more states than it may hold', () => {
    const automaton = luceneAutomaton('(a|b)*a(a|b){15}', { caseInsensitive: false });
    const text = scatteredLetters(60_000);
    const peak = { states: 0, weight: 0 };
    for (let end = 20_000; end < 60_000; end += 4001) {
      expect(automaton.matches(text.slice(0, end))).toBe(text[end - 16] === 'a');
      peak.states = Math.max(peak.states, automaton.counts.states);
      peak.weight = Math.max(peak.weight, automaton.counts.weight);
    }
    expect(automaton.counts.restarts).toBeGreaterThan(1);
    expect(peak.states).toBeLessThanOrEqual(MAX_STATES);
    expect(peak.weight).toBeLessThan(2 * MAX_GROWTH);
  });

  it('stays right through restarts with complements', () => {
    const automaton = luceneAutomaton('~((a|b)*a(a|b){12})', { caseInsensitive: false });
    const text = scatteredLetters(20_100);
    for (let end = 20_000; end < 20_100; end += 40) {
      expect(automaton.matches(text.slice(0, end))).toBe(text[end - 13] !== 'a');
    }
    expect(automaton.counts.restarts).toBeGreaterThan(0);
  });

  it('stops at the first character that decides', () => {
    const automaton = luceneAutomaton('abc.*', { caseInsensitive: false });
    expect(automaton.matches(`abc${scatteredLetters(1000)}`)).toBe(true);
    expect(automaton.matches(`abd${scatteredLetters(1000)}`)).toBe(false);
    expect(automaton.counts.states).toBe(5);
  });
});
