// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../rule';
import type { EventDocument } from '../search';
import type { Chain } from './chain';
import { LineageMatcher } from './lineage_matcher';
import type { LineageParams } from './lineage_params';
import type { LineageLimits } from './limits';

export const BEGIN = Date.parse('2026-03-01T10:00:00Z');

/** An event and when it happens, in milliseconds behind `BEGIN`. */
export interface Happening {
  readonly at: number;
  readonly document: EventDocument;
}

interface ProcessOptions {
  readonly executable?: string;
  readonly name?: string;
  readonly parent?: string;
  readonly cwd?: string;
  readonly actions?: readonly string[];
  readonly env?: readonly string[];
  readonly start?: number;
  readonly exitCode?: number;
}

let ids = 0;

/** A host whose processes are named by a letter or two; its directory of work is `/w`. */
export class TestHost {
  readonly happenings: Happening[] = [];
  private time = 0;

  constructor(private readonly host: Record<string, unknown> = { host: { id: 'h' } }) {}

  get ids(): string[] {
    return this.happenings.map(({ document }) => document._id);
  }

  /** Time passes, in milliseconds. */
  wait(milliseconds: number): this {
    this.time += milliseconds;
    return this;
  }

  exec(process: string, command: string | readonly string[], options: ProcessOptions = {}): this {
    const args = typeof command === 'string' ? command.split(' ') : command;
    const executable = options.executable ?? `/usr/bin/${args[0]}`;
    return this.add('process', options.actions ?? ['exec'], {
      process: {
        entity_id: process,
        name: options.name ?? executable.slice(executable.lastIndexOf('/') + 1),
        ...(executable !== 'none' && { executable }),
        args,
        working_directory: options.cwd ?? '/w',
        env_vars: options.env ?? [],
        ...(options.start !== undefined && { start: BEGIN + options.start }),
        ...(options.exitCode !== undefined && { exit_code: options.exitCode }),
        ...(options.parent !== undefined && { parent: { entity_id: options.parent } }),
      },
    });
  }

  fork(process: string, parent: string): this {
    return this.add('process', ['fork'], {
      process: { entity_id: process, name: 'x', parent: { entity_id: parent } },
    });
  }

  end(process: string, command: string, exitCode: number): this {
    return this.exec(process, command, { actions: ['end'], exitCode });
  }

  file(action: string, process: string, path: string, more: FileOptions = {}): this {
    const { executable = '/usr/bin/sh', before, parent } = more;
    return this.add('file', [action], {
      file: { path, ...(before !== undefined && { Ext: { original: { path: before } } }) },
      process: {
        entity_id: process,
        executable,
        name: executable.slice(executable.lastIndexOf('/') + 1),
        ...(parent !== undefined && { parent: { entity_id: parent } }),
      },
    });
  }

  /** gcc starts ld, which writes a file. */
  build(path: string, args = 'ld -o out'): this {
    return this.exec('gcc', `gcc -o ${path} x.c`)
      .exec('ld', args, { parent: 'gcc' })
      .file('creation', 'ld', path, { executable: '/usr/bin/ld', parent: 'gcc' });
  }

  connect(process: string, options: ConnectOptions = {}): this {
    const { ip = '203.0.113.9', transport = 'tcp', executable = '/x', ancestry = [] } = options;
    return this.add('network', ['connection_attempted'], {
      destination: { ip, port: 4444 },
      network: { transport },
      process: { entity_id: process, executable, Ext: { ancestry } },
    });
  }

  private add(category: string, actions: readonly string[], rest: object): this {
    ids += 1;
    this.time += 1;
    const source = {
      ...this.host,
      ...rest,
      '@timestamp': new Date(BEGIN + this.time).toISOString(),
      event: { category: [category], action: [...actions] },
    };
    this.happenings.push({ at: this.time, document: { _id: `e${ids}`, _source: source } });
    return this;
  }
}

interface FileOptions {
  readonly executable?: string;
  readonly before?: string;
  readonly parent?: string;
}

interface ConnectOptions {
  readonly ip?: string;
  readonly transport?: string;
  readonly executable?: string;
  readonly ancestry?: readonly string[];
}

/** The chains in events, which are in order of time. */
export const chainsIn = (
  happenings: readonly Happening[],
  params: Partial<LineageParams> = {},
  limits?: LineageLimits,
): Chain[] => {
  const matcher = new LineageMatcher({ ...DEFAULT_RULE_PARAMS, ...params }, limits);
  const found = happenings.flatMap(({ at, document }) => matcher.push(document, BEGIN + at));
  return [...found, ...matcher.finish()];
};

/** How many chains a host's events hold. */
export const count = (host: TestHost, params: Partial<LineageParams> = {}): number =>
  chainsIn(host.happenings, params).length;
