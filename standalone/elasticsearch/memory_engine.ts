// SPDX-License-Identifier: Apache-2.0
import { SUPERUSER, User, Users } from './access/users';
import { endpoints } from './endpoints/registry';
import { Scripts } from './endpoints/update_by_query';
import { checkedEndpoint, errorAnswer, readRequest, type RawRequest } from './http/answer_request';
import type { EsAnswer } from './http/endpoint';
import { Store } from './store/store';

export interface MemoryEngineOptions {
  /** What `now` means in queries, milliseconds since 1970. */
  readonly now: () => number;
  /** Awaited before a request is answered, so that what it has written is safe by then. */
  readonly settle: () => Promise<void>;
}

/** An Elasticsearch in memory for one local user, who may do everything. */
export class MemoryEngine {
  readonly store = new Store();
  readonly user = new User('elastic', SUPERUSER);
  private readonly users = new Users();
  private readonly endpoints = endpoints(new Scripts());

  constructor(private readonly options: MemoryEngineOptions) {}

  async answer(raw: RawRequest): Promise<EsAnswer> {
    try {
      const read = readRequest(this.endpoints, this.users, raw);
      const answer = checkedEndpoint(read).handle(
        read.request,
        { store: this.store, now: this.options.now },
        {},
      );
      await this.options.settle();
      return answer;
    } catch (error) {
      return errorAnswer(error);
    }
  }
}
