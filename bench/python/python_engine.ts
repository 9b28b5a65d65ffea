// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PYTHON_PROGRAM, WORK_FOLDER } from '../places';
import { pythonQuery } from './python_query';

export interface PythonRun {
  readonly python: string;
  readonly eql: string;
  readonly events: number;
  readonly findings: number;
  /** From opening the file to the last finding, without the start of Python. */
  readonly milliseconds: number;
  /** The engine alone, on events that are parsed. */
  readonly engineMilliseconds: number;
}

export interface PythonEngine {
  /** Throws when Python fails. */
  run(events: string): PythonRun;
}

const REQUIREMENT = 'eql==1.0.1';
const VENV = path.join(WORK_FOLDER, 'venv');
const PYTHON = path.join(VENV, 'bin', 'python');

/** Installs the engine into a folder of its own, unless it is there; returns why that can not be. */
export const openPythonEngine = (): PythonEngine | { readonly missing: string } => {
  const problem = isInstalled() ? undefined : install();
  if (problem !== undefined) {
    return { missing: problem };
  }
  const query = path.join(WORK_FOLDER, 'python_query.eql');
  writeFileSync(query, pythonQuery());
  return {
    run: (events) => JSON.parse(output(PYTHON, [PYTHON_PROGRAM, events, query])) as PythonRun,
  };
};

const isInstalled = (): boolean =>
  existsSync(PYTHON) &&
  spawnSync(PYTHON, ['-c', 'import eql; assert eql.__version__ == "1.0.1"']).status === 0;

const install = (): string | undefined => {
  try {
    output('python3', ['-m', 'venv', '--clear', VENV]);
    output(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', REQUIREMENT]);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

const output = (program: string, args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error || status !== 0) {
    const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? `exit code ${status}`;
    throw new Error(`${path.basename(program)} ${args.slice(0, 3).join(' ')}: ${reason}`);
  }
  return stdout;
};
