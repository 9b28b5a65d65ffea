// SPDX-License-Identifier: Apache-2.0
import { UsageError } from './usage_error';

describe('UsageError', () => {
  it.each([
    ['what is wrong', new UsageError('There is no file'), 'There is no file.'],
    [
      'what helps as well',
      new UsageError('No [x]', 'Did you mean [y]?'),
      'No [x]. Did you mean [y]?',
    ],
  ])('says %s, in sentences', (_, { message }, expected) => {
    expect(message).toBe(expected);
  });
});
