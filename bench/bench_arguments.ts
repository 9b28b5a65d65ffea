// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';

export interface BenchArguments {
  /** How often each is run. */
  readonly times: number;
  readonly memoryTimes: number;
  readonly markdown: boolean;
  readonly requirePython: boolean;
}

export const BENCH_USAGE = `Usage: npm run bench -- [options]

  --quick           fewer runs
  --markdown        print the report for the README
  --require-python  fail when the Python engine can not be installed

Exit code: 0 all bars met, 1 a bar missed.
`;

/** Throws a `TypeError` for words that mean nothing. */
export const parseBenchArguments = (words: readonly string[]): BenchArguments | 'help' => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      'require-python': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values.help
    ? 'help'
    : {
        times: values.quick ? 3 : 7,
        memoryTimes: values.quick ? 1 : 3,
        markdown: values.markdown,
        requirePython: values['require-python'],
      };
};
