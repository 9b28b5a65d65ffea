// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { API_BASE } from '../../common/api';
import { API_PRIVILEGES } from '../api_privileges';
import type {
  KibanaRequest,
  KibanaResponseFactory,
  RequestHandlerContext,
  RouteValidation,
  Router,
} from '../kibana_contracts';
import { ROUTES } from './all_routes';
import { errorAnswer } from './error_answer';
import { readRequest, type RequestParts } from './read_request';
import { requestServices, type RouteDependencies } from './request_services';
import type { Route } from './route';

/** Lets Kibana serve all routes. */
export const registerRoutes = (router: Router, dependencies: RouteDependencies): void => {
  for (const route of ROUTES) {
    router[route.method](
      {
        path: `${API_BASE}/${route.path}`,
        validate: PASS_ON,
        ...dependencies.version.authorisation(API_PRIVILEGES[route.privilege]),
      },
      (context, request, response) => answer(route, dependencies, { context, request, response }),
    );
  }
};

/** Requests are checked while they are answered, so that what is wrong is told as all errors are. */
const PASS_ON: RouteValidation = {
  params: (value, result) => result.ok(value),
  query: (value, result) => result.ok(value),
  body: (value, result) => result.ok(value),
};

interface Call {
  readonly context: RequestHandlerContext;
  readonly request: KibanaRequest;
  readonly response: KibanaResponseFactory;
}

const answer = async (
  route: Route,
  dependencies: RouteDependencies,
  { context, request, response }: Call,
): Promise<unknown> => {
  const gone = new AbortController();
  // Kibana ends this by itself with the answer.
  request.events.aborted$.subscribe(() => gone.abort());
  try {
    const input = readRequest(route.request, request) as Required<RequestParts> as never;
    const services = await requestServices(dependencies, { context, request, signal: gone.signal });
    return response.ok({ body: await route.handle(input, services) });
  } catch (error) {
    const body = errorAnswer(
      error,
      i18n.translate('recentlyCompiled.task.request', {
        defaultMessage: 'The request to {summary}',
        values: { summary: lowerFirst(route.summary()) },
      }),
      dependencies.logger,
    );
    return response.customError({ statusCode: body.statusCode, body, bypassErrorFormat: true });
  }
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
