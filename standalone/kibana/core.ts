// SPDX-License-Identifier: Apache-2.0
import type {
  CoreSetup,
  CoreStart,
  ElasticsearchClient,
  KibanaRequest,
  RequestHandlerContext,
  ScopedClusterClient,
  StartPlugins,
} from '../../server/kibana_contracts';
import type { KibanaUser } from './kibana_user';
import type { Lists } from './lists';
import { senderOf } from './request';
import { LocalRouter } from './local_router';
import type { SavedObjectsClient, SavedObjectStore } from './saved_objects';

export interface CoreOptions {
  readonly version: string;
  /** A client with the rights of a user; without one, of the user that Kibana runs as. */
  readonly client: (user: KibanaUser | undefined) => ElasticsearchClient;
  readonly savedObjects: SavedObjectStore;
  readonly scopedSavedObjects: (
    user: KibanaUser,
    spaceId: string,
    hiddenTypes: readonly string[],
  ) => SavedObjectsClient;
  readonly publicBaseUrl?: string;
  readonly serverBasePath?: string;
  /** Undefined where the plugin is not there. */
  readonly lists: Lists | undefined;
  readonly startPlugins: () => StartPlugins;
}

/** Kibana's core: what `setup` and `start` of a plugin are given, and a way to call its routes. */
export class Core {
  readonly http: LocalRouter;
  readonly setup: CoreSetup;
  readonly start: CoreStart;
  private readonly clients = new Map<string, ElasticsearchClient>();

  constructor(private readonly options: CoreOptions) {
    const isVersion9 = Number(options.version.split('.')[0]) >= 9;
    this.http = new LocalRouter(isVersion9, (request) => this.contextOf(request));
    const { publicBaseUrl, serverBasePath = '', savedObjects } = options;
    const basePath = {
      serverBasePath,
      ...(publicBaseUrl !== undefined && { publicBaseUrl }),
      prepend: (path: string) => serverBasePath + path,
    };
    this.start = {
      elasticsearch: {
        client: {
          asInternalUser: this.connect(undefined),
          asScoped: (request) => this.scoped(request),
        },
      },
      savedObjects: {
        createInternalRepository: (hiddenTypes) => savedObjects.repository(hiddenTypes),
        getScopedClient: (request, { includedHiddenTypes = [] } = {}) => {
          const { user, spaceId } = senderOf(request);
          return options.scopedSavedObjects(user, spaceId, includedHiddenTypes);
        },
      },
    };
    this.setup = {
      http: { basePath, createRouter: () => this.http.router },
      getStartServices: async () => [this.start, options.startPlugins(), {}],
    };
  }

  private contextOf(request: KibanaRequest): RequestHandlerContext {
    const { user, spaceId } = senderOf(request);
    const { lists } = this.options;
    const core = {
      elasticsearch: { client: this.scoped(request) },
      savedObjects: { client: this.options.scopedSavedObjects(user, spaceId, []) },
    };
    return {
      core: Promise.resolve(core),
      ...(lists && {
        lists: Promise.resolve({
          getExceptionListClient: () => lists.exceptions.client(user, spaceId),
          getListClient: () => lists.listClient(),
        }),
      }),
    };
  }

  private scoped(request: KibanaRequest): ScopedClusterClient {
    return {
      asCurrentUser: this.connect(senderOf(request).user),
      asInternalUser: this.connect(undefined),
    };
  }

  /** One client a user, so that connections are shared. */
  private connect(user: KibanaUser | undefined): ElasticsearchClient {
    const key = user ? `user ${user.elasticsearch?.name ?? ''}` : 'kibana';
    const known = this.clients.get(key);
    const client = known ?? this.options.client(user);
    this.clients.set(key, client);
    return client;
  }
}
