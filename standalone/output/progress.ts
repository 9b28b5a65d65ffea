// SPDX-License-Identifier: Apache-2.0
import { Presets, SingleBar } from 'cli-progress';
import { formatCount, formatDuration } from './format_values';

export interface Progress {
  /** `bytes` read so far, `events` seen so far. */
  update(bytes: number, events: number): void;
  /** Takes the bar off the screen, so that other text can be written. */
  clear(): void;
  stop(): void;
}

const NONE: Progress = {
  update: () => undefined,
  clear: () => undefined,
  stop: () => undefined,
};

/**
 * A progress bar on a terminal, with the rate and the time that is left; nothing elsewhere. `totalBytes`
 * is undefined when it is not known, as for standard input.
 */
export const startProgress = (
  stream: NodeJS.WriteStream,
  totalBytes: number | undefined,
): Progress => {
  if (!stream.isTTY) {
    return NONE;
  }
  const began = Date.now();
  const bar = new SingleBar(
    {
      stream,
      format:
        totalBytes === undefined
          ? '{events}, {rate}'
          : '{bar} {percentage}%  {events}, {rate}, {left} left',
      clearOnComplete: true,
      hideCursor: false,
      barsize: 24,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(totalBytes ?? 1, 0, { events: '0 events', rate: '', left: '' });
  return {
    update: (bytes, events) => {
      const elapsed = Math.max(1, Date.now() - began);
      const rate = formatCount(Math.round((events * 1000) / elapsed), 'event');
      const left =
        totalBytes === undefined || bytes === 0
          ? ''
          : formatDuration((elapsed * Math.max(0, totalBytes - bytes)) / bytes);
      bar.update(totalBytes === undefined ? 0 : Math.min(bytes, totalBytes), {
        events: formatCount(events, 'event'),
        rate: `${rate}/s`,
        left,
      });
    },
    clear: () => {
      stream.write('\r\u001b[K');
    },
    stop: () => {
      bar.stop();
    },
  };
};
