// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { DOCUMENT_FILE, documentText } from '../../server/openapi/document_file';
import { startKibanaWithPlugin } from '../routes/kibana_with_plugin';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: object }>>>>;
}

const checkedIn = readFileSync(DOCUMENT_FILE, 'utf8');
const { paths } = JSON.parse(checkedIn) as OpenApi;

it('is up to date; if not, run: npm run openapi', () => {
  expect(checkedIn === documentText()).toBe(true);
});

it('describes every route that is registered, and no other', async () => {
  const plugin = await startKibanaWithPlugin();
  await plugin.close();
  const registered = plugin.kibana.core.http.routes.map(
    ({ method, config }) => `${method} ${config.path}`,
  );
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual(registered.sort());
});

it('describes what is answered, and what errors look like', () => {
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    expect(operation.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { type: 'object' } } } },
      default: {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    });
  }
});
