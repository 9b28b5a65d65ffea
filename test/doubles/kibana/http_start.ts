// SPDX-License-Identifier: Apache-2.0
import type { HttpQuery, HttpStart } from '../../../public/kibana_contracts';

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly version: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What goes wrong with a request: Kibana refuses it, it does not arrive, or the answer does not. */
export type Fault = Answer | 'lost request' | 'lost answer';

interface Options {
  readonly body?: string;
  readonly query?: HttpQuery;
  readonly version?: string;
}

/** `core.http` without a network; requests can be made to fail, and are remembered. */
export class HttpStartDouble {
  readonly sent: SentRequest[] = [];
  private faults: { readonly is: (request: SentRequest) => boolean; readonly fault: Fault }[] = [];

  constructor(private readonly answer: (request: SentRequest) => Promise<Answer>) {}

  /** The next request of this kind fails, once. */
  failNext(method: string, path: string, fault: Fault): void {
    this.faults.push({
      is: (request) => request.method === method && request.path === path,
      fault,
    });
  }

  readonly http: HttpStart = {
    get: (path, options) => this.send('GET', path, options),
    post: (path, options) => this.send('POST', path, options),
    put: (path, options) => this.send('PUT', path, options),
    patch: (path, options) => this.send('PATCH', path, options),
    delete: (path, options) => this.send('DELETE', path, options),
  };

  private async send(method: string, path: string, options: Options = {}): Promise<unknown> {
    const { body = '{}', query = {}, version } = options;
    const request: SentRequest = {
      method,
      path,
      version,
      query: Object.fromEntries(
        Object.entries(query).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)]],
        ),
      ),
      body: JSON.parse(body) as SentRequest['body'],
    };
    this.sent.push(request);
    const fault = this.faultOf(request);
    if (fault === 'lost request') {
      throw new Error('Failed to fetch');
    }
    const answered = typeof fault === 'object' ? fault : await this.answer(request);
    if (fault === 'lost answer') {
      throw new Error('Failed to fetch');
    }
    if (answered.status >= 300) {
      throw Object.assign(new Error('refused'), {
        response: { status: answered.status },
        body: answered.body,
      });
    }
    // Answers go through JSON.
    return JSON.parse(JSON.stringify(answered.body ?? null)) as unknown;
  }

  private faultOf(request: SentRequest): Fault | undefined {
    const index = this.faults.findIndex(({ is }) => is(request));
    return index < 0 ? undefined : this.faults.splice(index, 1)[0]?.fault;
  }
}
