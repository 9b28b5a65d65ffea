// SPDX-License-Identifier: Apache-2.0
import { detectionOf, readLineageRecord, STAGES, type SequenceAlert } from '../../common/alerts';
import { readDefendEvent, smallNumberAt, type DefendEvent } from '../../common/ecs';

interface Variable {
  readonly name: string;
  readonly description: string;
  readonly value: (chain: Chain) => string | number | undefined;
}

interface Chain {
  readonly compile: DefendEvent | undefined;
  readonly link: DefendEvent | undefined;
  readonly execute: DefendEvent | undefined;
  readonly connect: DefendEvent | undefined;
  readonly shell: Readonly<Record<string, unknown>>;
  readonly id: string;
}

const VARIABLES: readonly Variable[] = [
  {
    name: 'alertId',
    description: 'The id of the alert',
    value: ({ id }) => id,
  },
  {
    name: 'alertUrl',
    description: 'The page of the alert; a path where Kibana has no public address',
    value: ({ shell }) => textOf(shell['event.url']),
  },
  {
    name: 'reason',
    description: 'The whole chain in one sentence',
    value: ({ shell }) => textOf(shell['kibana.alert.reason']),
  },
  {
    name: 'ruleName',
    description: 'The name of the rule under which the alert is raised',
    value: ({ shell }) => textOf(shell['kibana.alert.rule.name']),
  },
  {
    name: 'severity',
    description: 'low, medium, high or critical',
    value: ({ shell }) => textOf(shell['kibana.alert.severity']),
  },
  {
    name: 'detection',
    description:
      'How it was found: published, by the names of the programs, or lineage, by the file',
    value: ({ shell }) => detectionOf(shell),
  },
  {
    name: 'hostName',
    description: 'The name of the host',
    value: ({ connect }) => connect?.hostName,
  },
  { name: 'hostId', description: 'The id of the host', value: ({ connect }) => connect?.hostId },
  {
    name: 'userName',
    description: 'The user who ran the program',
    value: ({ execute, connect }) => execute?.userName ?? connect?.userName,
  },
  {
    name: 'binaryName',
    description: 'The name of the program',
    value: ({ link, connect }) => link?.fileName ?? connect?.processName,
  },
  {
    name: 'binaryPath',
    description: 'The path of the program when it was run',
    value: ({ link, connect, shell }) =>
      readLineageRecord(shell)?.story.at(-1)?.path ?? link?.filePath ?? connect?.executable,
  },
  {
    name: 'compilerName',
    description: 'The process that compiled the program',
    value: ({ compile }) => compile?.processName,
  },
  {
    name: 'compilerCommandLine',
    description: 'The command line of the compiler',
    value: ({ compile }) => compile?.commandLine ?? joined(compile?.args),
  },
  {
    name: 'compilerUserName',
    description: 'The user who compiled the program, or linked it',
    value: ({ compile, link }) => (compile ?? link)?.userName,
  },
  {
    name: 'destinationIp',
    description: 'The address that the program connected to',
    value: ({ connect }) => connect?.destinationIp,
  },
  {
    name: 'destinationPort',
    description: 'The port that the program connected to',
    value: ({ connect }) => connect?.destinationPort,
  },
  {
    name: 'compiledAt',
    description: 'When the compiler started, in UTC',
    value: ({ compile }) => timeOf(compile),
  },
  {
    name: 'executedAt',
    description: 'When the program started, in UTC',
    value: ({ execute }) => timeOf(execute),
  },
  {
    name: 'connectedAt',
    description: 'When the program connected, in UTC',
    value: ({ connect }) => timeOf(connect),
  },
];

const GROUP_INDEX = 'kibana.alert.group.index';

/** What the messages of actions may use, as `{{context.hostName}}`. */
export const CONTEXT_VARIABLES = VARIABLES.map(({ name, description }) => ({ name, description }));

/** The values of these variables for one alert; what its events do not tell is left out. */
export const actionContext = ({ blocks, shell }: SequenceAlert): Record<string, unknown> => {
  const [compile, link, execute, connect] = STAGES.map((_, stage) => {
    // Blocks are numbered by stage, and there is none for an event that was not recorded.
    const block = blocks.find(({ _source }) => smallNumberAt(_source, GROUP_INDEX) === stage);
    return block && readBlock(block._source);
  });
  const chain = { compile, link, execute, connect, shell: shell._source, id: shell._id };
  return Object.fromEntries(
    VARIABLES.flatMap(({ name, value }) => {
      const found = value(chain);
      return found === undefined ? [] : [[name, found]];
    }),
  );
};

/** A building block has the event's own time beside that of its writing. */
const readBlock = (source: Readonly<Record<string, unknown>>): DefendEvent =>
  readDefendEvent({
    ...source,
    '@timestamp': source['kibana.alert.original_time'],
  });

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const joined = (args: readonly string[] = []): string | undefined =>
  args.length > 0 ? args.join(' ') : undefined;

const timeOf = (event: DefendEvent | undefined): string | undefined =>
  event?.timestamp === undefined ? undefined : new Date(event.timestamp).toISOString();
