// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { UsageError } from '../scan/usage_error';

export interface ServeArguments {
  /** Files and folders. */
  readonly inputs: readonly string[];
  readonly port: number;
  /** Undefined: the default one. */
  readonly dataFolder: string | undefined;
  readonly watch: boolean;
  /** Where nothing was kept before, the rule is installed. */
  readonly installRule: boolean;
  readonly cluster: ClusterArguments | undefined;
}

export interface ClusterArguments {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly caFile: string | undefined;
}

export const DEFAULT_PORT = 5680;

export const SERVE_USAGE = `Usage: npx recently-compiled serve [FILE|DIR ...] [options]

Opens the app of Recently Compiled for the events of files (as for "scan"; of a folder, its *.ndjson and
*.json files, gzipped or not), at an address of this computer that no other one can reach. Without a file,
events can be dropped on the page.

  --port N                the port, or the next free one (default: ${DEFAULT_PORT})
  --data DIR              where alerts, exclusions and the rule are kept (default: a folder in XDG_STATE_HOME)
  --install-rule          begin with the rule installed, where the folder for it is new
  --watch                 follow one growing NDJSON file and raise alerts as they happen
  --elasticsearch URL     read events in a cluster; alerts, exclusions and the rule stay here
  --ca FILE               its certificate authority
  --help                  this text

Secrets come from the environment: RECENTLY_COMPILED_API_KEY, or RECENTLY_COMPILED_USER and
RECENTLY_COMPILED_PASSWORD. --api-key, --user and --password do the same, but others on this computer can see
them. Also read: RECENTLY_COMPILED_ELASTICSEARCH, RECENTLY_COMPILED_CA.
`;

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  watch: { type: 'boolean', default: false },
  'install-rule': { type: 'boolean', default: false },
  elasticsearch: { type: 'string' },
  'api-key': { type: 'string' },
  user: { type: 'string' },
  password: { type: 'string' },
  ca: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words behind `serve`; "help" when that is asked for. Throws a `UsageError`. */
export const parseServeArguments = (
  words: readonly string[],
  env: NodeJS.ProcessEnv,
): ServeArguments | 'help' => {
  const { values, positionals: inputs } = parse(words);
  if (values.help) {
    return 'help';
  }
  const url = values.elasticsearch ?? env['RECENTLY_COMPILED_ELASTICSEARCH'];
  if (url !== undefined && (inputs.length > 0 || values.watch)) {
    throw new UsageError('With --elasticsearch events are read in the cluster; name no files');
  }
  if (values.watch && inputs.length !== 1) {
    throw new UsageError('--watch follows one file; name it');
  }
  return {
    inputs,
    port: portOf(values.port),
    dataFolder: values.data,
    watch: values.watch,
    installRule: values['install-rule'],
    cluster:
      url === undefined
        ? undefined
        : {
            url: urlOf(url),
            apiKey: values['api-key'] ?? env['RECENTLY_COMPILED_API_KEY'],
            user: values.user ?? env['RECENTLY_COMPILED_USER'],
            password: values.password ?? env['RECENTLY_COMPILED_PASSWORD'],
            caFile: values.ca ?? env['RECENTLY_COMPILED_CA'],
          },
  };
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [reason = ''] = (error as Error).message.split(/\n|\. /, 1);
    throw new UsageError(reason, 'The options are listed below');
  }
};

const portOf = (text: string | undefined): number => {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port is a whole number from 0 to 65535, not [${text}]`);
  }
  return port;
};

const urlOf = (text: string): string => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new UsageError(
      `--elasticsearch is an address such as https://localhost:9200, not [${text}]`,
    );
  }
  return text;
};
