// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../common/eql/errors';
import { TooManyInFlightError } from '../../common/sequence';
import { InputError } from '../input/input_error';
import { explainFailure } from './explain_failure';

const UNREADABLE = new InputError('a.json', 'It is empty', 'Expected NDJSON');
const WRONG = new EqlError('verification', [
  { message: 'There is no field [x]', remedy: 'Did you mean [y]?', at: { line: 2, column: 7 } },
  { message: 'It is too wide' },
]);

describe('explainFailure', () => {
  it.each<[string, unknown, string]>([
    ['an input that can not be read', UNREADABLE, 'a.json: It is empty. Expected NDJSON.'],
    [
      'every mistake of a query, with its place and remedy',
      WRONG,
      'query 2:7: There is no field [x]. Did you mean [y]?\nIt is too wide',
    ],
    [
      'a query that needs too much',
      new TooManyInFlightError(5),
      `${new TooManyInFlightError(5).message}. ${new TooManyInFlightError(5).remedy}`,
    ],
    [
      'several at once',
      new AggregateError([UNREADABLE, new InputError('b', 'x', 'y')]),
      'a.json: It is empty. Expected NDJSON.\nb: x. y.',
    ],
  ])('tells of %s', (_, error, text) => {
    expect(explainFailure(error)).toBe(text);
  });

  it.each([
    ['an error of our own', new TypeError('x')],
    ['several, one of them of our own', new AggregateError([UNREADABLE, new TypeError('x')])],
    ['no error', undefined],
  ])('has nothing to say about %s', (_, error) => {
    expect(explainFailure(error)).toBeUndefined();
  });
});
