// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has ever held, in bytes. Linux's own count of the process comes first,
 * because its `maxRSS` also holds what the parent held when it started this process.
 */
export const peakMemory = (): number => {
  const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(processStatus())?.[1];
  return 1024 * Number(kilobytes ?? process.resourceUsage().maxRSS);
};

const processStatus = (): string => {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Only Linux has it.
    return '';
  }
};
