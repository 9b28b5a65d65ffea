// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';

/** What was there before the recording: every path, and where the symbolic ones lead. */
export interface Snapshot {
  readonly paths: Iterable<string>;
  readonly links: Iterable<readonly [link: string, target: string]>;
}

/** Linux gives up behind as many symbolic links. */
const MOST_LINKS = 40;

/** Which paths exist and where symbolic links lead, kept up to date by the calls that succeed. */
export class Files {
  private readonly paths: Set<string>;
  private readonly links: Map<string, string>;

  constructor(snapshot: Snapshot) {
    this.paths = new Set(snapshot.paths);
    this.links = new Map(snapshot.links);
  }

  has(file: string): boolean {
    return this.paths.has(file);
  }

  add(file: string): void {
    this.paths.add(file);
  }

  addLink(file: string, target: string): void {
    this.add(file);
    this.links.set(file, target);
  }

  remove(file: string): void {
    this.paths.delete(file);
    this.links.delete(file);
  }

  /** Moves a file, or a folder with all that is in it. */
  move(from: string, to: string): void {
    this.remove(to);
    const moved = [...this.paths].filter((file) => file === from || file.startsWith(`${from}/`));
    for (const file of moved) {
      const target = this.links.get(file);
      const place = to + file.slice(from.length);
      this.remove(file);
      if (target === undefined) {
        this.add(place);
      } else {
        this.addLink(place, target);
      }
    }
  }

  /**
   * An absolute path without symbolic links, below `root` for a process that changed its root; the last part
   * stays as it is for calls that act on a link itself.
   */
  resolve(file: string, { root = '', keepLast = false } = {}): string {
    let left = file.slice(root.length).split('/').filter(Boolean);
    let done: string[] = [];
    let followed = 0;
    for (let part = left.shift(); part !== undefined; part = left.shift()) {
      if (part === '.' || part === '..') {
        done = part === '..' ? done.slice(0, -1) : done;
        continue;
      }
      const here = `${root}/${[...done, part].join('/')}`;
      const target = keepLast && left.length === 0 ? undefined : this.links.get(here);
      if (target === undefined || followed >= MOST_LINKS) {
        done.push(part);
        continue;
      }
      followed += 1;
      done = target.startsWith('/') ? [] : done;
      left = [...target.split('/').filter(Boolean), ...left];
    }
    return path.posix.normalize(`${root}/${done.join('/')}`);
  }
}
