// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { buildDocument } from './build_document';

/** Where the description lies, seen from the root of the project. */
export const DOCUMENT_FILE = 'docs/openapi.json';

/** What the file must hold; run from the root of the project. */
export const documentText = (): string => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return `${JSON.stringify(buildDocument(version), null, 2)}\n`;
};
