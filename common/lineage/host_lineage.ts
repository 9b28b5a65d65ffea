// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../search';
import type { BuiltFile, StoryStep } from './built_file';
import { isBuilt, isLibrary, twinOf, type Builders } from './built_by';
import type { Chain } from './chain';
import { commandTargets } from './command_targets';
import { compilerMemory } from './compiler_memory';
import { FileTable } from './file_table';
import { findCompiler } from './find_compiler';
import { howRun } from './how_run';
import type { LineageEvent } from './lineage_event';
import type { LineageWatch } from './lineage_watch';
import type { LineageLimits } from './limits';
import { inNamedFolders, namedFiles } from './named_files';
import { overwrittenBy } from './overwritten_by';
import { baseName, resolvePath } from './paths';
import { RecentCreations } from './recent_creations';
import { newRoot } from './new_root';
import { ProcessTable, type KnownProcess, type PromisedFile } from './process_table';

export interface HostOptions {
  readonly builders: Builders;
  /** From link to connection, in milliseconds. */
  readonly window: number;
  readonly excludedProcessNames: ReadonlySet<string>;
  readonly isConnection: (event: LineageEvent) => boolean;
  readonly limits: LineageLimits;
  readonly counts: LineageCounts;
  readonly watch: LineageWatch | undefined;
}

/** What happened so far, over all hosts. */
export interface LineageCounts {
  seen: number;
  /** Compilers started, files linked, built files run, connections of those. */
  readonly matched: [number, number, number, number];
  expired: number;
  dropped: number;
  completed: number;
}

/** One execution of a built file; its descendants are the same run. */
interface Run {
  readonly file: BuiltFile;
  execute: EventDocument | null;
  isAlerted: boolean;
  /** A connection that waits for the event of the execution, which a sensor may send at its end. */
  waiting: EventDocument | undefined;
}

/** What is known of one host. Takes its events in order of time. */
export class HostLineage {
  private readonly files: FileTable;
  private readonly processes: ProcessTable;
  private readonly creations: RecentCreations;
  /** By process; a run's descendants have it too. */
  private readonly runs = new Map<string, Run>();
  private expiredAt = -Infinity;

  constructor(
    private readonly options: HostOptions,
    private readonly host: string,
  ) {
    this.files = new FileTable(options.limits.files, options.limits.steps);
    this.processes = new ProcessTable(options.limits.processes);
    this.creations = new RecentCreations(options.limits.creations);
  }

  /** Whether a built file or a run of one is followed. */
  get follows(): boolean {
    return this.files.size > 0 || this.runs.size > 0;
  }

  get held(): number {
    return this.files.size + this.processes.size + this.runs.size + this.creations.size;
  }

  push(event: LineageEvent): Chain[] {
    this.expire(event.time);
    const found: Chain[] = [];
    if (event.process !== undefined) {
      if (event.forks || event.execs) {
        found.push(...this.start(event, event.process));
      }
      if (this.options.isConnection(event)) {
        found.push(...this.connect(event, event.process));
      }
    }
    if (event.creates) {
      this.create(event, event.renames ? (event.pathBefore ?? event.path) : event.path);
    }
    if (event.renames) {
      this.rename(event);
    }
    if (event.deletes && event.path !== undefined) {
      this.files.markGone(event.path, event.time);
    }
    if (event.fails) {
      this.takeBack(event);
    }
    this.options.counts.seen += 1;
    return found;
  }

  /** Forgets what is too old to lead to anything; not at every event, which would cost too much. */
  expire(now: number): void {
    const { window, counts } = this.options;
    if (now - this.expiredAt < window / 10) {
      return;
    }
    this.expiredAt = now;
    const oldest = now - window;
    counts.expired += this.files.expire(oldest);
    this.creations.expire(oldest);
    this.processes.expire(now - compilerMemory(window));
    for (const [key, { file }] of this.runs) {
      if (file.linkedAt < oldest) {
        this.runs.delete(key);
      }
    }
  }

  /** Connections whose execution was never told of; there are no more events. */
  finish(): Chain[] {
    return [...new Set(this.runs.values())].flatMap((run) => this.complete(run));
  }

  /** A process begins, or becomes another program. */
  private start(event: LineageEvent, key: string): Chain[] {
    const parent = this.runs.get(event.parent ?? '') ?? this.runOfAncestors(event);
    if (!event.execs) {
      this.noteFork(event, key);
      this.inherit(key, parent);
      return [];
    }
    const compiles = this.options.builders.compilers.matches(event.processName, event.executable);
    this.options.counts.matched[0] += Number(compiles);
    if (!this.follows && !compiles && !this.isLinker(event)) {
      return [];
    }
    const before = [
      ...(this.processes.get(event.parent)?.names ?? []),
      ...(this.processes.get(key)?.names ?? []),
    ];
    const root = this.rootOf(key, event.parent);
    this.remember(event, key, compiles, root);
    const chains = this.run(event, key, before, root);
    if (!this.runs.has(key)) {
      this.inherit(key, parent);
    }
    this.takeTargets(event, key);
    return chains;
  }

