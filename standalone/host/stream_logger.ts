// SPDX-License-Identifier: Apache-2.0
import type { Logger } from '../../server/kibana_contracts';
import { safeText } from '../output/safe_text';

/** Writes what people should see, a line each. */
export const streamLogger = (stream: { write(text: string): unknown }): Logger => {
  const write =
    (level: string) =>
    (message: string | Error): void => {
      const text = message instanceof Error ? (message.stack ?? message.message) : message;
      stream.write(`${level}: ${text.split('\n').map(safeText).join('\n')}\n`);
    };
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: write('Warning'),
    error: write('Error'),
    get: () => logger,
  };
  return logger;
};
