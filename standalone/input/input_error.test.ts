// SPDX-License-Identifier: Apache-2.0
import { InputError } from './input_error';

describe('InputError', () => {
  it.each([
    ['It is empty', 'Expected NDJSON', 'a.json: It is empty. Expected NDJSON.'],
    ['It is no name', 'Did you mean [x]?', 'a.json: It is no name. Did you mean [x]?'],
  ])('says which input, why, and what helps: %s', (reason, remedy, message) => {
    expect(new InputError('a.json', reason, remedy).message).toBe(message);
  });
});