  /** The folder that is `/` to a process, which it may have been given by what it was before, or by its parent. */
  private rootOf(key: string, parent: string | undefined): string | undefined {
    return this.processes.get(key)?.root ?? this.processes.get(parent)?.root;
  }

  private isLinker({ processName, executable }: LineageEvent): boolean {
    return this.options.builders.linkers.matches(processName, executable);
  }

  private noteFork(event: LineageEvent, key: string): void {
    if (!this.follows) {
      return;
    }
    const { parent, ancestors, time, workingDirectory } = event;
    const { names = [], root } = this.processes.get(parent) ?? {};
    this.tellNames(key, names);
    this.tellRoot(key, root);
    this.count(
      this.processes.put(key, time, {
        ...{ parent, ancestors, workingDirectory, names, root },
        ...{ promised: [], overwrote: [] },
      }),
    );
  }

  private remember(
    event: LineageEvent,
    key: string,
    compiles: boolean,
    root: string | undefined,
  ): void {
    const { processName: name, executable, args, workingDirectory, parent, ancestors } = event;
    const created = this.creations.take(key);
    const names = namedFiles(event, this.files);
    const ownRoot = newRoot(event, root) ?? root;
    this.tellNames(key, names);
    this.tellRoot(key, ownRoot);
    this.count(
      this.processes.put(key, event.time, {
        ...{ name, executable, args, workingDirectory, parent, ancestors, names },
        ...{ promised: [], overwrote: [], root: ownRoot },
        ...(compiles && { compiles: event.document }),
      }),
    );
    const [file] = names;
    if (file) {
      // `cat program > copy`: the shell creates the file before it becomes cat.
      created.forEach((creation) => this.copy(file, creation));
    }
  }

  private tellNames(key: string, names: readonly BuiltFile[]): void {
    if (names.length > 0) {
      this.options.watch?.names(this.host, key);
    }
  }

  private tellRoot(key: string, root: string | undefined): void {
    if (root !== undefined) {
      this.options.watch?.changesRoot(this.host, key, root);
    }
  }

  private run(
    event: LineageEvent,
    key: string,
    before: readonly BuiltFile[],
    root: string | undefined,
  ): Chain[] {
    const how = howRun(event, this.files, before, root);
    if (!how) {
      return [];
    }
    const { file, isDirect } = how;
    const names = isDirect ? [baseName(file.path), event.processName ?? ''] : [];
    this.options.counts.matched[2] += 1;
    const waiting = this.runs.get(key);
    if (waiting && waiting.execute === null && waiting.file.path === file.path) {
      waiting.execute = event.document;
      return this.complete(waiting);
    }
    const isExcluded = names.some((name) => this.options.excludedProcessNames.has(name));
    this.follow(key, {
      file,
      execute: event.document,
      isAlerted: isExcluded,
      waiting: undefined,
    });
    return [];
  }

  private follow(key: string, run: Run): void {
    this.runs.delete(key);
    this.runs.set(key, run);
    this.options.watch?.runs(this.host, key);
    const [oldest] = this.runs.keys();
    if (this.runs.size > this.options.limits.runs && oldest !== undefined) {
      this.runs.delete(oldest);
      this.count(1);
    }
  }

  private inherit(key: string, run: Run | undefined): void {
    if (run && !this.runs.has(key)) {
      this.follow(key, run);
    }
  }

  private runOfAncestors({ ancestors }: LineageEvent): Run | undefined {
    for (const key of ancestors) {
      const run = this.runs.get(key);
      if (run) {
        return run;
      }
    }
    return undefined;
  }

  private connect(event: LineageEvent, key: string): Chain[] {
    const run = this.runs.get(key) ?? this.runByPath(event, key) ?? this.runOfAncestors(event);
    if (!run || run.isAlerted || event.time - run.file.linkedAt > this.options.window) {
      return [];
    }
    this.options.counts.matched[3] += 1;
    run.waiting ??= event.document;
    return run.execute === null ? [] : this.complete(run);
  }

  /** A process that is known by its connection first. */
  private runByPath({ executable, workingDirectory, processName }: LineageEvent, key: string) {
    const file = this.files.at(resolvePath(executable ?? '', workingDirectory));
    if (!file) {
      return undefined;
    }
    const { excludedProcessNames } = this.options;
    const run: Run = {
      file,
      execute: null,
      isAlerted: [baseName(file.path), processName ?? ''].some((name) =>
        excludedProcessNames.has(name),
      ),
      waiting: undefined,
    };
    this.follow(key, run);
    return run;
  }

