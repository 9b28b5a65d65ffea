// SPDX-License-Identifier: Apache-2.0
import { EqlError } from './errors';

describe('an EqlError', () => {
  it.each([
    [{ message: 'It is wrong' }, 'It is wrong'],
    [{ message: 'It is wrong', remedy: 'Write it right' }, 'It is wrong. Write it right'],
    [{ message: 'It is wrong', at: { line: 3, column: 14 } }, 'line 3:14: It is wrong'],
    [
      { message: 'It is wrong', remedy: 'Write it right', at: { line: 1, column: 2 }, text: 'it' },
      'line 1:2: It is wrong. Write it right',
    ],
  ])('says %j', (problem, message) => {
    expect(new EqlError('parsing', problem).message).toBe(message);
  });

  it('says all of its problems, a line each', () => {
    const problems = [{ message: 'One', at: { line: 1, column: 2 } }, { message: 'Two' }];
    const error = new EqlError('verification', problems);
    expect(error.message).toBe('line 1:2: One\nTwo');
    expect(error.problems).toEqual(problems);
  });

  it('is an error with a kind and a name', () => {
    const error = new EqlError('unsupported', { message: 'No' });
    expect(error).toBeInstanceOf(Error);
    expect([error.kind, error.name, error.problems]).toEqual([
      'unsupported',
      'EqlError',
      [{ message: 'No' }],
    ]);
  });
});
