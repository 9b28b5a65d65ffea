// SPDX-License-Identifier: Apache-2.0
import { addressText, readDefendEvent, smallNumberAt, textAt, textsAt } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';

export type StoryFact =
  | 'user'
  | 'host'
  | 'hostAddresses'
  | 'operatingSystem'
  | 'compiler'
  | 'compileCommand'
  | 'sources'
  | 'folder'
  | 'linker'
  | 'path'
  | 'size'
  | 'owner'
  | 'sha256'
  | 'sha1'
  | 'md5'
  | 'program'
  | 'runCommand'
  | 'startedBy'
  | 'startedByCommand'
  | 'runUser'
  | 'process'
  | 'destination'
  | 'destinationName'
  | 'source'
  | 'transport';

export interface Fact {
  readonly name: StoryFact;
  readonly value: string;
}

export interface Story {
  readonly who: readonly Fact[];
  readonly compile: readonly Fact[];
  readonly binary: readonly Fact[];
  readonly run: readonly Fact[];
  readonly connect: readonly Fact[];
}

/**
 * What happened, as far as the events tell.
 * @param events of a sequence of the rule: compile, link, execute, connect
 */
export function storyOf([
  compile = {},
  link = {},
  execute = {},
  connect = {},
]: readonly EventSource[]): Story {
  const [compiling, linking, executing, connecting] = [
    readDefendEvent(compile),
    readDefendEvent(link),
    readDefendEvent(execute),
    readDefendEvent(connect),
  ];
  const hash = (kind: string) =>
    textAt(execute, `process.hash.${kind}`) ?? textAt(link, `file.hash.${kind}`);
  return {
    who: facts({
      user: named(compiling.userName, compiling.userId),
      host: named(connecting.hostName ?? compiling.hostName, connecting.hostId ?? compiling.hostId),
      hostAddresses: textsAt(compile, 'host.ip').join(', '),
      operatingSystem: textAt(compile, 'host.os.full', 'host.os.name'),
    }),
    compile: facts({
      compiler: compiling.executable ?? compiling.processName,
      compileCommand: compiling.commandLine ?? compiling.args.join(' '),
      sources: sourcesOf(compiling.args).join(', '),
      folder: compiling.workingDirectory,
    }),
    binary: facts({
      path: linking.filePath ?? executing.executable ?? linking.fileName,
      linker: linking.executable ?? linking.processName,
      size: smallNumberAt(link, 'file.size')?.toLocaleString('en'),
      owner: textAt(link, 'file.owner'),
      sha256: hash('sha256'),
      sha1: hash('sha1'),
      md5: hash('md5'),
    }),
    run: facts({
      program: executing.executable ?? executing.processName,
      runCommand: executing.commandLine ?? executing.args.join(' '),
      runUser: named(executing.userName, executing.userId),
      startedBy: named(
        executing.parentExecutable ?? executing.parentName,
        executing.parentPid === undefined ? undefined : `pid ${executing.parentPid}`,
      ),
      startedByCommand: textAt(execute, 'process.parent.command_line'),
    }),
    connect: facts({
      process: named(
        connecting.executable ?? connecting.processName,
        connecting.pid === undefined ? undefined : `pid ${connecting.pid}`,
      ),
      destination: addressText(connecting.destinationIp, connecting.destinationPort),
      destinationName: textAt(connect, 'destination.domain', 'dns.question.name'),
      source: addressText(connecting.sourceIp, smallNumberAt(connect, 'source.port')),
      transport: connecting.transport,
    }),
  };
}

const facts = (values: Partial<Record<StoryFact, string | undefined>>): Fact[] =>
  Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name: name as StoryFact, value }],
  );

const named = (name: string | undefined, id: string | undefined): string | undefined =>
  name !== undefined && id !== undefined && name !== id ? `${name} (${id})` : (name ?? id);

const SOURCE_FILE = /\.(?:c|cc|cpp|cxx|c\+\+|C|m|mm|s|S|asm|o|a|i|ii|go|rs|f90|d)$/;

/** The arguments of a compiler that name what it compiles; `-` is its standard input. */
const sourcesOf = (args: readonly string[]): string[] =>
  args
    .slice(1)
    .filter(
      (arg, i) =>
        (arg === '-' || (SOURCE_FILE.test(arg) && !arg.startsWith('-'))) && args[i] !== '-o',
    );
