// SPDX-License-Identifier: Apache-2.0
import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV3,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { API_BASE, errorSchema } from '../../common/api';
import { API_PRIVILEGES } from '../api_privileges';
import { ROUTES } from '../routes/all_routes';
import type { Route } from '../routes/route';

extendZodWithOpenApi(z);

/** The description of all routes, from the data that they are registered from. */
export const buildDocument = (version: string): object => {
  const registry = new OpenAPIRegistry();
  const error = registry.register('Error', errorSchema);
  for (const route of ROUTES) {
    registry.registerPath(toPath(route, error));
  }
  return new OpenApiGeneratorV3(registry.definitions).generateDocument({
    openapi: '3.0.3',
    info: {
      title: 'Recently Compiled',
      version,
      description:
        'What the Kibana plugin Recently Compiled answers. Requests that change something need the header kbn-xsrf; outside the default space the path begins with /s/<space>.',
    },
  });
};

const toPath = (
  { method, path, privilege, summary, request, response }: Route,
  error: z.ZodTypeAny,
): RouteConfig => ({
  method,
  path: `${API_BASE}/${path}`,
  operationId: operationId(method, path),
  summary: summary(),
  description: `Demands the privilege ${API_PRIVILEGES[privilege]}, which the feature Recently Compiled grants.`,
  request: {
    ...(request.params && { params: request.params as never }),
    ...(request.query && { query: request.query as never }),
    ...(request.body && {
      body: { required: true, content: { 'application/json': { schema: request.body } } },
    }),
  },
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: response } } },
    default: {
      description: 'Not done: what is wrong, and what to do about it',
      content: { 'application/json': { schema: error } },
    },
  },
});

/** As in `putAlertsStatus`. */
const operationId = (method: string, path: string): string =>
  method +
  path
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
