// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A flow to record, as the comments at the top of its script describe it. */
export interface Flow {
  readonly name: string;
  readonly label: 'attack' | 'benign';
  readonly technique: string;
  /** Whether the rule's idea, whatever its query, is meant to find it. */
  readonly shouldDetect: boolean;
  /** Why it should, or should not, be found. */
  readonly why: string;
  /** Debian packages and other programs that it takes. */
  readonly needs: string;
  /** Events without `host.id`. */
  readonly hasNoHostId: boolean;
  /** A second script: at the same time on this host, or afterwards as on another one. */
  readonly second: 'same host' | 'other host' | undefined;
  /** The script without the comments at its top, then the second one. */
  readonly script: string;
}

const FIELD = /^# ([a-z_]+): (.*)$/;

/** Reads a script and the fields in its comments; throws where one is missing or unknown. */
export const readFlow = (name: string, text: string): Flow => {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const fields = new Map(
    lines.slice(0, end).flatMap((line) => {
      const [, key, value] = FIELD.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
  const oneOf = <T extends string>(key: string, values: readonly T[]): T => {
    const value = values.find((known) => known === fields.get(key));
    if (value === undefined) {
      const given = fields.get(key) ?? 'missing';
      throw new Error(`${name}: [${key}] is ${given}; write one of ${values.join(', ')}`);
    }
    return value;
  };
  const textOf = (key: string): string => {
    const value = fields.get(key);
    if (value === undefined) {
      throw new Error(`${name}: write a line "# ${key}: ..." at the top`);
    }
    return value;
  };
  return {
    name,
    label: oneOf('label', ['attack', 'benign']),
    technique: textOf('technique'),
    shouldDetect: oneOf('should_detect', ['true', 'false']) === 'true',
    why: textOf('why'),
    needs: textOf('needs'),
    hasNoHostId: fields.has('host_id') && oneOf('host_id', ['none']) === 'none',
    second: fields.has('second')
      ? oneOf<NonNullable<Flow['second']>>('second', ['same host', 'other host'])
      : undefined,
    script: withoutComments(text),
  };
};

const withoutComments = (text: string): string => text.replace(/^(?:#.*\n)*/, '').trim();

/** The flows of a folder by name; `NAME.2.sh` and `NAME.setup.sh` belong to `NAME.sh`. */
export const flowNames = (folder: string): string[] =>
  readdirSync(folder).flatMap((file) => /^([^.]+)\.sh$/.exec(file)?.[1] ?? []);

export const openFlow = (folder: string, name: string): Flow => {
  const file = path.join(folder, `${name}.sh`);
  if (!existsSync(file)) {
    throw new Error(`No flow ${name}: ${file} is not there`);
  }
  const flow = readFlow(name, readFileSync(file, 'utf8'));
  if (flow.second === undefined) {
    return flow;
  }
  const second = readFileSync(path.join(folder, `${name}.2.sh`), 'utf8');
  return { ...flow, script: `${flow.script}\n# ${flow.second}:\n${withoutComments(second)}` };
};
