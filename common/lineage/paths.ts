// SPDX-License-Identifier: Apache-2.0

const DELETED = / \(deleted\)$/;

/** Without `.`, `..`, doubled slashes and the mark that Linux puts behind the path of a deleted file. */
export const normalPath = (path: string): string => {
  const parts: string[] = [];
  for (const part of path.replace(DELETED, '').split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `/${parts.join('/')}`;
};

/** Where a path leads from a working directory; undefined for a relative one without a directory. */
export const resolvePath = (path: string, directory: string | undefined): string | undefined => {
  if (path === '') {
    return undefined;
  }
  if (path.startsWith('/')) {
    return normalPath(path);
  }
  return directory === undefined ? undefined : normalPath(`${directory}/${path}`);
};

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder of an absolute path. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

const ANONYMOUS = /^(?:\/?memfd:|\/(?:proc\/[^/]+|dev)\/fd\/)/;

/** A program that was run from memory or from a descriptor, so that its path says nothing. */
export const isAnonymous = (executable: string): boolean => ANONYMOUS.test(executable);
