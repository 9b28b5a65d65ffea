// SPDX-License-Identifier: Apache-2.0
import type { Logger } from '../../../server/kibana_contracts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly context: string;
  readonly message: string;
}

/** A logger that keeps what it is told. */
export const recordingLogger = (lines: LogLine[] = [], context = 'plugins'): Logger => {
  const at =
    (level: LogLine['level']) =>
    (message: string | Error): void => {
      lines.push({
        level,
        context,
        message: typeof message === 'string' ? message : message.message,
      });
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    get: (...names) => recordingLogger(lines, [context, ...names].join('.')),
  };
};
