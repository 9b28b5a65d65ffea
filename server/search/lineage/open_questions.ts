// SPDX-License-Identifier: Apache-2.0
import {
  buildersOf,
  type BuiltFile,
  type LineageEvent,
  type LineageParams,
  type LineageWatch,
} from '../../../common/lineage';
import { RootedFiles } from './rooted_files';
import type { TimedEvent } from './timed_event';
import { hostKeyText, Unasked } from './unasked';

/**
 * What is still to be fetched: of everything that the matcher follows in the events there are, and of the
 * processes in them that it has to know. Each question is asked once.
 */
export class OpenQuestions implements LineageWatch {
  readonly files = new Unasked();
  /** Processes that wrote files, or are above linkers: what they were started as is to be known. */
  readonly starts = new Unasked();
  /** Linkers that were started: no event of a file names them as linkers. */
  readonly writers = new Unasked();
  readonly naming = new Unasked();
  /** Processes that may fail to do what they promise. */
  readonly promising = new Unasked();
  /** Hosts with built files, on which a command may make another folder `/`. */
  readonly hosts = new Unasked();
  /** Processes that see built files below another `/`. */
  readonly rooted = new Unasked();
  readonly running = new Unasked();
  readonly connectingFiles = new Unasked();
  readonly connectingRuns = new Unasked();

  /** Processes that linked, and those above them. */
  private readonly builders = new Set<string>();
  /** Who is above a process, by the events in which it was started. */
  private readonly above = new Map<string, string[]>();
  private readonly roots = new RootedFiles((host, process) => this.rooted.add(host, process));
  private readonly wrote = new Set<string>();
  private started: { readonly host: string; readonly process: string }[] = [];
  private readonly programs;

  constructor(params: LineageParams) {
    this.programs = buildersOf(params);
  }

  file(host: string, { path, linkedBy }: BuiltFile): void {
    this.hosts.add(host, '');
    this.roots.file(host, path);
    this.files.add(host, path);
    this.connectingFiles.add(host, path);
    linkedBy.forEach((process) => this.addBuilder(host, process));
  }

  names(host: string, process: string): void {
    this.naming.add(host, process);
  }

  promises(host: string, process: string): void {
    this.promising.add(host, process);
  }

  changesRoot(host: string, process: string, root: string): void {
    this.roots.root(host, process, root);
  }

  runs(host: string, process: string): void {
    this.running.add(host, process);
    this.connectingRuns.add(host, process);
  }

  /** Takes events that were fetched. */
  note(events: readonly TimedEvent[]): void {
    for (const { read } of events) {
      if (read?.process !== undefined) {
        this.noteProcess(read, read.process);
      }
    }
    this.started
      .filter(({ host, process }) => !this.wrote.has(hostKeyText(host, process)))
      .forEach(({ host, process }) => this.writers.add(host, process));
    this.started = [];
  }

  private noteProcess(event: LineageEvent, process: string): void {
    const { host, ancestors } = event;
    const key = hostKeyText(host, process);
    if (event.creates || event.renames) {
      this.wrote.add(key);
      this.starts.add(host, process);
    }
    if (event.forks || event.execs) {
      this.above.set(key, [...new Set([...(this.above.get(key) ?? []), ...ancestors])]);
      if (this.builders.has(key)) {
        ancestors.forEach((above) => this.addBuilder(host, above));
      }
    }
    if (event.execs && this.mayWriteUnnamed(event)) {
      this.started.push({ host, process });
    }
  }

  /** As `whatIsBuilt` has it. */
  private mayWriteUnnamed({ processName, executable }: LineageEvent): boolean {
    const { linkers, compilers } = this.programs;
    return (
      linkers.matches(processName, executable) ||
      compilers.matches(processName, undefined) !== compilers.matches(undefined, executable)
    );
  }

  private addBuilder(host: string, process: string): void {
    const key = hostKeyText(host, process);
    if (!this.builders.has(key)) {
      this.builders.add(key);
      this.starts.add(host, process);
      this.above.get(key)?.forEach((above) => this.addBuilder(host, above));
    }
  }
}
