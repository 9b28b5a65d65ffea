// SPDX-License-Identifier: Apache-2.0
import { Failure } from './failure';
import { kibanaFailure } from './kibana_failure';

const boom = (statusCode: number) =>
  Object.assign(new Error('said Kibana'), { isBoom: true, output: { statusCode } });

it.each([
  [400, 'invalid'],
  [401, 'missing_privilege'],
  [403, 'missing_privilege'],
  [404, 'not_found'],
  [409, 'conflict'],
  [429, 'busy'],
  [503, 'busy'],
  [500, 'unexpected'],
])('reads a Boom error with the status %d as %s', (status, kind) => {
  const failure = kibanaFailure(boom(status), 'Reading the rule');
  expect(failure.kind).toBe(kind);
  expect(failure.message).toBe('Reading the rule failed: said Kibana');
  expect(failure.remedy).not.toBe('');
});

it('reads errors that have the status themselves', () => {
  const error = Object.assign(new Error('only new comments'), { statusCode: 403 });
  expect(kibanaFailure(error, 'It').kind).toBe('missing_privilege');
});

it("reads Fleet's errors, which have a name only", () => {
  class FleetUnauthorizedError extends Error {}
  expect(kibanaFailure(new FleetUnauthorizedError('no'), 'It').kind).toBe('missing_privilege');
});

it('keeps a failure as it is, and takes anything else', () => {
  const failure = new Failure('busy', { message: 'm', remedy: 'r' });
  expect(kibanaFailure(failure, 'It')).toBe(failure);
  expect(kibanaFailure('text', 'It')).toMatchObject({
    kind: 'unexpected',
    message: 'It failed: text',
  });
  expect(kibanaFailure(null, 'It').kind).toBe('unexpected');
});
