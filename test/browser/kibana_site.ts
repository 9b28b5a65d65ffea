// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { KibanaFeature } from '../../server/kibana_contracts';
import { userWith, type KibanaUser } from '../../standalone/kibana/kibana_user';
import { DetectionEngine, SECURITY_FEATURE } from '../doubles/kibana/detection_engine';
import { FACTS, kibanaPackages, type Installed } from '../packaging/unpacked';
import {
  loadServerSide,
  startKibanaWithZip,
  type KibanaWithZip,
} from '../packaging/kibana_with_zip';
import {
  BASE_PATH,
  INJECTED,
  PLUGIN_ID,
  RULE_FORM_PATH,
  USER_HEADER,
  type Injected,
} from './page/injected';

const ROOT = path.resolve(__dirname, '../..');
/** Those that Kibana's pages bring. */
const STYLES: Readonly<Record<string, string>> = {
  'eui_light.css': 'node_modules/@elastic/eui/dist/eui_theme_light.min.css',
  'eui_dark.css': 'node_modules/@elastic/eui/dist/eui_theme_dark.min.css',
  'charts_light.css': 'node_modules/@elastic/charts/dist/theme_only_light.css',
  'charts_dark.css': 'node_modules/@elastic/charts/dist/theme_only_dark.css',
};

/** Of Kibana 8.12. */
const CONTENT_SECURITY_POLICY =
  "script-src 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'";

/** The engineer may change the rules of Security as well. */
export type UserName = 'manager' | 'analyst' | 'nobody' | 'engineer';

/** A Kibana with the plugin of a zip in it, as browsers see it: pages and routes. */
export interface KibanaSite extends KibanaWithZip {
  /** The rules of Security, by its public API. */
  readonly detectionEngine: DetectionEngine;
  /** The next request of this kind is answered with this status, once. */
  failNext(method: string, path: string, status: number): void;
  /** The address of a page of the app, or of another one that begins with `/app/`. */
  address(path: string, as: { user: UserName; darkMode?: boolean }): string;
}

/** EUI names the files of its icons without their ending, which the bundler of Kibana adds. */
const iconsWithEnding: Plugin = {
  name: 'icons of EUI',
  setup(bundler) {
    bundler.onLoad(
      { filter: /eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/ },
      ({ path: file }) => ({
        contents: readFileSync(file, 'utf8').replace(
          "'./assets/' + typeToPathMap[iconType]",
          "'./assets/' + typeToPathMap[iconType] + '.js'",
        ),
        loader: 'js',
      }),
    );
  },
};

