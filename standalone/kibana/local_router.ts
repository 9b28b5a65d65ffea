// SPDX-License-Identifier: Apache-2.0
import type {
  HttpMethod,
  KibanaRequest,
  RequestHandler,
  RequestHandlerContext,
  RouteConfig,
  Router,
} from '../../server/kibana_contracts';
import { superuser } from './kibana_user';
import { kibanaRequest, type RequestParts } from './request';
import { textOf } from './text_of';

export interface RouteAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface Registered {
  readonly method: HttpMethod;
  readonly config: RouteConfig;
  readonly handler: RequestHandler;
}

/** The routes of one Kibana; `call` goes the way of a request from a browser. */
export class LocalRouter {
  readonly routes: Registered[] = [];

  constructor(
    private readonly isVersion9: boolean,
    private readonly contextOf: (request: KibanaRequest) => RequestHandlerContext,
  ) {}

  readonly router: Router = {
    get: (config, handler) => this.add('get', config, handler),
    post: (config, handler) => this.add('post', config, handler),
    put: (config, handler) => this.add('put', config, handler),
    delete: (config, handler) => this.add('delete', config, handler),
  };

  private add(method: HttpMethod, config: RouteConfig, handler: RequestHandler): void {
    const taken = this.routes.some(
      (one) => one.method === method && one.config.path === config.path,
    );
    if (taken) {
      throw new Error(`Route ${method} ${config.path} is already registered`);
    }
    if (this.isVersion9 && config.security === undefined) {
      throw new Error(
        `Route [${method} ${config.path}] does not declare its security; 9.x demands it`,
      );
    }
    this.routes.push({ method, config, handler });
  }

  /** `path` is without the space and the query string: `/internal/recently_compiled/alerts/abc`. */
  async call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    parts: Omit<RequestParts, 'params'> = {},
  ): Promise<RouteAnswer> {
    const found = this.find(method.toLowerCase(), path);
    if (!found) {
      return error(404, 'Not Found');
    }
    const { config, handler } = found.route;
    const user = parts.user ?? superuser();
    const lacking = this.required(config).find((privilege) => !user.mayCall(privilege));
    if (lacking !== undefined) {
      return error(403, this.refusal(method, path, lacking));
    }
    try {
      const raw = { ...parts, params: found.params };
      const request = kibanaRequest({ ...raw, ...validated(config, raw) });
      return (await handler(this.contextOf(request), request, RESPONSE)) as RouteAnswer;
    } catch (thrown) {
      if (thrown instanceof InvalidPart) {
        return error(400, thrown.message);
      }
      // Whatever a handler throws reaches the browser without its text; tests want to see it.
      const { body } = error(
        500,
        'An internal server error occurred. Check Kibana server logs for details.',
      );
      return { status: 500, body: { ...(body as object), cause: thrown } };
    }
  }

  private required({ options, security }: RouteConfig): string[] {
    return this.isVersion9
      ? (security?.authz.requiredPrivileges ?? [])
      : options.tags.flatMap((tag) => (tag.startsWith('access:') ? [tag.slice(7)] : []));
  }

  private refusal(method: string, path: string, lacking: string): string {
    return this.isVersion9
      ? `API [${method} ${path}] is unauthorized for user, this action is granted by the Kibana privileges [${lacking}]`
      : 'Forbidden';
  }

  private find(
    method: string,
    path: string,
  ): { readonly route: Registered; readonly params: Record<string, string> } | undefined {
    for (const route of this.routes) {
      const params = route.method === method ? matchPath(route.config.path, path) : undefined;
      if (params) {
        return { route, params };
      }
    }
    return undefined;
  }
}

/** `{id}` takes one part of the path, `{id?}` may be missing. */
const matchPath = (template: string, path: string): Record<string, string> | undefined => {
  const wanted = template.split('/');
  const given = path.split('/');
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const [, name, optional] = /^\{(\w+)(\?)?\}$/.exec(part) ?? [];
    const value = given[i];
    if (name === undefined) {
      if (part !== value) {
        return undefined;
      }
    } else if (value !== undefined && value !== '') {
      params[name] = decodeURIComponent(value);
    } else if (optional === undefined) {
      return undefined;
    }
  }
  return given.length <= wanted.length ? params : undefined;
};

class InvalidPart extends Error {}

type Part = 'params' | 'query' | 'body';

/** A part without a validation reaches the handler empty, as in Kibana. */
const validated = ({ validate }: RouteConfig, raw: RequestParts): Pick<RequestParts, Part> => {
  const check = (part: Part): unknown => {
    const test = (validate as Partial<RouteConfig['validate']> | undefined)?.[part];
    if (!test) {
      return {};
    }
    // A query string and a body come as text: what is not JSON does not arrive.
    const given: unknown = raw[part] === undefined ? (part === 'body' ? null : {}) : raw[part];
    const outcome = test(JSON.parse(JSON.stringify(part === 'query' ? asText(given) : given)), {
      ok: (value: unknown) => ({ value }),
      badRequest: (problem: unknown) => ({ error: problem }),
    } as never) as { readonly value?: unknown; readonly error?: unknown };
    if (outcome.error !== undefined) {
      throw new InvalidPart(`[request ${part}]: ${textOf(outcome.error)}`);
    }
    return outcome.value;
  };
  try {
    return { params: check('params'), query: check('query'), body: check('body') };
  } catch (thrown) {
    // A validation that throws is a refusal too.
    throw thrown instanceof InvalidPart ? thrown : new InvalidPart(textOf(thrown));
  }
};

const asText = (query: unknown): unknown =>
  Object.fromEntries(
    Object.entries(query as object).flatMap(([name, value]: [string, unknown]) => {
      const texts = Array.isArray(value) ? value.map(String) : String(value);
      return value === undefined ? [] : [[name, texts] as const];
    }),
  );

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
};

const error = (statusCode: number, message: string): RouteAnswer => ({
  status: statusCode,
  body: { statusCode, error: NAMES[statusCode], message },
});

const answer = (status: number, { body }: { body?: unknown } = {}): RouteAnswer => ({
  status,
  body: body === undefined ? undefined : JSON.parse(JSON.stringify(body)),
});

/** What handlers answer with; the router turns it into status and body. */
const RESPONSE = {
  ok: (options: { body: unknown }) => answer(200, options),
  customError: ({ statusCode, body, bypassErrorFormat }: CustomError) => {
    if (statusCode < 400) {
      throw new Error(
        `Unexpected Http status code. Expected from 400 to 599, but given: ${statusCode}`,
      );
    }
    // Kibana keeps `message` and `attributes` of an error's body, adds the rest itself and drops all else.
    return bypassErrorFormat === true
      ? answer(statusCode, { body })
      : answer(statusCode, {
          body: {
            statusCode,
            error: NAMES[statusCode] ?? 'Error',
            message: messageOf(body),
            ...attributesOf(body),
          },
        });
  },
};

interface CustomError {
  readonly statusCode: number;
  readonly body: unknown;
  /** The body goes out as it is. */
  readonly bypassErrorFormat?: boolean;
}

const messageOf = (body: unknown): string => {
  const message: unknown =
    typeof body === 'object' && body !== null && 'message' in body ? body.message : body;
  if (message instanceof Error) {
    return messageOf(message);
  }
  if (typeof message !== 'string') {
    throw new Error('expected error message to be provided');
  }
  return message;
};

const attributesOf = (body: unknown): object =>
  typeof body === 'object' && body !== null && 'attributes' in body
    ? { attributes: body.attributes }
    : {};
