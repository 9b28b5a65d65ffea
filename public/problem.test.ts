// SPDX-License-Identifier: Apache-2.0
import { problemOf } from './problem';

const answered = (status: number, body: unknown) =>
  Object.assign(new Error('from the client'), { response: { status }, body });

test('our routes say the cause and the remedy themselves', () => {
  const body = { statusCode: 503, error: 'x', message: 'The cluster is busy.', remedy: 'Wait.' };
  expect(problemOf(answered(503, body))).toEqual({
    kind: 'failed',
    message: 'The cluster is busy.',
    remedy: 'Wait.',
  });
});

test('a refusal of Kibana itself gets a remedy', () => {
  expect(problemOf(answered(403, { message: 'Forbidden' }))).toEqual({
    kind: 'not allowed',
    message: 'Forbidden',
    remedy: 'Ask an administrator for the Kibana privilege "Recently Compiled" in this space.',
  });
});

test.each([['<html>'], [null], [{}], [{ message: 7 }], [{ message: '' }]])(
  'a body without a message, %j, leaves that of the client',
  (body) => {
    expect(problemOf(answered(502, body))).toEqual({
      kind: 'failed',
      message: 'from the client',
      remedy: "Try again; if it fails again, see Kibana's log.",
    });
  },
);

test('no answer at all is another problem', () => {
  expect(problemOf(new TypeError('Failed to fetch')).remedy).toContain('Kibana can be reached');
});
