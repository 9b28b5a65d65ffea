// SPDX-License-Identifier: Apache-2.0
import { Presets, SingleBar } from 'cli-progress';
import { formatCount, formatDuration } from './format_values';

export interface Progress {
  /** `bytes` read so far, `events` seen so far. */
  update(bytes: number, events: number): void;
  /** Takes the bar off the screen, so that other text can be written; the next update shows it again. */
  clear(): void;
}

const NONE: Progress = { update: () => undefined, clear: () => undefined };

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
  let isShown = false;
  return {
    update: (bytes, events) => {
      const elapsed = Math.max(1, Date.now() - began);
      const value = totalBytes === undefined ? 0 : Math.min(bytes, totalBytes);
      const payload = {
        events: formatCount(events, 'event'),
        rate: `${formatCount(Math.round((events * 1000) / elapsed), 'event')}/s`,
        left: timeLeft(elapsed, bytes, totalBytes),
      };
      if (isShown) {
        bar.update(value, payload);
      } else {
        bar.start(totalBytes ?? 1, value, payload);
      }
      isShown = true;
    },
    // Stopped, not only wiped: it moves the cursor back to where it began, which must not be above the text.
    clear: () => {
      bar.stop();
      isShown = false;
    },
  };
};

const timeLeft = (elapsed: number, bytes: number, totalBytes: number | undefined): string =>
  totalBytes === undefined || bytes === 0
    ? 'unknown time'
    : formatDuration((elapsed * Math.max(0, totalBytes - bytes)) / bytes);
