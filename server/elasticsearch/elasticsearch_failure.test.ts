// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errors } from '@elastic/elasticsearch';
import { Failure } from '../failure';
import { elasticsearchFailure } from '.';

const recorded = (name: string): { status: number; error: unknown } =>
  JSON.parse(
    readFileSync(path.join(__dirname, '../../test/kibana/recorded', `${name}.json`), 'utf8'),
  );

const UNDERTAKING = { task: 'The search for sequences', indices: ['logs-endpoint.events.*'] };

/** As the client throws it, but of a class that is not ours. */
const answer = (statusCode: number, error: unknown): Error =>
  Object.assign(new Error('a response'), {
    name: 'ResponseError',
    meta: { statusCode, body: { status: statusCode, error } },
  });

const simple = (statusCode: number, type: string, reason: string): Error =>
  answer(statusCode, { type, reason, root_cause: [{ type, reason }] });

const failureOf = (error: unknown): Failure => elasticsearchFailure(error, UNDERTAKING);

describe('the failure that an error of the client means', () => {
  test('a missing index, as a real Elasticsearch tells it', () => {
    const { status, error } = recorded('eql.error.no_index');
    expect(failureOf(answer(status, error))).toMatchObject({
      kind: 'missing_index',
      message: 'The search for sequences found no index that matches [logs-endpoint.events.*]',
      remedy: expect.stringMatching(/Elastic Defend runs .* may read these indices/),
    });
  });

  test('an unknown field, as a real Elasticsearch tells it', () => {
    const { status, error } = recorded('eql.error.unknown_column');
    expect(failureOf(answer(status, error))).toMatchObject({
      kind: 'query_rejected',
      message:
        'The search for sequences failed, no index that matches [logs-endpoint.events.*] maps [process.nme] (line 1:15), which the query names',
    });
  });

  test('two mappings that disagree: field, types and indices', () => {
    const reason =
      'Found 1 problem\nline 2:3: Cannot use field [process.args] due to ambiguities being mapped as [2] incompatible types: [text] in [logs-a, logs-c], [keyword] in [logs-b]';
    expect(failureOf(simple(400, 'verification_exception', reason))).toMatchObject({
      kind: 'mapping_conflict',
      message:
        'The search for sequences failed, the field [process.args] is mapped as text in logs-a, logs-c and as keyword in logs-b',
      remedy: expect.stringContaining('Map [process.args] the same way'),
    });
  });

  test('a missing privilege: who, what and where', () => {
    const reason =
      'action [indices:data/read/eql] is unauthorized for user [bob] with effective roles [viewer_x] on indices [logs-endpoint.events.file-default], this action is granted by the index privileges [read,all]';
    expect(failureOf(simple(403, 'security_exception', reason))).toMatchObject({
      kind: 'missing_privilege',
      message:
        'The search for sequences is not allowed: the user [bob] may not do [indices:data/read/eql] on [logs-endpoint.events.file-default]',
      remedy: expect.stringContaining(
        'the privilege [read] on [logs-endpoint.events.file-default]',
      ),
    });
  });

  test('an API key that no longer counts', () => {
    const reason = 'unable to authenticate with provided credentials';
    expect(failureOf(simple(401, 'security_exception', reason))).toMatchObject({
      kind: 'missing_privilege',
      remedy: expect.stringContaining('API key'),
    });
  });

  test.each([
    [simple(429, 'es_rejected_execution_exception', 'rejected execution of task')],
    [simple(429, 'circuit_breaking_exception', '[parent] Data too large')],
    [simple(500, 'circuit_breaking_exception', '[parent] Data too large')],
    [simple(503, 'search_phase_execution_exception', 'all shards failed')],
    [simple(502, '', 'Bad Gateway')],
    [new errors.TimeoutError('Request timed out')],
    [new errors.ConnectionError('connect ECONNREFUSED 127.0.0.1:9200')],
  ])('busy: %s', (error) => {
    expect(failureOf(error)).toMatchObject({
      kind: 'busy',
      message: expect.stringMatching(/^The search for sequences /),
    });
  });

  test('a refusal for good is not taken for a busy cluster', () => {
    const tooMany = simple(503, 'too_many_buckets_exception', 'Trying to create too many buckets');
    expect(failureOf(tooMany).kind).toBe('unexpected');
  });

  test('a block on an index is no missing privilege', () => {
    const blocked = simple(403, 'cluster_block_exception', 'index [a] blocked by: [read-only]');
    expect(failureOf(blocked)).toMatchObject({
      kind: 'unexpected',
      message: expect.stringContaining('index [a] blocked by: [read-only]'),
    });
  });

  test('a query that can not be read: only what says something', () => {
    const reason = "line 1:9: mismatched input '<EOF>' expecting 'where'";
    expect(failureOf(simple(400, 'parsing_exception', reason))).toMatchObject({
      kind: 'query_rejected',
      message: `The search for sequences failed, Elasticsearch does not take the query: ${reason}`,
    });
  });

  test.each([
    [new errors.RequestAbortedError('Request aborted'), 'cancelled'],
    [new Error('Search has been aborted due to cancelled execution'), 'cancelled'],
    [new Error('EQL search has been aborted due to cancelled execution'), 'cancelled'],
    [simple(404, 'resource_not_found_exception', 'gone'), 'not_found'],
    [simple(409, 'version_conflict_engine_exception', 'changed'), 'conflict'],
    [simple(500, 'null_pointer_exception', 'oh'), 'unexpected'],
    [new TypeError('x is not a function'), 'unexpected'],
    ['text', 'unexpected'],
  ])('%s', (error, kind) => {
    expect(failureOf(error).kind).toBe(kind);
  });

  test('a failure stays what it is', () => {
    const failure = new Failure('timeout', { message: 'm', remedy: 'r' });
    expect(failureOf(failure)).toBe(failure);
  });
});