  private complete(run: Run): Chain[] {
    const { file, execute, waiting } = run;
    if (run.isAlerted || !waiting) {
      return [];
    }
    run.isAlerted = true;
    this.options.counts.completed += 1;
    return [
      {
        compile: findCompiler(file.linkedBy, this.processes),
        link: file.link,
        execute,
        connect: waiting,
        story: file.story,
        path: file.path,
        hostId: undefined,
      },
    ];
  }

  private create(event: LineageEvent, path: string | undefined): void {
    if (path === undefined) {
      return;
    }
    const writer = this.processes.get(event.process);
    if (isBuilt(event, path, writer, this.options.builders)) {
      this.link(event, path, writer);
      return;
    }
    if (!this.follows) {
      return;
    }
    const source = this.sourceOf(path, writer);
    if (source) {
      this.copy(source, event, path);
    } else {
      this.files.markGone(path, event.time);
      if (event.process !== undefined) {
        this.creations.add(event);
      }
    }
  }

  private link(event: LineageEvent, path: string, writer: KnownProcess | undefined): void {
    const file: BuiltFile = {
      path,
      link: event.document,
      linkedAt: event.time,
      linkedBy: [...(event.process === undefined ? [] : [event.process]), ...event.ancestors],
      isLibrary: isLibrary(path, writer),
      story: [],
      goneAt: undefined,
    };
    this.options.counts.matched[1] += 1;
    this.add(file, event);
  }

  /** Of what built file a new one is a copy: of one that its writer's arguments name. */
  private sourceOf(path: string, writer: KnownProcess | undefined): BuiltFile | undefined {
    if (!writer) {
      return undefined;
    }
    const { names } = writer;
    return (
      names.find((file) => baseName(file.path) === baseName(path)) ??
      names[0] ??
      inNamedFolders(writer, path, this.files)
    );
  }

  private copy(source: BuiltFile, event: LineageEvent, path = event.path): void {
    if (path !== undefined) {
      this.step(source, 'copy', path, event);
    }
  }

  private rename(event: LineageEvent): void {
    const { path, pathBefore, time } = event;
    if (path === undefined) {
      return;
    }
    const file = this.files.at(pathBefore);
    if (file && pathBefore !== undefined) {
      this.files.markGone(pathBefore, time);
      this.step(file, 'rename', path, event);
      return;
    }
    const writer = this.processes.get(event.process);
    if (isBuilt(event, path, writer, this.options.builders)) {
      this.link(event, path, writer);
      return;
    }
    this.files.markGone(path, time);
    if (pathBefore !== undefined) {
      this.files.below(pathBefore).forEach((inside) => {
        this.files.markGone(inside.path, time);
        this.step(inside, 'rename', path + inside.path.slice(pathBefore.length), event);
      });
    }
  }

  /** Links and copies that only the command line tells of. */
  private takeTargets(event: LineageEvent, key: string): void {
    const promised: PromisedFile[] = [];
    const overwrote = overwrittenBy(event).flatMap(({ source, path }) => {
      const file = this.files.at(source) ? undefined : this.files.at(path);
      return file ?? [];
    });
    overwrote.forEach(({ path }) => this.files.markGone(path, event.time));
    for (const { step, source, path } of commandTargets(event.args, event.workingDirectory)) {
      const file = this.files.at(source);
      if (file && path !== file.path && this.files.below(path).length === 0) {
        const before = this.files.at(path);
        promised.push({ file: this.step(file, step, path, event), before });
      }
    }
    if (promised.length > 0 || overwrote.length > 0) {
      this.options.watch?.promises(this.host, key);
      this.count(this.processes.put(key, event.time, { promised, overwrote }));
    }
  }

  /**
   * A command failed: what it promised did not come, unless file events told of it, and what it was to write
   * over is still there.
   */
  private takeBack({ process }: LineageEvent): void {
    const { promised = [], overwrote = [] } = this.processes.get(process) ?? {};
    for (const file of overwrote) {
      file.goneAt = undefined;
    }
    for (const { file, before } of promised) {
      if (this.files.at(file.path) === file) {
        this.files.forget(file.path);
        if (before) {
          this.count(this.files.add(before));
        }
      }
    }
  }

  private step(
    file: BuiltFile,
    step: StoryStep['step'],
    path: string,
    event: LineageEvent,
  ): BuiltFile {
    const after = this.files.after(file, step, path, event);
    this.add(after, event);
    return after;
  }

  private add(file: BuiltFile, event: LineageEvent): void {
    this.options.watch?.file(this.host, file);
    this.count(this.files.add(file));
    const twin = twinOf(file.path);
    if (twin !== undefined) {
      this.step(file, 'link', twin, event);
    }
  }

  private count(dropped: number): void {
    this.options.counts.dropped += dropped;
  }
}