/** The scripts of Kibana's pages, in one file. */
export async function buildPageScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/browser/page/kibana_page.tsx'],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    target: 'es2021',
    jsx: 'transform',
    alias: { '@kbn/i18n': path.join(ROOT, 'standalone/kbn_i18n') },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    plugins: [iconsWithEnding],
    logLevel: 'error',
  });
  return outputFiles[0]!.contents;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startKibanaSite(
  { plugin, zip }: Installed,
  pageScript: Uint8Array,
): Promise<KibanaSite> {
  const kibana = await startKibanaWithZip(loadServerSide(plugin, kibanaPackages()), '8.12.2');
  const detectionEngine = new DetectionEngine(kibana.kibana);
  const engineer: KibanaUser = {
    ...userWith('engineer', [
      { feature: kibana.kibana.features.registered[0] as KibanaFeature, privilege: 'all' },
      { feature: SECURITY_FEATURE, privilege: 'all' },
    ]),
    ...(kibana.manager.elasticsearch && { elasticsearch: kibana.manager.elasticsearch }),
  };
  const users: Record<UserName, KibanaUser> = { ...kibana, engineer };
  const failing = new Map<string, number>();
  const publicPath = `/1/bundles/plugin/${PLUGIN_ID}/${zip.version}/`;

  const pageFor = (user: UserName, darkMode: boolean): string =>
    page(darkMode, {
      kibanaVersion: '8.12.2',
      userName: user,
      capabilities: {
        [PLUGIN_ID]: capabilitiesOf(kibana, user),
        [SECURITY_FEATURE.id]: capabilitiesOfSecurity(user),
        navLinks: {
          // Kibana leaves apps alone that no feature names: it is true for those as well who may not open Security.
          securitySolutionUI: true,
          discover: true,
          fleet: true,
          integrations: true,
        },
      },
      darkMode,
      publicPath,
      sharedModules: FACTS.sharedModules,
    });
  const file = (pathname: string): Answer | undefined => {
    if (pathname === '/page.js') {
      return { type: 'text/javascript', body: pageScript };
    }
    const [, style = ''] = /^\/styles\/(.+)$/.exec(pathname) ?? [];
    if (style in STYLES) {
      return { type: 'text/css', body: readFileSync(path.join(ROOT, STYLES[style] ?? '')) };
    }
    const folder = pathname.startsWith(publicPath) ? path.join(plugin, 'target/public') : undefined;
    return folder === undefined
      ? undefined
      : {
          type: 'text/javascript',
          body: readFileSync(path.join(folder, path.basename(pathname))),
        };
  };
  const serve = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const call = `${request.method} ${pathname}`;
    const status = failing.get(call);
    if (status !== undefined) {
      failing.delete(call);
      return json({ status, body: { message: `Refused with ${status}`, status_code: status } });
    }
    const user = users[request.headers[USER_HEADER] as UserName];
    if (pathname.startsWith('/internal/')) {
      return json(await callRoute(kibana, request, { user, pathname, search: searchParams }));
    }
    if (pathname.startsWith('/api/')) {
      const version = request.headers['elastic-api-version'];
      const answer = await detectionEngine.answer({
        method: request.method ?? '',
        path: pathname,
        user,
        version: typeof version === 'string' ? version : undefined,
        query: Object.fromEntries(searchParams),
        body: (await bodyOf(request)) ?? {},
      });
      return json(answer);
    }
    if (pathname.startsWith(BASE_PATH) || pathname === RULE_FORM_PATH) {
      const user = searchParams.get('as') as UserName;
      return { type: 'text/html', body: pageFor(user, searchParams.has('dark')) };
    }
    return file(pathname) ?? { type: 'text/plain', status: 404, body: 'Not Found' };
  };
  const server = createServer((request, response) => {
    void serve(request)
      // Whoever asked may have gone meanwhile; whoever has not shows it.
      .catch((error: unknown) => ({ type: 'text/plain', status: 500, body: String(error) }))
      .then((answer) => send(response, answer));
  });
  const port = await listen(server);
  return {
    ...kibana,
    detectionEngine,
    failNext: (method, path, status) => void failing.set(`${method} ${path}`, status),
    address: (pathname, { user, darkMode = false }) =>
      `http://127.0.0.1:${port}${pathname.startsWith('/app/') ? '' : BASE_PATH}${pathname}${pathname.includes('?') ? '&' : '?'}as=${user}${darkMode ? '&dark' : ''}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await kibana.close();
    },
  };
}

interface Answer {
  readonly type: string;
  readonly status?: number;
  readonly body: string | Uint8Array;
}

const json = ({ status, body }: { status: number; body: unknown }): Answer => ({
  type: 'application/json; charset=utf-8',
  status,
  body: JSON.stringify(body),
});

function send(response: ServerResponse, { type, status = 200, body }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** What Kibana makes of the `ui` of the privilege that a user holds. */
function capabilitiesOf({ kibana }: KibanaWithZip, user: UserName): Record<string, boolean> {
  const { all, read } = kibana.features.registered[0]!.privileges;
  const held = { manager: all.ui, engineer: all.ui, analyst: read.ui, nobody: [] }[
    user
  ] as readonly string[];
  return Object.fromEntries(all.ui.map((capability) => [capability, held.includes(capability)]));
}

function capabilitiesOfSecurity(user: UserName): Record<string, boolean> {
  const { all } = SECURITY_FEATURE.privileges;
  return Object.fromEntries(all.ui.map((capability) => [capability, user === 'engineer']));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : (JSON.parse(text) as Record<string, unknown>);
}

async function callRoute(
  { kibana }: KibanaWithZip,
  request: IncomingMessage,
  {
    user,
    pathname,
    search,
  }: {
    readonly user: KibanaUser;
    readonly pathname: string;
    readonly search: URLSearchParams;
  },
) {
  const answer = await kibana.core.http.call(
    request.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    pathname,
    {
      user,
      query: queryOf(search),
      body: await bodyOf(request),
    },
  );
  // Kibana's task manager takes such runs up by itself.
  for (const id of kibana.alerting.runSoonRequests.splice(0)) {
    await kibana.harness().run(id, { startedAt: new Date() });
  }
  return answer;
}

/** As Kibana reads a query: a name that comes several times has a list. */
const queryOf = (search: URLSearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const [first = '', ...others] = search.getAll(name);
      return [name, others.length > 0 ? [first, ...others] : first];
    }),
  );

/** The height in pixels of the headers of Kibana, for which its body leaves room. */
export const HEADERS = 96;

/** Styles stand in the order of Kibana's `template.tsx`: global ones, those of components, sheets, utilities. */
const page = (darkMode: boolean, injected: Injected): string => {
  const data = JSON.stringify(injected).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Elastic</title>
    <link rel="icon" href="data:,">
    <meta name="eui-global">
    <meta name="emotion">
    <link rel="stylesheet" href="/styles/eui_${darkMode ? 'dark' : 'light'}.css">
    <link rel="stylesheet" href="/styles/charts_${darkMode ? 'dark' : 'light'}.css">
    <style>:root { --euiFixedHeadersOffset: ${HEADERS}px } .kbnBody { padding-top: ${HEADERS}px }</style>
    <meta name="eui-utilities">
  </head>
  <body class="kbnBody">
    <${INJECTED} data="${data}"></${INJECTED}>
    <script src="/page.js"></script>
  </body>
</html>`;
};
