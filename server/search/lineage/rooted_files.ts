// SPDX-License-Identifier: Apache-2.0

/**
 * Tells of processes to which another folder is `/`, as soon as a built file is known below that folder. Who
 * works below others, as builds of packages do, need not be looked at.
 */
export class RootedFiles {
  private readonly hosts = new Map<string, HostRoots>();

  constructor(private readonly tell: (host: string, process: string) => void) {}

  file(host: string, path: string): void {
    const { paths, roots } = this.of(host);
    if (!paths.has(path)) {
      paths.add(path);
      for (const [root, processes] of roots) {
        if (isBelow(path, root)) {
          processes.forEach((process) => this.tell(host, process));
        }
      }
    }
  }

  root(host: string, process: string, root: string): void {
    const { paths, roots } = this.of(host);
    const processes = roots.get(root) ?? new Set();
    if (!processes.has(process)) {
      roots.set(root, processes.add(process));
      if ([...paths].some((path) => isBelow(path, root))) {
        this.tell(host, process);
      }
    }
  }

  private of(host: string): HostRoots {
    const known = this.hosts.get(host) ?? { paths: new Set(), roots: new Map() };
    this.hosts.set(host, known);
    return known;
  }
}

interface HostRoots {
  readonly paths: Set<string>;
  /** By the folder: the processes to which it is `/`. */
  readonly roots: Map<string, Set<string>>;
}

const isBelow = (path: string, root: string): boolean =>
  path.startsWith(root.endsWith('/') ? root : `${root}/`);
