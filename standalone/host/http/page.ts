// SPDX-License-Identifier: Apache-2.0
import { readdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { SECURITY_HEADERS } from './request_guard';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Where the pages of the app begin, as in Kibana. */
export const APP_PATH = '/app/recentlyCompiled';
const ASSETS = '/assets/';

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Recently Compiled</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${ASSETS}main.css">
  </head>
  <body>
    <div id="host-shell"></div>
    <div id="recently-compiled"></div>
    <noscript>Recently Compiled needs JavaScript. Recently Compiled 需要 JavaScript。</noscript>
    <script type="module" src="${ASSETS}main.js"></script>
  </body>
</html>
`;

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The page itself can not say what is wrong with a path that is not well-formed: its history throws at the start. */
const isOfApp = (pathname: string): boolean =>
  pathname === APP_PATH || (pathname.startsWith(`${APP_PATH}/`) && isWellFormed(pathname));

const isWellFormed = (pathname: string): boolean => {
  try {
    decodeURI(pathname);
    return true;
  } catch {
    return false;
  }
};

/** The page of the app and its scripts, which are read once: no name in a request is ever a path. */
export class Page {
  private constructor(private readonly assets: ReadonlyMap<string, Asset>) {}

  static async read(folder: string): Promise<Page> {
    const names = await readdir(folder);
    const assets = names.flatMap((name) => {
      const type = TYPES[path.extname(name)];
      return type === undefined ? [] : [{ name, type }];
    });
    return new Page(
      new Map(
        await Promise.all(
          assets.map(
            async ({ name, type }) =>
              [name, { type, bytes: await readFile(path.join(folder, name)) }] as const,
          ),
        ),
      ),
    );
  }

  /** Answers with the page or one of its scripts; false where the path is neither. */
  answer(pathname: string, response: ServerResponse): boolean {
    if (pathname === '/') {
      response.writeHead(302, { ...SECURITY_HEADERS, Location: APP_PATH });
      response.end();
      return true;
    }
    if (isOfApp(pathname)) {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(HTML);
      return true;
    }
    const asset = pathname.startsWith(ASSETS)
      ? this.assets.get(pathname.slice(ASSETS.length))
      : undefined;
    if (!asset) {
      return false;
    }
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'Content-Type': asset.type,
      'Cache-Control': 'no-cache',
    });
    response.end(asset.bytes);
    return true;
  }
}
