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

test.each([
  ['You are not allowed to see this.', 'Forbidden'],
  ['API [GET /internal/x] is unauthorized', 'API [GET /internal/x] is unauthorized'],
])('a refusal of Kibana itself gets a remedy: %s', (message, told) => {
  expect(problemOf(answered(403, { message: told }))).toEqual({
    kind: 'not allowed',
    message,
    remedy: 'Ask an administrator for the Kibana privilege "Recently Compiled" in this space.',
  });
});

test.each([['<html>'], [null], [{}], [{ message: 7 }], [{ message: '' }]])(
  'a body without a message, %j, leaves that of the client',
  (body) => {
    expect(problemOf(answered(502, body))).toEqual({
      kind: 'failed',
      message: 'from the client',
      remedy: 'Try again; if it fails again, see the log of the server.',
    });
  },
);

test('no answer at all is another problem, told in the language of the page', () => {
  const unanswered = Object.assign(new Error('Failed to fetch'), { request: {} });
  expect(problemOf(unanswered)).toEqual({
    kind: 'failed',
    message: 'No answer came from the server.',
    remedy: 'Check that the server can be reached, then try again.',
  });
});
