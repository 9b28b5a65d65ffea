// SPDX-License-Identifier: Apache-2.0
// npm run openapi
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_FILE, documentText } from './document_file';

mkdirSync(path.dirname(DOCUMENT_FILE), { recursive: true });
writeFileSync(DOCUMENT_FILE, documentText());
