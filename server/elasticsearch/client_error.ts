// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

type Body = Readonly<Record<string, unknown>>;

/** What an error of the Elasticsearch client tells, without its class: Kibana has a client of its own. */
export interface ClientError {
  /** ResponseError, ConnectionError, TimeoutError, RequestAbortedError … */
  readonly name: string;
  readonly message: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** Elasticsearch's name of what went wrong, such as `index_not_found_exception`; empty for none. */
  readonly type: string;
  /** The error's own reason and those of its causes, each once, outermost first. */
  readonly reasons: readonly string[];
  /** The types of the error and of its causes. */
  readonly types: readonly string[];
}

export const readClientError = (error: unknown): ClientError => {
  if (!(error instanceof Error)) {
    return described('', String(error), undefined, undefined);
  }
  const meta = bodyOf((error as { meta?: unknown }).meta);
  const status = typeof meta['statusCode'] === 'number' ? meta['statusCode'] : undefined;
  return described(error.name, error.message, status, bodyOf(meta['body'])['error']);
};

/** An error of one item of a bulk request, which is an answer of its own. */
export const readItemError = (status: number, error: unknown): ClientError =>
  described(
    'ResponseError',
    i18n.translate('recentlyCompiled.elasticsearch.noReason', {
      defaultMessage: 'no reason given',
    }),
    status,
    error,
  );

const described = (
  name: string,
  message: string,
  status: number | undefined,
  answer: unknown,
): ClientError => {
  const causes = causesOf(answer);
  const types = texts(causes, 'type');
  const reasons = typeof answer === 'string' ? [answer] : texts(causes, 'reason');
  return { name, message, status, type: types[0] ?? '', types, reasons: [...new Set(reasons)] };
};

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bodyOf = (value: unknown): Body => (isBody(value) ? value : {});

const causesOf = (error: unknown): readonly Body[] => {
  if (!isBody(error)) {
    return [];
  }
  const inner = [error['caused_by'], error['root_cause'], error['failed_shards'], error['reason']];
  return [error, ...inner.flat().flatMap(causesOf)];
};

const texts = (causes: readonly Body[], member: string): string[] =>
  causes.map((cause) => cause[member]).filter((text) => typeof text === 'string');
