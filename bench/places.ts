// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';

/** The bench runs from build/. */
const ROOT = path.dirname(__dirname);

/** Real events of a busy host; not part of the repository. */
export const NOISE_FILE = path.join(ROOT, '..', 'shared', 'noise', 'ops-host.ndjson.gz');
export const RECORDINGS = path.join(ROOT, 'recordings');
export const PYTHON_PROGRAM = path.join(ROOT, 'bench', 'python', 'run_eql.py');
/** What the bench makes, and makes again when it is gone. */
export const WORK_FOLDER = path.join(ROOT, 'build', 'bench');
