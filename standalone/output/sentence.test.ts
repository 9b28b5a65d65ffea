// SPDX-License-Identifier: Apache-2.0
import { sentence } from './sentence';

describe('sentence', () => {
  it.each([
    ['It is empty', 'It is empty.'],
    ['It is empty.', 'It is empty.'],
    ['Did you mean [x]?', 'Did you mean [x]?'],
    ['Stop!', 'Stop!'],
    ['Write 9m, for example', 'Write 9m, for example.'],
  ])('ends with one stop: %s', (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});
