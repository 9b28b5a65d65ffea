// SPDX-License-Identifier: Apache-2.0
import { STAGE_KINDS } from '../../common/rule';
import type { QueryDsl } from '../../common/exclusions';

// Until 2025 Elastic Defend called a process by the name that it was invoked with, since then by the file that
// really runs: `sh` became `dash`, `cc` became `x86_64-linux-gnu-gcc-12`, `ld` became `x86_64-linux-gnu-ld.bfd`.

/** Programs that are symbolic links wherever they are installed, so that only their invocation has the name. */
const ALWAYS_LINKS = ['sh', 'awk', 'cc', 'python', 'python3'];

/** Links on most distributions, real files on some. */
const OFTEN_LINKS = ['gcc', 'g++', 'c++', 'ld', 'as'];

/** A file under whose name a process runs, although its first argument is the name of a link to it. */
interface Resolved {
  /** Wildcards. */
  readonly files: readonly string[];
  readonly invokedAs: readonly string[];
}

const RESOLVED: readonly Resolved[] = [
  { files: ['dash', 'bash', 'busybox', 'mksh'], invokedAs: ['sh'] },
  { files: ['mawk', 'gawk', 'original-awk', 'busybox'], invokedAs: ['awk'] },
  { files: ['python2.*', 'python3.*'], invokedAs: ['python', 'python3'] },
  { files: ['*gcc-*', '*-gcc', '*clang-*'], invokedAs: ['cc', 'gcc', 'clang'] },
  { files: ['*g++-*', '*-g++'], invokedAs: ['c++', 'g++'] },
  { files: ['ld.*', '*-ld', '*-ld.*'], invokedAs: ['ld'] },
];

const FOLDERS = ['', '/bin/', '/usr/bin/'];

/** Starts of processes that tell how the sensor names them; `likelyInvoked` counts where no other does. */
export const NAMING_EVIDENCE: Readonly<Record<'invoked' | 'resolved' | 'likelyInvoked', QueryDsl>> =
  {
    invoked: started({ terms: { 'process.name': ALWAYS_LINKS } }),
    resolved: started({
      bool: { should: RESOLVED.map(runsAs), minimum_should_match: 1 },
    }),
    likelyInvoked: started({ terms: { 'process.name': OFTEN_LINKS } }),
  };

function started(query: QueryDsl): QueryDsl {
  return { bool: { filter: [...STAGE_KINDS.start, query] } };
}

function runsAs({ files, invokedAs }: Resolved): QueryDsl {
  return {
    bool: {
      filter: [
        {
          bool: {
            should: files.map((value) => ({ wildcard: { 'process.name': { value } } })),
            minimum_should_match: 1,
          },
        },
        { terms: { 'process.args': inFolders(invokedAs) } },
      ],
      // `busybox sh` was invoked by the name of the file.
      must_not: [
        { terms: { 'process.args': inFolders(files.filter((file) => !file.includes('*'))) } },
      ],
    },
  };
}

function inFolders(names: readonly string[]): string[] {
  return FOLDERS.flatMap((folder) => names.map((name) => folder + name));
}
