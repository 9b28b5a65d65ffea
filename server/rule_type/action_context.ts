// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { detectionOf, readLineageRecord, STAGES, type SequenceAlert } from '../../common/alerts';
import { readDefendEvent, smallNumberAt, type DefendEvent } from '../../common/ecs';

interface Variable {
  readonly name: string;
  readonly description: () => string;
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
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.alertId', {
        defaultMessage: 'The id of the alert',
      }),
    value: ({ id }) => id,
  },
  {
    name: 'alertUrl',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.alertUrl', {
        defaultMessage: 'The page of the alert; a path where Kibana has no public address',
      }),
    value: ({ shell }) => textOf(shell['event.url']),
  },
  {
    name: 'reason',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.reason', {
        defaultMessage: 'The whole chain in one sentence',
      }),
    value: ({ shell }) => textOf(shell['kibana.alert.reason']),
  },
  {
    name: 'ruleName',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.ruleName', {
        defaultMessage: 'The name of the rule under which the alert is raised',
      }),
    value: ({ shell }) => textOf(shell['kibana.alert.rule.name']),
  },
  {
    name: 'severity',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.severity', {
        defaultMessage: 'low, medium, high or critical',
      }),
    value: ({ shell }) => textOf(shell['kibana.alert.severity']),
  },
  {
    name: 'detection',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.detection', {
        defaultMessage:
          'How it was found: published, by the names of the programs, or lineage, by the file',
      }),
    value: ({ shell }) => detectionOf(shell),
  },
  {
    name: 'hostName',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.hostName', {
        defaultMessage: 'The name of the host',
      }),
    value: ({ connect }) => connect?.hostName,
  },
  {
    name: 'hostId',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.hostId', {
        defaultMessage: 'The id of the host',
      }),
    value: ({ connect }) => connect?.hostId,
  },
  {
    name: 'userName',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.userName', {
        defaultMessage: 'The user who ran the program',
      }),
    value: ({ execute, connect }) => execute?.userName ?? connect?.userName,
  },
  {
    name: 'binaryName',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.binaryName', {
        defaultMessage: 'The name of the program',
      }),
    value: ({ link, connect }) => link?.fileName ?? connect?.processName,
  },
  {
    name: 'binaryPath',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.binaryPath', {
        defaultMessage: 'The path of the program when it was run',
      }),
    value: ({ link, connect, shell }) =>
      readLineageRecord(shell)?.story.at(-1)?.path ?? link?.filePath ?? connect?.executable,
  },
  {
    name: 'compilerName',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.compilerName', {
        defaultMessage: 'The process that compiled the program',
      }),
    value: ({ compile }) => compile?.processName,
  },
  {
    name: 'compilerCommandLine',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.compilerCommandLine', {
        defaultMessage: 'The command line of the compiler',
      }),
    value: ({ compile }) => compile?.commandLine ?? joined(compile?.args),
  },
  {
    name: 'compilerUserName',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.compilerUserName', {
        defaultMessage: 'The user who compiled the program, or linked it',
      }),
    value: ({ compile, link }) => (compile ?? link)?.userName,
  },
  {
    name: 'destinationIp',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.destinationIp', {
        defaultMessage: 'The address that the program connected to',
      }),
    value: ({ connect }) => connect?.destinationIp,
  },
  {
    name: 'destinationPort',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.destinationPort', {
        defaultMessage: 'The port that the program connected to',
      }),
    value: ({ connect }) => connect?.destinationPort,
  },
  {
    name: 'compiledAt',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.compiledAt', {
        defaultMessage: 'When the compiler started, in UTC',
      }),
    value: ({ compile }) => timeOf(compile),
  },
  {
    name: 'executedAt',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.executedAt', {
        defaultMessage: 'When the program started, in UTC',
      }),
    value: ({ execute }) => timeOf(execute),
  },
  {
    name: 'connectedAt',
    description: () =>
      i18n.translate('recentlyCompiled.ruleType.context.connectedAt', {
        defaultMessage: 'When the program connected, in UTC',
      }),
    value: ({ connect }) => timeOf(connect),
  },
];

const GROUP_INDEX = 'kibana.alert.group.index';

/** What the messages of actions may use, as `{{context.hostName}}`. */
export const contextVariables = (): { readonly name: string; readonly description: string }[] =>
  VARIABLES.map(({ name, description }) => ({ name, description: description() }));

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
